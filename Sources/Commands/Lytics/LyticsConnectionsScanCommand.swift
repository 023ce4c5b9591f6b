import ArgumentParser
import Documents
import Lytics
import Platforms

/// `weir lytics connections scan ID`: rows from the system behind a connection.
struct LyticsConnectionsScanCommand: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Show rows of the system behind a connection; changes nothing.")

    static let examples = [
        "lytics connections scan warehouse",
        "lytics connections scan warehouse --limit 5",
    ]
    static let output = LyticsScan.schema

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: "How many rows, at most 100; the service gives 20 by itself.") var limit: Int?
    @Option(help: "What to ask the system, in its own language.") var query: String?
    @Argument(
        help: "An id, a label or an address.", completion: LiveIDs.completion(.connection))
    var connection: String

    func validate() throws {
        guard let limit, !(1...LyticsConnectionOperations.mostRows).contains(limit) else { return }
        throw ValidationError("--limit is a number from 1 to 100")
    }

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let found = try await operation.find(connection, .connection)
            let request = LyticsConnectionOperations.scan(
                found.liveID, limit: limit, query: query)
            let value = try await LyticsConnectionReads(operation).read(
                request, "rows of the connection", of: found)
            operation.show(LyticsScan(value), reading)
            return .done
        }
    }
}

/// The answer of a scan: a table of rows for people, untouched for programs.
struct LyticsScan: Showable {
    /// The answer.
    let answer: LyticsScanAnswer

    /// Shows an answer.
    init(_ answer: Value) { self.answer = LyticsScanAnswer(answer) }

    func text(_ style: TextStyle) -> String {
        Table(answer.columns, rows: answer.rows.map { $0.map(Self.cell) }).text(style)
    }

    var json: Value { answer.raw }

    private static func cell(_ value: Value) -> String {
        if value.isNull { return "" }
        return value.text ?? value.canonicalJSON
    }

    /// The schema of the service's own answer.
    static let schema: Value = [
        "type": "object", "required": ["columns", "rows"],
        "properties": [
            "columns": OutputSchema.list(of: LyticsSchemaColumns.column),
            "row_count": ["type": "integer", "description": "How many rows were found."],
            "rows": ["type": "array", "description": "The rows."],
        ],
    ]
}
