import Foundation
import Testing

/// `weir emulate` serves the names that the accounts of a project say.
@Suite struct `An emulator of a project` {
    private static let corrected = """
        kind: weir/project
        name: corrected
        accounts:
          tenex:
            platform: tenex
            paths: { list_runs: /corrected/runs }
        """

    /// What it says first, and how it answers to a corrected path.
    private func emulate(_ settings: String?) async throws -> (said: String, status: String) {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("weir-emulate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try settings?.write(
            to: folder.appendingPathComponent("weir.yaml"), atomically: true, encoding: .utf8)
        let shell = Shell(folder: folder, variables: [:])
        var status = ""
        let ending = try await shell.run("exec weir emulate") { running in
            #expect(try await running.prints("http://"))
            let url = try running.output.first { $0.hasPrefix("http://") } ?? ""
            let asked = try await shell.run(
                "curl -s -o /dev/null -w '%{http_code}' \(url)/corrected/runs")
            status = asked.output.first ?? ""
            running.send(SIGTERM)
        }
        return (ending.output.first ?? "", status)
    }

    @Test func `speaks as the accounts in weir.yaml say`() async throws {
        let emulated = try await emulate(Self.corrected)
        #expect(emulated.said == "the names are those of weir.yaml, environment `default`")
        #expect(emulated.status == "401")
    }

    @Test func `speaks as everybody does where there is no weir.yaml`() async throws {
        let emulated = try await emulate(nil)
        #expect(emulated.said == "the names are the standard ones: there is no weir.yaml here")
        #expect(emulated.status == "404")
    }

    @Test func `speaks as everybody does where the weir.yaml is wrong`() async throws {
        let emulated = try await emulate(Self.corrected + "\nnonsense: true")
        #expect(
            emulated.said == "the names are the standard ones: the weir.yaml here does not load")
        #expect(emulated.status == "404")
    }
}
