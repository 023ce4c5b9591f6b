import Diagnostics
import Documents
import Platforms
import Projects
import Testing

@Suite struct `A new project` {
    static func folder(_ name: String) throws -> Folder {
        let files = ProjectTemplate.files(name).map { ($0.path, $0.text) }
        return try Folder(Dictionary(uniqueKeysWithValues: files))
    }

    @Test(arguments: ["sandbox", "production"])
    func `it validates in both environments`(_ environment: String) async throws {
        let load = try await Self.folder("acme").load(environment: environment, catalog: .all)
        #expect(load.lines == [])
        #expect(load.project?.name == "acme")
        #expect(
            load.project?.resources.map(\.address.text) == [
                "lytics/auth/braze", "lytics/auth/warehouse", "lytics/connection/warehouse",
                "lytics/flow/welcome", "lytics/job/braze_welcome",
            ])
    }

    @Test(arguments: [("My Journeys!", "My-Journeys-"), ("2026", "2026"), ("…", "journeys")])
    func `its name is made one that the ledger takes`(
        _ given: String, _ name: String
    ) async throws {
        #expect(try await Self.folder(given).load(catalog: .all).project?.name == name)
    }

    @Test func `the patch it offers works once it is uncommented`() async throws {
        let folder = try Self.folder("acme")
        let production = try #require(
            ProjectTemplate.files("acme").first { $0.path == "environments/production.yaml" })
        let lines = production.text.split(separator: "\n", omittingEmptySubsequences: false)
        let patch = lines.drop { !$0.hasPrefix("# patch:") }.map { $0.dropFirst(2) }
        let text = production.text + patch.joined(separator: "\n") + "\n"
        try folder.write(text, production.path)
        let load = await folder.load(environment: "production", catalog: .all)
        #expect(load.lines == [])
        #expect(load.field("lytics/flow/welcome", "state") == "running")
    }
}
