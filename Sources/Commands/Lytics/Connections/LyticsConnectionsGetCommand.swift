import ArgumentParser
import Lytics
import Platforms

/// `weir lytics connections get ID…`: everything the service shows of connections.
struct LyticsConnectionsGetCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show everything about connections.")

    static let output = OutputSchema.list(of: OutputSchema.live(Noun.connection.rules))

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Argument(help: "Ids, labels or addresses.", completion: LiveIDs.completion(.connection))
    var connections: [String]

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let found = try await operation.find(connections, .connection)
            let whole = try await operation.gather(found) {
                LyticsConnectionOperations.get($0.liveID)
            }
            operation.show(Details(values: whole), reading)
            return .done
        }
    }
}
