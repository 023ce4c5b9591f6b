import ArgumentParser
import Documents
import Platforms
import Testing

@testable import Commands

/// What commands make of the steps of lifecycles, which plans share.
@Suite struct `a step of a lifecycle` {
    private static let types: [ResourceType] = [
        .flow, .job, .connection, .auth, .agent, .conversation, .variable, .intent, .workflow,
        .trigger, .run, .version,
    ]

    private struct Step {
        let type: ResourceType
        let step: Lifecycle.Transition

        /// The write that a command makes of it.
        var write: PendingWrite {
            let object = LiveObject(
                type: type, liveID: "7", raw: ["id": "7"], observed: nil, recorded: nil,
                address: Address("\(type.kind)/it"))
            return PendingWrite(step, object, [])
        }
    }

    private static var steps: [Step] {
        types.flatMap { type in
            ((type.lifecycle?.transitions ?? []) + (type.lifecycle?.manual ?? []))
                .map { Step(type: type, step: $0) }
        }
    }

    @Test func `asks for the id where nothing takes it back, and only there`() {
        #expect(Self.steps.contains { $0.step.isIrreversible })
        for step in Self.steps {
            #expect(
                (step.write.question == .typed) == step.step.isIrreversible,
                "\(step.type.kind) \(step.step.verb)")
        }
    }

    @Test func `says and does in a command what it does in a plan`() {
        for step in Self.steps {
            let row = step.write.row
            #expect(row.verb == step.step.verb)
            #expect(row.action == step.step.action)
            #expect(row.consequences == [step.step.consequence])
        }
    }

    /// The steps of Frontline are told by an option: `--status`, `--offline`.
    @Test func `is the word of a command`() {
        let commands = Set(OutputSchema.all().map { $0.words.joined(separator: " ") })
        for step in Self.steps where step.type.kind.platform != "frontline" {
            let command = "\(step.type.kind.platform) \(step.type.words) \(step.step.verb)"
            #expect(commands.contains(command))
        }
    }

    @Test func `is done in the past tense`() {
        let words = ["pause", "cancel", "drain", "make a draft of", "set"].map(PendingWrite.past)
        #expect(words == ["paused", "cancelled", "drained", "made a draft of", "set"])
    }
}

@Suite struct `a question before a write` {
    @Test func `takes only yes where it says so`() {
        #expect(PendingWrite.Question.plain.accepts("yes", id: "7"))
        for answer in ["y", "YES", "yes ", "", "7"] {
            #expect(!PendingWrite.Question.plain.accepts(answer, id: "7"))
        }
    }

    @Test func `takes a short yes where a write can be taken back`() {
        #expect(PendingWrite.Question.brief.accepts("y", id: "7"))
        #expect(PendingWrite.Question.brief.accepts("yes", id: "7"))
        #expect(!PendingWrite.Question.brief.accepts("no", id: "7"))
    }

    @Test func `takes the id alone where nothing takes it back`() {
        #expect(PendingWrite.Question.typed.accepts("7", id: "7"))
        #expect(!PendingWrite.Question.typed.accepts("yes", id: "7"))
    }
}
