import ArgumentParser
import Documents
import Platforms

/// `weir tenex workflows list`: every workflow of the workspace.
struct TenexWorkflowsListCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List workflows, archived ones too.")

    static let output = Listing.schema(columns)

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: "Only those in this state: draft, active, paused or archived.")
    var status: String?

    func run() async throws {
        try await operating.reach { place in
            let all = try await place.workflows(status: status)
            let shown = all.filter { status == nil || $0.raw["status"]?.text == status }
            place.operation.show(Listing(columns: Self.columns, items: shown), reading)
            return .done
        }
    }

    private static let columns: [Column<Found>] = [
        Column("id", "id", "The workflow's id.") { $0.liveID },
        Column("name", "name", "What people call it.") { $0.raw["name"] ?? .null },
        Column("status", "status", "draft, active, paused or archived.") {
            $0.raw["status"] ?? .null
        },
        Column("version", "current_version", type: "integer", "The version that runs start with.") {
            $0.raw["current_version"] ?? .null
        },
        Column("inputs", "inputs", type: "array", "What a run takes; required ones end in `*`.") {
            .list(TenexInputs.names($0.raw["inputs"]).map { .text($0) })
        },
        Column("updated", "updated_at", "When it last changed.") { $0.raw["updated_at"] ?? .null },
        Column(nil, "description", "What it is for.") { $0.raw["description"] ?? .null },
        Column(nil, "template_slug", "The template it was made of.") {
            $0.raw["template_slug"] ?? .null
        },
        Column(nil, "created_at", "When it was made.") { $0.raw["created_at"] ?? .null },
        Column(nil, "address", "The address of the file that manages it.") { workflow in
            workflow.recorded.map { .text($0.address.text) } ?? .null
        },
    ]
}
