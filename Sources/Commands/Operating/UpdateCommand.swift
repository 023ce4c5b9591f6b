import ArgumentParser
import Documents
import Platforms

/// Changes one object; what its options or its payload leave out stays.
protocol UpdateVerb: Verb {
    /// The payload over the object that was named, where it takes one.
    static func payload(_ input: Input, over target: String) -> PayloadRequest?
    /// Refuses an object that cannot be changed so.
    static func check(_ found: LiveObject, _ context: Context) throws
    /// Changes the planned update, or says more of it.
    static func adjust(_ row: inout PlanRow)
    /// What is told of an object that is so already.
    static func unchanged(_ found: LiveObject) -> String
    /// The write; nil where the object is so already.
    static func write(
        _ found: LiveObject, _ input: Input, _ context: Context
    ) async throws -> PendingWrite?
}

extension UpdateVerb {
    /// None.
    static func payload(_ input: Input, over target: String) -> PayloadRequest? { nil }
    /// Refuses nothing.
    static func check(_ found: LiveObject, _ context: Context) throws {}
    /// Changes nothing.
    static func adjust(_ row: inout PlanRow) {}
    /// That nothing was sent.
    static func unchanged(_ found: LiveObject) -> String { found.unchanged }
}

extension UpdateVerb where Input: PayloadInput {
    static func payload(_ input: Input, over target: String) -> PayloadRequest? {
        input.request(type, over: target)
    }

    /// What the payload says differs from the object.
    static func write(
        _ found: LiveObject, _ input: Input, _ context: Context
    ) async throws -> PendingWrite? {
        try await context.operation.update(
            of: found, type, check: { try check($0, context) }, adjust: adjust)
    }
}

/// The command of a verb that changes an object.
struct UpdateCommand<V: UpdateVerb>: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static var configuration: CommandConfiguration { V.configuration }
    static var examples: [String] { V.examples(V.type.example, or: "--yes") }
    static var output: Value { OutputSchema.written }

    @OptionGroup var place: V.Place
    @OptionGroup var writing: WritingOptions
    @OptionGroup var input: V.Input
    @Argument(
        help: ArgumentHelp(stringLiteral: V.type.singularArgumentHelp).named(V.type.singular),
        completion: LiveIDs.completion(V.type))
    var target: String

    func run() async throws {
        try await place.open(V.type.kind.platform, V.payload(input, over: target)) { context in
            let found = try await context.find(target, V.type)
            let write = try await V.write(found, input, context)
            if write == nil { context.operation.session.console.talk(V.unchanged(found)) }
            return try await context.operation.carryOut(
                [write].compactMap(\.self), writing, command: V.command)
        }
    }
}
