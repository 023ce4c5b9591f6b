import Commands
import Emulation
import Foundation
import Platforms
import Reconciling
import Testing

/// Whole stories, told as shell sessions with the real program and the real emulator.
///
/// `RECORD=1` writes what was printed into the transcripts instead of comparing.
@Suite struct `a shell session` {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

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
        let apis = Catalog.emulated()
        try await withEmulator(apis: apis, deliver: { await $0.send(within: .seconds(120)) }) {
            url in
            let work = try TranscriptFolder.make()
            defer { try? FileManager.default.removeItem(at: work) }
            let shell = Shell(folder: work, variables: TranscriptFolder.variables(url))
            try await Self.play(transcript, in: shell, file: file, url: url)
        }
    }

    @Test func `goes as the README says`() async throws {
        let readme = TranscriptFolder.root.appendingPathComponent("README.md")
        let text = try String(contentsOf: readme, encoding: .utf8)
        let block = text.components(separatedBy: "```console\n").dropFirst().first ?? ""
        var transcript = ConsoleTranscript(block.components(separatedBy: "\n```")[0])
        // The tests have built the program already, and an emulator of their own listens.
        let setUp = ["swift build", "export", "weir emulate"]
        transcript.steps.removeAll { step in setUp.contains { step.command.hasPrefix($0) } }
        #expect(transcript.steps.count > 3)
        try await withEmulator(apis: Catalog.emulated()) { [transcript] url in
            let work = try TranscriptFolder.make()
            defer { try? FileManager.default.removeItem(at: work) }
            let shell = Shell(folder: work, variables: TranscriptFolder.variables(url))
            try await Self.play(transcript, in: shell, file: nil, url: url)
        }
    }

    private static func play(
        _ transcript: ConsoleTranscript, in shell: Shell, file: URL?, url: String
    ) async throws {
        var recorded = transcript.prose
        for step in transcript.steps {
            let ending = try await shell.run(step.command, typing: step.typed)
            let output = ending.output.map { masked($0, url, shell.folder.path) }
            recorded += ["$ \(step.command)"] + step.typed.map { "> \($0)" } + output
            recorded += ending.status == 0 ? [""] : ["? \(ending.status)", ""]
            if isRecording, file != nil { continue }
            let shown = output.joined(separator: "\n")
            #expect(
                ConsoleTranscript.matches(step.expected, output),
                "$ \(step.command)\nprinted:\n\(shown)\nexpected:\n\(step.expected.joined(separator: "\n"))"
            )
            #expect(ending.status == step.status, "$ \(step.command)\n\(shown)")
        }
        if isRecording, let file {
            try recorded.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        }
    }

    private static var isRecording: Bool {
        ProcessInfo.processInfo.environment["RECORD"] == "1"
    }

    /// What differs from run to run reads the same in every transcript.
    private static func masked(_ line: String, _ url: String, _ folder: String) -> String {
        let identifier = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24}([0-9a-f]{8})?"
        let varying =
            identifier
            + #"|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z|\b[0-9a-f]{12}$"#
        let host = url.replacingOccurrences(of: "http://", with: "")
        return line.replacingOccurrences(of: url, with: "[..]")
            .replacingOccurrences(of: host, with: "[..]")
            .replacingOccurrences(of: folder, with: "[..]")
            .replacingOccurrences(of: varying, with: "[..]", options: .regularExpression)
    }
}
