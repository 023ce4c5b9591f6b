import ArgumentParser
import Documents
import Platforms

/// Shows everything about objects, as the platform shows them.
protocol GetVerb: Verb {
    /// How the objects are named.
    associatedtype Targets: TargetOptions = ObjectArguments<Self>
    /// The schema of one of them.
    static var schema: Value { get }
    /// Reads the objects that were named.
    static func values(
        _ found: [LiveObject], _ input: Input, _ context: Context
    ) async throws -> [Value]
    /// What people should know of them, told after they are shown.
    static func remarks(_ values: [Value], _ context: Context) -> [String]
}

extension GetVerb {
    /// What Weir knows of the kind, and whatever else the platform shows.
    static var schema: Value {
        type.isAuthored ? OutputSchema.live(type.rules) : OutputSchema.live(lookup: type.kind)
    }
    /// Nothing.
    static func remarks(_ values: [Value], _ context: Context) -> [String] { [] }

    /// Reads each by itself, as the kind reads one of its objects; without a kind as it is listed.
    static func values(
        _ found: [LiveObject], _ input: Input, _ context: Context
    ) async throws -> [Value] {
        guard type.isAuthored else { return found.map { .object($0.raw) } }
        let (type, account) = (type, context.account)
        return try await context.operation.gather(found) { one in
            type.rules.readBack(
                liveID: one.liveID, value: one.observed?.value ?? [:], address: one.address,
                account: account
            ).request
        }
    }
}

/// The command of a verb that shows objects.
struct GetCommand<V: GetVerb>: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static var configuration: CommandConfiguration { V.configuration }
    static var examples: [String] { V.examples(V.Targets.example(V.type), or: "--format json") }
    static var output: Value { OutputSchema.list(of: V.schema) }

    @OptionGroup var place: V.Place
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var input: V.Input
    @OptionGroup var targets: V.Targets

    func run() async throws {
        try await place.open(V.type.kind.platform, nil) { context in
            let found = try await targets.find(V.type, in: context)
            let values = try await V.values(found, input, context)
            context.operation.show(Details(values: values), reading)
            V.remarks(values, context).forEach { context.operation.session.console.talk($0) }
            return .done
        }
    }
}

/// Which objects a command is about.
protocol TargetOptions: ParsableArguments {
    /// The objects, in the order they were named.
    func find(_ type: ResourceType, in context: some OperatingContext) async throws -> [LiveObject]
    /// What names one of them in an example.
    static func example(_ type: ResourceType) -> String
}

extension TargetOptions {
    /// A document of its kind.
    static func example(_ type: ResourceType) -> String { type.example }
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
    static func example(_ type: ResourceType) -> String { "" }

    func find(_ type: ResourceType, in context: some OperatingContext) async throws -> [LiveObject]
    { [] }
}

extension ArgumentHelp {
    /// The same with a name for the value: `<jobs>`.
    func named(_ name: String) -> ArgumentHelp {
        ArgumentHelp(abstract, discussion: discussion, valueName: name, visibility: visibility)
    }
}
