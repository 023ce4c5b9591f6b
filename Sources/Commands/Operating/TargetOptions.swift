import ArgumentParser
import Documents

/// Which objects a command is about.
protocol TargetOptions: ParsableArguments {
    /// The objects, in the order they were named.
    func find(_ type: ResourceType, in context: some OperatingContext) async throws -> [LiveObject]
}

/// Objects that the arguments name.
struct ObjectArguments<V: Verb>: TargetOptions {
    @Argument(
        help: ArgumentHelp(stringLiteral: V.type.argumentHelp).named(V.type.plural),
        completion: LiveIDs.completion(V.type))
    var ids: [String]

    func find(_ type: ResourceType, in context: some OperatingContext) async throws -> [LiveObject]
    { try await context.find(ids, type) }
}

/// No arguments: what is shown is named by the other options of the command.
struct NoTargets: TargetOptions {
    func find(_ type: ResourceType, in context: some OperatingContext) async throws -> [LiveObject]
    { [] }
}

extension ArgumentHelp {
    /// The same with a name for the value: `<jobs>`.
    func named(_ name: String) -> ArgumentHelp {
        ArgumentHelp(abstract, discussion: discussion, valueName: name, visibility: visibility)
    }
}
