import Documents
import EmulatedKit
import Platforms
import Testing

@testable import Commands

/// What people meet while a conversation that runs is changed.
@Suite struct `a draft that is half written` {
    private static let kinds = ["cut-before", "cut-after", "500-before", "500-after-commit"]

    @Test(arguments: EmulatedPreset.allCases)
    func `is never what runs, wherever an apply is cut`(_ preset: EmulatedPreset) async throws {
        let subject = Subject.frontline(preset: preset)
        let documents = subject.documents.filter { $0.name == "agent/other" }
        let flow = try #require(subject.documents.first { $0.name == "flow/wait" })
        let (old, new) = (Self.running(flow), Self.changed(flow))
        let count = try await World.with(subject, documents: documents + [old]) { world in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            _ = try await world.takeWrites()
            try world.write([new])
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            return try await world.takeWrites().count
        }
        #expect(count > 5)
        for kind in Self.kinds {
            for number in 0..<count {
                try await World.with(subject, documents: documents + [old]) { world in
                    try await Self.check(world, new, kind, number)
                }
            }
        }
    }

    private static func check(
        _ world: World, _ new: Document, _ kind: String, _ number: Int
    ) async throws {
        let said: () -> Comment = { "\(kind) at write \(number)\n\(world.talk.text)" }
        #expect(try await world.apply() == .done, said())
        let before = try await messages(world)
        try world.write([new])
        try await world.fault(kind, atWrite: number)
        let status = try? await world.apply()
        let between = try await messages(world)
        #expect(between == before || between == ["Bye.", "Sorry."], said())
        if status == .done { #expect(between == ["Bye.", "Sorry."], said()) }
        _ = try? await world.apply()
        #expect(try await world.plan().isEmpty, said())
        #expect(try await messages(world) == ["Bye.", "Sorry."], said())
    }

    /// What the published version of the flow says, sorted.
    private static func messages(_ world: World) async throws -> [String] {
        let live = try await world.readBehindOurBack()["liveNodes"]?.list ?? []
        return live.compactMap { $0["data"]?["message"]?.text }.sorted()
    }

    private static func running(_ flow: Document) -> Document {
        var flow = flow
        flow.value = flow.value.with("status", "ACTIVE")
            .with("nodes", [enter, say("one", "Please wait."), say("two", "Bye.")])
            .with("edges", ["enter": ["default": "one"], "one": ["default": "two"]])
        return flow
    }

    /// Another description, a node more, one of another type, and the edges turned round.
    private static func changed(_ flow: Document) -> Document {
        var flow = running(flow)
        let one: Value = [
            "key": "one", "type": "TOOLS_AI", "data": ["instructions": "Offer help."],
        ]
        var sorry = say("sorry", "Sorry.")
        sorry = sorry.with("alias", "Sorry")
        flow.value = flow.value.with("description", "Now")
            .with("nodes", [enter, sorry, say("two", "Bye."), one])
            .with(
                "edges",
                [
                    "enter": ["default": "sorry"], "sorry": ["default": "two"],
                    "two": ["default": "one"],
                ])
        return flow
    }

    private static let enter: Value = [
        "key": "enter", "type": "TRIGGER_INTENT", "data": ["agenticRouting": "Somebody waits."],
    ]

    private static func say(_ key: String, _ message: String) -> Value {
        ["key": .text(key), "type": "SAY_AI", "data": ["message": .text(message)]]
    }
}
