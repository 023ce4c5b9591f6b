import ArgumentParser
import Documents
import Frontline
import Platforms

/// `weir frontline flows list`: the flows of an agent.
struct FrontlineFlowsListCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the flows of an agent.")

    static let output = Listing.schema(columns)

    @OptionGroup var agent: FrontlineAgentOptions
    @OptionGroup var list: FrontlineListOptions
    @Option(help: "Only flows in this state: \(FrontlineStatus.words).")
    var status: FrontlineStatus?

    func run() async throws {
        try await agent.run { place in
            let listed = try await place.flows().filter { flow in
                status.map { flow.value["status"]?.text == $0.canonical } ?? true
            }
            let flows = try await whole(listed, place)
                .map { place.operation.found($0, .conversation) }
                .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
            list.show(Listing(columns: Self.columns, items: flows), place.operation)
            return .done
        }
    }

    /// Lists may leave out which flow is the default; then each is read by itself.
    private func whole(
        _ flows: [ObservedResource], _ place: FrontlineAgentPlace
    ) async throws -> [ObservedResource] {
        if flows.allSatisfy({ $0.raw["isDefault"] != nil }) { return flows }
        let found = flows.map { place.operation.found($0, .conversation) }
        let id = place.id
        let details = try await place.operation.gather(found) {
            FrontlineFlowOperations.get($0.liveID, of: id)
        }
        return FrontlineFlowOperations.observed(details, of: id, place.account)
    }

    private static let columns: [Column<Found>] = [
        Column("id", "id", type: "integer", "The flow's id.") { $0.liveID },
        Column("name", "name", "What people call it.") { $0.raw["name"] ?? .null },
        Column("status", "status", "DRAFT, ACTIVE, PAUSED or ARCHIVED.") {
            $0.observed?.value["status"] ?? .null
        },
        Column(
            "default", "isDefault", type: "boolean",
            "Whether it runs at the start of every conversation."
        ) { $0.observed?.facts["isDefault"] ?? .null },
        Column("runs", "runCount", type: "integer", "How often it ran.") {
            $0.raw["runCount"] ?? .null
        },
        Column("updated", "updatedAt", "When it last changed.") { $0.raw["updatedAt"] ?? .null },
        Column(nil, "description", "What it is for.") { $0.raw["description"] ?? .null },
        Column(nil, "service_status", "The state in the service's own word.") {
            $0.raw["status"] ?? .null
        },
        Column(nil, "liveSnapshotId", "What conversations walk through.") {
            $0.raw["liveSnapshotId"] ?? .null
        },
        Column(nil, "draftSnapshotId", "What writes change.") {
            $0.raw["draftSnapshotId"] ?? .null
        },
        Column(nil, "createdAt", "When it was made.") { $0.raw["createdAt"] ?? .null },
        Column(nil, "address", "The address of the file that manages it.") { flow in
            flow.recorded.map { .text($0.address.text) } ?? .null
        },
    ]
}
