import ArgumentParser
import Diagnostics
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
        var write: PendingWrite { PendingWrite(step, object(in: step.from.first ?? ""), []) }

        /// An object of the type in a state of its lifecycle.
        func object(in state: String) -> LiveObject {
            let field = type.lifecycle?.field ?? ""
            return LiveObject(
                type: type, liveID: "7", raw: ["id": "7", field: .text(state)], observed: nil,
                recorded: nil, address: Address("\(type.kind)/it"))
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

    @Test func `is refused where the lifecycle has none, with what can be done`() {
        for step in Self.steps where step.type.steps != nil {
            let verb = step.step.verb
            for state in step.step.from {
                #expect(step.object(in: state).refusals(verb).isEmpty, "\(verb) from \(state)")
            }
            #expect(step.object(in: "a word of tomorrow").refusals(verb).isEmpty)
            guard let over = step.type.lifecycle?.over.first else { continue }
            let help = step.object(in: over).refusals(verb).first?.help
            #expect(help == step.type.steps?.over, "\(verb) from \(over)")
        }
        let job = Step(type: .job, step: Self.steps[0].step).object(in: "paused")
        #expect(job.refusals("pause").first?.help?.hasPrefix("it can `resume`") == true)
    }

    @Test func `is done where an object is what it leads to, and a bounce never`() {
        func isDone(_ type: ResourceType, _ verb: String, _ state: String) -> Bool {
            Step(type: type, step: Self.steps[0].step).object(in: state).isDone(verb)
        }
        #expect(isDone(.job, "pause", "paused"))
        #expect(isDone(.job, "kill", "killed"))
        #expect(!isDone(.job, "bounce", "running"))
        #expect(!isDone(.job, "pause", "running"))
        #expect(isDone(.run, "resume", "waiting"))
        #expect(isDone(.run, "cancel", "canceled"))
        #expect(isDone(.workflow, "activate", "active"))
    }

    @Test func `is done in the past tense`() {
        let words = ["pause", "cancel", "drain", "make a draft of", "set"].map(PendingWrite.past)
        #expect(words == ["paused", "cancelled", "drained", "made a draft of", "set"])
    }
}

extension Lifecycle {
    /// The states from which nothing leads on.
    fileprivate var over: [String] {
        (authored + gone + frozen).filter { verbs(from: $0) == [] && deletion[$0] == nil }
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
