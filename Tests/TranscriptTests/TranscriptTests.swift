import Emulation
import Foundation
import Platforms
import Testing

/// Whole stories, told as shell sessions with the real program and the real emulator.
///
/// `RECORD=1` writes what was printed into the transcripts instead of comparing.
@Suite struct `a shell session` {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    static let root = folder.deletingLastPathComponent().deletingLastPathComponent()

    static var names: [String] {
        let all = try? FileManager.default.contentsOfDirectory(
            atPath: folder.appendingPathComponent("Transcripts").path)
        return (all ?? []).filter { $0.hasSuffix(".console") }.sorted()
    }

    @Test(arguments: names)
    func `goes as its transcript says`(_ name: String) async throws {
        let file = Self.folder.appendingPathComponent("Transcripts/\(name)")
        let transcript = ConsoleTranscript(try String(contentsOf: file, encoding: .utf8))
        #expect(!transcript.steps.isEmpty)
        let apis = Catalog.platforms.map(\.emulated)
        try await withEmulator(apis: apis) { url in
            let work = try Self.workFolder()
            defer { try? FileManager.default.removeItem(at: work) }
            let shell = Shell(folder: work, variables: Self.variables(url))
            try await Self.play(transcript, in: shell, file: file, url: url)
        }
    }

    private static func play(
        _ transcript: ConsoleTranscript, in shell: Shell, file: URL, url: String
    ) async throws {
        var recorded = transcript.prose
        for step in transcript.steps {
            let ending = try await shell.run(step.command)
            let output = ending.output.map { masked($0, url, shell.folder.path) }
            recorded += ["$ \(step.command)"] + output
            recorded += ending.status == 0 ? [""] : ["? \(ending.status)", ""]
            if isRecording { continue }
            let shown = output.joined(separator: "\n")
            #expect(
                ConsoleTranscript.matches(step.expected, output),
                "$ \(step.command)\nprinted:\n\(shown)\nexpected:\n\(step.expected.joined(separator: "\n"))"
            )
            #expect(ending.status == step.status, "$ \(step.command)\n\(shown)")
        }
        if isRecording {
            try recorded.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        }
    }

    private static var isRecording: Bool {
        ProcessInfo.processInfo.environment["RECORD"] == "1"
    }

    /// What differs from run to run reads the same in every transcript.
    private static func masked(_ line: String, _ url: String, _ folder: String) -> String {
        let varying = #"[0-9a-f]{32}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z|\b[0-9a-f]{12}$"#
        return line.replacingOccurrences(of: url, with: "[..]")
            .replacingOccurrences(of: folder, with: "[..]")
            .replacingOccurrences(of: varying, with: "[..]", options: .regularExpression)
    }

    private static func workFolder() throws -> URL {
        let work = FileManager.default.temporaryDirectory
            .appendingPathComponent("weir-transcript-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: root.appendingPathComponent("flows"), to: work.appendingPathComponent("flows"))
        return work
    }

    private static func variables(_ url: String) -> [String: String] {
        [
            "LYTICS_API_URL": url, "LYTICS_API_TOKEN": "at.transcripts.secret",
            "WEIR_KEY": "a key for transcripts",
        ]
    }
}
