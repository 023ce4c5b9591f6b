import ArgumentParser
import Diagnostics
import Documents
import Platforms

/// Changes objects that were named, each by a write that was agreed to.
protocol SteerVerb: Verb {
    /// How the objects are named.
    associatedtype Targets: TargetOptions = ObjectArguments<Self>
    /// Whether an object is so already, so that nothing is left to do; several may be given again.
    static func isDone(_ found: LiveObject) -> Bool
    /// Why an object cannot be changed so; none where it can.
    static func refusals(_ found: LiveObject, _ context: Context) -> [Diagnostic]
    /// How a refusal ends the command.
    static var refusalStatus: ExitStatus { get }
    /// What is told of an object that is so already, instead of a write; nil where it is not.
    static func unchanged(_ found: LiveObject, _ input: Input) -> String?
    /// The writes, before anything is asked or sent.
    static func writes(
        _ found: [LiveObject], _ input: Input, _ context: Context
    ) async throws -> [PendingWrite]
}

extension SteerVerb {
    /// As the lifecycle says.
    static func isDone(_ found: LiveObject) -> Bool { found.isDone(help.name) }

    /// Those of its state, as the lifecycle has it.
    static func refusals(_ found: LiveObject, _ context: Context) -> [Diagnostic] {
        found.refusals(help.name)
    }

    /// As a failure.
    static var refusalStatus: ExitStatus { .failed }
    /// It is not.
    static func unchanged(_ found: LiveObject, _ input: Input) -> String? { nil }
}

/// Takes a step of the lifecycle: its verb is the command's word.
protocol StepVerb: SteerVerb {
    /// What the step means for one object beyond what the lifecycle says.
    static func consequences(_ found: LiveObject, _ context: Context) -> [String]
    /// The calls of the step.
    static func calls(
        _ step: Lifecycle.Transition, _ found: LiveObject, _ context: Context
    ) throws -> [Call]
}

extension StepVerb {
    /// The steps of the lifecycle that the command takes.
    static var steps: [Lifecycle.Transition] { type.lifecycle?.steps(help.name) ?? [] }
    /// Nothing more.
    static func consequences(_ found: LiveObject, _ context: Context) -> [String] { [] }

    /// Those that the kind makes of the step.
    static func calls(
        _ step: Lifecycle.Transition, _ found: LiveObject, _ context: Context
    ) throws -> [Call] {
        try context.operation.calls(step, found)
    }

    static func writes(
        _ found: [LiveObject], _ input: Input, _ context: Context
    ) async throws -> [PendingWrite] {
        try found.map { one in
            guard let step = steps.first(where: { $0.from.contains(one.state) }) ?? steps.first
            else { preconditionFailure("a command that takes a step is named as its verb") }
            return PendingWrite(
                step, one, try calls(step, one, context), adding: consequences(one, context))
        }
    }
}

/// Deletes objects, which nothing takes back: what it means the kind says, as in a plan.
protocol DeleteVerb: SteerVerb {
    /// What the deletion means for one object beyond what the kind says.
    static func consequences(_ found: LiveObject, _ context: Context) async throws -> [String]
}

extension DeleteVerb {
    /// Nothing more.
    static func consequences(_ found: LiveObject, _ context: Context) -> [String] { [] }

    static func writes(
        _ found: [LiveObject], _ input: Input, _ context: Context
    ) async throws -> [PendingWrite] {
        var writes: [PendingWrite] = []
        for one in found {
            let more = try await consequences(one, context)
            writes.append(
                try context.operation.deletion(of: one, help.name, consequences: more))
        }
        return writes
    }
}

/// The command of a verb that steers or deletes.
struct SteerCommand<V: SteerVerb>: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static var configuration: CommandConfiguration { V.configuration }
    static var examples: [String] { V.examples(V.Targets.example(V.type), or: "--yes") }
    static var output: Value { OutputSchema.written }

    @OptionGroup var place: V.Place
    @OptionGroup var writing: WritingOptions
    @OptionGroup var input: V.Input
    @OptionGroup var targets: V.Targets

    func run() async throws {
        try await place.open(V.type.kind.platform, nil) { context in
            let operation = context.operation
            let named = try await targets.find(V.type, in: context)
            let found = operation.leaving(
                PendingWrite.past(V.help.name), named, where: V.isDone)
            found.compactMap { V.unchanged($0, input) }.forEach(operation.session.console.talk)
            let open = found.filter { V.unchanged($0, input) == nil }
            try operation.refuse(open.flatMap { V.refusals($0, context) }, V.refusalStatus)
            let writes = open.isEmpty ? [] : try await V.writes(open, input, context)
            return try await operation.carryOut(writes, writing, command: V.command)
        }
    }
}
