import ArgumentParser
import Diagnostics
import Documents
import InProcess
import Platforms
import Testing

@testable import Commands

extension ResourceType {
    /// Segments of Lytics, which nobody authors.
    fileprivate static let segment = ResourceType("lytics", "segment")
}

/// Commands about what can only be referred to, with nothing but its help and its columns said.
@Suite struct `a noun that no file describes` {
    private enum List: ListVerb {
        static let help = VerbHelp(.segment, "list", "List segments.")
        static let columns: [Column<LiveObject>] = [
            .id("The segment's id."), .member("name", "name", "What people call it."),
        ]
    }

    private enum Get: GetVerb {
        static let help = VerbHelp(.segment, "get", "Show everything about segments.")
    }

    @Test func `is listed as the account shows it`() async throws {
        let desk = try Desk()
        try await desk.run(ListCommand<List>.self, "--format", "json")
        let names = try JSON.parse(desk.data).list?.compactMap { $0["name"]?.text } ?? []
        #expect(names.contains("High value"))
        #expect(names == names.sorted())
    }

    @Test func `is found by its name and its id, and shown whole`() async throws {
        let desk = try Desk()
        let found = try await desk.operation().find("High value", .segment)
        #expect(found.raw["slug_name"] == "high_value")
        try await desk.run(GetCommand<Get>.self, found.id, "--format", "json")
        #expect(try JSON.parse(desk.data) == [.object(found.raw)])
    }

    @Test func `that is not there is told, and asked for nowhere else`() async throws {
        let desk = try Desk()
        let failure = await #expect(throws: Failure.self) {
            _ = try await desk.operation().find("Hihg value", .segment)
        }
        let problem = try #require(failure?.report.diagnostics.first)
        #expect(problem.message.hasPrefix("no segment named `Hihg value` in "))
        #expect(problem.notes.first?.contains("High value") == true)
    }

    @Test func `has the summary of what it is in the schema of its output`() {
        #expect(Get.schema["description"] == "A group of people, by slug or name.")
    }
}
