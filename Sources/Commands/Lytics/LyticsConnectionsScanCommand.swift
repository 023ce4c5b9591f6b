import ArgumentParser
import Documents
import Platforms

/// `weir lytics connections scan ID`: rows from the system behind a connection.
struct LyticsConnectionsScanCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Show rows of the system behind a connection; changes nothing.")

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
            operation.show(LyticsScan(value: value), reading)
            return .done
        }
    }
}
