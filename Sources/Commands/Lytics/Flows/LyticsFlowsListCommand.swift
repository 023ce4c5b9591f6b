import ArgumentParser
import Documents
import Platforms

/// `weir lytics flows list`: every flow, its newest version.
struct LyticsFlowsListCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List flows, the newest version of each.")

    static let output = Listing.schema(columns)

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: "Only flows in this state: draft, running or draining.") var state: String?

    func validate() throws {
        let states = LyticsFlowStates.words
        guard let state, !states.contains(state) else { return }
        throw ValidationError("--state is one of \(states.joined(separator: ", "))")
    }

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let seen = try await operation.observe([Noun.flow.kind])
            let flows = seen.resources.map { operation.found($0, .flow) }
                .filter { state == nil || $0.state == state }
                .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
            operation.show(Listing(columns: Self.columns, items: flows), reading)
            return .done
        }
    }

    private static let columns: [Column<Found>] = [
        Column("id", "id", "The flow's id.") { .text($0.id) },
        Column("label", "label", "What people call it.") { $0.raw["label"] ?? .null },
        Column("state", "state", "draft, running or draining.") { .text($0.state) },
        Column("version", "version", type: "integer", "The newest version.") {
            $0.observed?.facts["version"] ?? .null
        },
        Column("steps", "steps", type: "integer", "How many steps it has.") { flow in
            .int(Int64(flow.observed?.value["steps"]?.list?.count ?? 0))
        },
        Column("managed by", "address", "The address of the file that manages it.") { flow in
            flow.recorded.map { .text($0.address.text) } ?? .null
        },
    ]
}

extension Found {
    /// The state of a flow.
    var state: String { observed?.facts["state"]?.text ?? raw["state"]?.text ?? "unknown" }
}
