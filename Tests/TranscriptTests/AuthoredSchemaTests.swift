import Commands
import Foundation
import Platforms
import Testing

/// What an author may write fits the schema that an editor reads, in an ordinary validator.
@Suite struct `the schema of an authored document` {
    /// Prints every document that does not fit the schema of its kind.
    private static let script = """
        import json, sys, yaml, jsonschema
        for name in sys.argv[2:]:
            for document in yaml.safe_load_all(open(name)):
                kind = document["kind"]
                if kind.startswith("weir/"):
                    continue
                schema = json.load(open(sys.argv[1] + "/" + kind.replace("/", ".") + ".json"))
                for error in jsonschema.Draft7Validator(schema).iter_errors(document):
                    path = ".".join(map(str, error.path))
                    print(kind, document["id"], path, error.message[:200])
        """

    private func check(_ command: String, _ documents: [String] = []) async throws -> [String] {
        let work = try TranscriptFolder.make()
        defer { try? FileManager.default.removeItem(at: work) }
        let files = [("check.py", Self.script)] + documents.enumerated().map { ("\($0).yaml", $1) }
        for (name, text) in files {
            try Data(text.utf8).write(to: work.appendingPathComponent(name))
        }
        var shell = Shell(folder: work, variables: [:])
        shell.variables["SCHEMAS"] = TranscriptFolder.root.appendingPathComponent("schemas").path
        let ending = try await shell.run("\(command) | xargs python3 -W ignore check.py $SCHEMAS")
        return ending.output + (ending.status == 0 ? [] : ["ended with \(ending.status)"])
    }

    @Test func `accepts every document of flows`() async throws {
        #expect(try await check("find flows -name '*.yaml'") == [])
    }

    @Test func `accepts every example that weir explain shows`() async throws {
        let examples = Catalog.kinds.filter { $0.parent == nil }.map(\.example)
        #expect(examples.count > 4)
        #expect(try await check("find . -maxdepth 1 -name '*.yaml'", examples) == [])
    }

    private static let briefly = """
        kind: frontline/flow
        id: brief
        agent: Support
        name: As the brief writes it
        nodes:
          - nodeId: trigger_1
            type: TRIGGER_INTENT
            position: { positionX: 0, positionY: 0 }
            data: { type: TRIGGER_INTENT, intentIds: [12] }
          - nodeId: ask_1
            type: RESPONSE_AI
            data:
              type: RESPONSE_AI
              aiModelId: 5
              instructions: Ask.
              captureVariables: [{ name: number }, { id: 7 }, reason]
              exitNodeWhen: ANY_VARIABLES
          - nodeId: note_1
            type: CREATE_RECORD_ACTIVITY
            data:
              type: CREATE_RECORD_ACTIVITY
              recordTypeId: 5
              rowId: "{number}"
              activityType: NOTE
              content@: note.md
        edges:
          - { source: trigger_1, sourceHandle: default, target: ask_1, targetHandle: default }
          - { source: ask_1, target: note_1 }
        """

    private static let lists = """
        kind: frontline/agent
        id: lists
        name: Lists
        isOffline: true
        variables:
          - { name: number }
          - { name: reason, pattern: "^x" }
        intents:
          - { name: Ask, phrases: [Hello] }
        """

    private static let maps = """
        kind: frontline/agent
        id: maps
        name: Maps
        isOffline: false
        variables:
          number:
          reason: { description: Why }
          other: { name: another }
        intents:
          ask: { name: Ask, phrases: [Hello] }
        """

    private static let wrong = """
        kind: frontline/agent
        id: wrong
        name: Wrong
        intents:
          ask:
        ---
        kind: frontline/flow
        id: wrong
        agent: Support
        name: Wrong
        nodes:
          ask: { typ: SAY_AI }
        """

    @Test func `accepts every spelling of a conversation, and no more`() async throws {
        let right = [Self.briefly, Self.lists, Self.maps]
        #expect(try await check("find . -maxdepth 1 -name '*.yaml'", right) == [])
        let found = try await check("find . -maxdepth 1 -name '*.yaml'", [Self.wrong])
        #expect(found.map { $0.split(separator: " ")[0] } == ["frontline/agent", "frontline/flow"])
    }
}
