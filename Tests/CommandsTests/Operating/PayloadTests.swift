import ArgumentParser
import Diagnostics
import Documents
import InProcess
import Platforms
import Testing

@testable import Commands

/// What a command makes of a payload, wherever it comes from.
@Suite struct `a payload` {
    private static let json = #"{"name": "Fresh", "workflow": "braze_export", "config": {}}"#
    private static let yaml = "name: Fresh\nworkflow: braze_export\nconfig: {}\n"
    private static let document =
        "kind: lytics/job\nid: fresh\nname: Fresh\nworkflow: braze_export\nconfig: {}\n"

    private func create(_ desk: Desk, _ words: String...) async throws -> Commands.ExitStatus {
        try await desk.run(["lytics", "jobs", "create", "--yes"] + words)
    }

    private func code(_ words: [String], input: String = "", file: String? = nil) async throws
        -> String?
    {
        let desk = try Desk(input: input)
        let path = try file.map { try desk.write("payload.yaml", $0) }
        let words = words.map { $0 == "FILE" ? path ?? "" : $0 }
        let status = try await desk.run(["lytics", "jobs", "create", "--yes"] + words)
        #expect(status != .done)
        #expect(desk.writes.isEmpty)
        let start = desk.talk.firstRange(of: "error[")?.upperBound
        return start.map { String(desk.talk[$0...].prefix { $0 != "]" }) }
    }

    @Test(arguments: [("new.json", json), ("new.yaml", yaml), ("new.yaml", document)])
    func `is JSON, YAML or a document of the project, from a file`(
        name: String, text: String
    ) async throws {
        let desk = try Desk()
        let file = try desk.write(name, text)
        #expect(try await create(desk, "-f", file) == .done, "\(desk.talk)")
        #expect(desk.writes.first?.body?["name"] == "Fresh")
    }

    @Test(arguments: [json, yaml, document])
    func `is the same from standard input`(_ text: String) async throws {
        let desk = try Desk(input: text)
        #expect(try await create(desk, "-f", "-") == .done, "\(desk.talk)")
        #expect(desk.writes.first?.body?["name"] == "Fresh")
    }

    @Test func `is completed by fields of the command line`() async throws {
        let desk = try Desk(input: #"{"name": "Fresh", "config": {}}"#)
        let status = try await create(desk, "-f", "-", "--workflow", "braze_export")
        #expect(status == .done, "\(desk.talk)")
        #expect(desk.writes.first?.line == "POST /v2/job/braze-export")
    }

    @Test func `is refused where the command line says another thing than it`() async throws {
        let words = ["-f", "FILE", "--workflow", "webhook_triggers"]
        #expect(try await code(words, file: Self.json) == "operate/payload")
    }

    @Test(arguments: [
        "", "   \n", "{\"name\": ", "{\"name\": \"a\"} {\"name\": \"b\"}", "- 1\n- 2\n",
    ])
    func `that cannot be read is refused, and nothing is sent`(_ text: String) async throws {
        #expect(try await code(["-f", "-"], input: text) != nil)
        #expect(try await code(["-f", "FILE"], file: text) != nil)
    }

    @Test func `that is not there is told by its path`() async throws {
        let desk = try Desk()
        #expect(try await create(desk, "-f", "/nowhere/payload.json") == .failed)
        let told = "error[operate/payload]: `/nowhere/payload.json` cannot be read"
        #expect(desk.talk.contains(told))
    }

    @Test func `describes exactly one object, of the kind that is made`() async throws {
        let two = Self.document + "---\n" + Self.document.replacing("id: fresh", with: "id: other")
        #expect(try await code(["-f", "FILE"], file: two) == "operate/payload")
        let flow = "kind: lytics/flow\nid: a\nlabel: A\nsteps: []\n"
        #expect(try await code(["-f", "FILE"], file: flow) != nil)
    }

    @Test func `over a named object changes only what it says`() async throws {
        let desk = try Desk(input: #"{"description": "Said anew"}"#)
        let id = try desk.job("One")
        let status = try await desk.run("lytics", "jobs", "update", id, "-f", "-", "--yes")
        #expect(status == .done, "\(desk.talk)")
        let body = try #require(desk.writes.first?.body)
        #expect(desk.writes.count == 1)
        #expect(body["description"] == "Said anew")
        #expect(body["name"] == "One")
    }

    @Test func `that changes nothing sends nothing`() async throws {
        let desk = try Desk(input: #"{"name": "One"}"#)
        let id = try desk.job("One")
        #expect(try await desk.run("lytics", "jobs", "update", id, "-f", "-", "--yes") == .done)
        #expect(desk.talk.contains("job `One` (\(id)) is so already; nothing was sent"))
        #expect(desk.writes.isEmpty)
    }

    @Test func `of another object than the one that is named is refused`() async throws {
        let account = try Desk().account
        let ids = try ["One", "Two"].map { try Desk(account: account).job($0) }
        let desk = try Desk(input: #"{"id": "\#(ids[1])", "name": "New"}"#, account: account)
        let status = try await desk.run("lytics", "jobs", "update", ids[0], "-f", "-", "--yes")
        #expect(status == .failed)
        #expect(desk.talk.contains("error[operate/another-object]"))
        #expect(desk.writes.isEmpty)
    }
}

/// The platform's own JSON, which some commands of Frontline send as it is.
@Suite struct `the JSON of --data` {
    private func object(
        _ words: [String], input: String = "", files: [String: String] = [:]
    ) throws -> Object {
        let desk = try Desk(input: input)
        for (name, text) in files { try desk.write(name, text) }
        let words = words.map { $0.replacing("FOLDER", with: desk.path) }
        return try FrontlineDataOptions.parse(words).object(desk.session, of: .node, as: "node")
    }

    @Test(arguments: [
        ["--data", #"{"a": 1}"#], ["--data", "a: 1"], ["--data", "@-"], ["-f", "-"],
        ["--data", "@FOLDER/data.json"], ["-f", "FOLDER/data.yaml"],
    ])
    func `is written out, in a file, or standard input`(_ words: [String]) throws {
        let files = ["data.json": #"{"a": 1}"#, "data.yaml": "a: 1\n"]
        #expect(try object(words, input: #"{"a": 1}"#, files: files) == ["a": 1])
    }

    @Test(arguments: [[], ["--data", "{}", "-f", "-"]])
    func `is given once, with one of two options`(_ words: [String]) {
        #expect(throws: (any Error).self) { try FrontlineDataOptions.parse(words) }
    }

    @Test(arguments: ["", "[1]", "1", "{", "{\"a\": \"${secret.KEY}\"}"])
    func `is one object, without expressions`(_ text: String) throws {
        #expect(throws: Failure.self) { try object(["--data", "@-"], input: text) }
    }
}
