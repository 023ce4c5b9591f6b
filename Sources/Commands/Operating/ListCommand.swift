import ArgumentParser
import Documents
import Platforms

/// Lists objects as a table, and as JSON with the same columns.
protocol ListVerb: Verb {
    /// What is listed: live objects unless said.
    associatedtype Item: Sendable = LiveObject
    /// The columns, which give the JSON and its schema too.
    static var columns: [Column<Item>] { get }
    /// Reads what to show.
    static func list(_ input: Input, _ context: Context) async throws -> Listing<Item>
}

extension ListVerb where Item == LiveObject {
    /// Every object of the type, by name.
    static func list(_ input: Input, _ context: Context) async throws -> Listing<LiveObject> {
        Listing(columns: columns, items: try await context.all(type))
    }
}

/// The command of a verb that lists.
struct ListCommand<V: ListVerb>: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static var configuration: CommandConfiguration { V.configuration }
    static var examples: [String] { V.examples("", or: "--format json") }
    static var output: Value { Listing.schema(V.columns) }

    @OptionGroup var place: V.Place
    @OptionGroup var reading: V.Context.List
    @OptionGroup var input: V.Input

    func run() async throws {
        try await place.open(V.type.kind.platform, nil) { context in
            let list = try await V.list(input, context)
            reading.show(list, context.operation)
            list.remarks.forEach { context.operation.session.console.talk($0) }
            if reading.format == .text {
                list.hints.forEach { context.operation.session.console.talk($0) }
            }
            return .done
        }
    }
}
