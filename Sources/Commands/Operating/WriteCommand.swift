import ArgumentParser
import Documents
import Platforms

/// Writes what its options describe, such as a new object.
protocol WriteVerb: Verb {
    /// The payload, where it takes one.
    static func payload(_ input: Input) -> PayloadRequest?
    /// The writes, before anything is asked or sent; none where all is so already.
    static func writes(_ input: Input, _ context: Context) async throws -> [PendingWrite]
    /// What people should know once all of it is done.
    static func remarks(_ results: WriteResults, _ input: Input, _ context: Context) -> [String]
}

extension WriteVerb {
    /// None.
    static func payload(_ input: Input) -> PayloadRequest? { nil }
    /// Nothing.
    static func remarks(
        _ results: WriteResults, _ input: Input, _ context: Context
    ) -> [String] { [] }
}

extension WriteVerb where Input: PayloadInput {
    /// That of the options.
    static func payload(_ input: Input) -> PayloadRequest? { input.request(type, over: nil) }
}

/// Creates the object that a payload describes.
protocol CreateVerb: WriteVerb where Input: PayloadInput {
    /// A payload, and what else the verb takes.
    associatedtype Input = PayloadOptions
    /// Refuses a payload that the kind's own checks let pass.
    static func check(_ context: Context) async throws
    /// Changes the planned creation, or says more of it.
    static func adjust(_ row: inout PlanRow, _ input: Input)
}

extension CreateVerb {
    /// Refuses nothing.
    static func check(_ context: Context) async throws {}
    /// Changes nothing.
    static func adjust(_ row: inout PlanRow, _ input: Input) {}

    static func writes(_ input: Input, _ context: Context) async throws -> [PendingWrite] {
        try await check(context)
        guard var write = try await context.operation.creation(of: type) else { return [] }
        adjust(&write.row, input)
        return [write]
    }
}

/// The command of a verb that writes.
struct WriteCommand<V: WriteVerb>: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static var configuration: CommandConfiguration { V.configuration }
    static var examples: [String] { V.examples("", or: "--yes") }
    static var output: Value { OutputSchema.written }

    @OptionGroup var place: V.Place
    @OptionGroup var writing: WritingOptions
    @OptionGroup var input: V.Input

    func run() async throws {
        try await place.open(V.type.kind.platform, V.payload(input)) { context in
            let writes = try await V.writes(input, context)
            return try await context.operation.carryOut(
                writes, writing, command: V.command, remarks: { V.remarks($0, input, context) })
        }
    }
}
