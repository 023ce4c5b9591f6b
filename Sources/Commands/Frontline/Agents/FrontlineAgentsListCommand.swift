import ArgumentParser
import Documents
import Platforms

/// `weir frontline agents list`: every agent.
struct FrontlineAgentsListCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List agents.")

    static let output = Listing.schema(columns)

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var list: FrontlineListOptions

    func run() async throws {
        try await operating.run(on: "frontline") { operation in
            let agents = try await FrontlineAgentPlace.agents(operation)
                .map { operation.found($0, .agent) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
            list.show(Listing(columns: Self.columns, items: agents), operation)
            return .done
        }
    }

    private static let columns: [Column<Found>] = [
        Column("id", "id", "The agent's id.") { $0.liveID },
        Column("name", "name", "What people call it.") { $0.raw["name"] ?? .null },
        Column("status", "status", "The service's own word for its condition.") {
            $0.raw["status"] ?? .null
        },
        Column("managed by", "address", "The address of the file that manages it.") { agent in
            agent.recorded.map { .text($0.address.text) } ?? .null
        },
    ]
}
