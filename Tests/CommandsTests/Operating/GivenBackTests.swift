import Documents
import InProcess
import Foundation
import Testing

@testable import Commands

/// The program's own JSON as a payload.
@Suite struct `what get prints as JSON` {
    private static let steps: Value = [
        [
            "id": 1, "slug": "opened", "label": "Opened?", "type_hint": "conditional",
            "split_conditions": [
                [
                    "label": "Yes", "conditions": "FILTER AND (opened = true) FROM user",
                    "next": 2, "priority": 1,
                ], ["label": "No", "conditions": "", "next": 3],
            ],
        ], ["id": 2, "slug": "wait", "label": "Wait", "type_hint": "delay", "delay": "1h"],
        ["id": 3, "slug": "later", "label": "Later", "type_hint": "delay", "delay": "2h"],
    ]
    private static let objects: [(words: String, path: String, body: Value)] = [
        (
            "flows", "flow/ui",
            [
                "id": "ask", "label": "Ask", "description": "One", "steps": steps,
                "root_step_id": 1,
            ]
        ), ("jobs", "job/braze-export", ["name": "Ask", "description": "One", "config": [:]]),
        (
            "connections", "connection",
            ["label": "Ask", "description": "One", "provider_slug": "snowflake", "config": [:]]
        ),
    ]

    /// Prints an object, changes its text, gives it back; the writes.
    private func givenBack(_ index: Int, with description: String) async throws -> [Value] {
        let (words, path, body) = Self.objects[index]
        let desk = try Desk()
        let id = try desk.make(path, body)
        #expect(try await desk.run("lytics", words, "get", id, "--format", "json") == .done)
        let printed = try JSON.parse(Array(desk.data.utf8)).list?.first ?? .null
        var object = try #require(printed.object)
        object["description"] = .text(description)
        let file = try desk.write("again.json", Value.object(object).canonicalJSON)
        let status = try await desk.run("lytics", words, "update", id, "-f", file, "--yes")
        #expect(status == .done, "\(desk.talk)")
        return desk.writes.compactMap(\.body)
    }

    @Test(arguments: objects.indices)
    func `is a payload of an update`(index: Int) async throws {
        let bodies = try await givenBack(index, with: "Two")
        #expect(bodies.map { $0["description"] } == ["Two"])
    }

    @Test(arguments: objects.indices)
    func `says nothing new as it is`(index: Int) async throws {
        #expect(try await givenBack(index, with: "One") == [])
    }
}

/// Payloads that stand in no file.
@Suite struct `a payload from a pipe` {
    @Test func `is read as the shell names it`() async throws {
        let desk = try Desk()
        let pipe = Pipe()
        let json = #"{"name": "Fresh", "workflow": "braze_export", "config": {}}"#
        try pipe.fileHandleForWriting.write(contentsOf: Data(json.utf8))
        try pipe.fileHandleForWriting.close()
        let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
        let status = try await desk.run("lytics", "jobs", "create", "-f", path, "--yes")
        #expect(status == .done, "\(desk.talk)")
        #expect(desk.writes.first?.body?["name"] == "Fresh")
    }
}
