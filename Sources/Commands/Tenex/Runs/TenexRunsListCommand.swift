import ArgumentParser
import Documents
import Platforms
import Tenex

/// `weir tenex runs list`: runs, filtered as the service filters them.
struct TenexRunsListCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List runs, the newest first.")

    static let output = Listing.schema(columns)

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Option(
        help: "Only runs of this workflow: an id, a name or an address.",
        completion: LiveIDs.completion(.workflow))
    var workflow: String?
    @Option(help: "Only runs that stand so, as in running, awaiting_approval or failed.")
    var status: String?
    @Option(help: "Only runs started so: manual, crm_event, connector_event or schedule.")
    var triggerType: String?
    @Option(help: "Only runs that this source started: manual, crm, connector or schedule.")
    var triggerSource: String?
    @Option(help: "Only runs made since: a date, or a time as `2026-05-01T09:00:00Z`.")
    var after: TenexTime?
    @Option(help: "Only runs made before: a date, or a time.") var before: TenexTime?

    func run() async throws {
        try await operating.reach { place in
            let filter = try await filter(place)
            let runs = try await place.runs(filter)
            place.operation.show(Listing(columns: Self.columns, items: runs), reading)
            return .done
        }
    }

    private func filter(_ place: TenexPlace) async throws -> TenexOperations.RunFilter {
        var filter = TenexOperations.RunFilter()
        if let workflow { filter.workflow = try await place.listed(workflow).id }
        filter.status = try status.map(TenexPlace.status)
        filter.triggerType = triggerType?.replacing("-", with: "_")
        filter.triggerSource = triggerSource
        filter.after = after?.time
        filter.before = before?.time
        return filter
    }

    private static let columns: [Column<Value>] = [
        Column("id", "id", "The run's id.") { $0["id"] ?? .null },
        Column("workflow", "workflow_id", "The workflow's id.") { $0["workflow_id"] ?? .null },
        Column("version", "version", type: "integer", "The version that it keeps.") {
            $0["version"] ?? .null
        },
        Column("status", "status", "How it stands.") { run in
            run["status"]?.text.map { .text(TenexRunStatus($0).word) } ?? .null
        },
        Column("started by", "trigger_type", "manual, crm_event, connector_event or schedule.") {
            $0["trigger_type"] ?? .null
        },
        Column("created", "created_at", "When it was made.") { $0["created_at"] ?? .null },
        Column("finished", "finished_at", "When it ended.") { $0["finished_at"] ?? .null },
        Column("error", "trouble", "Why it failed, and where.") { run in
            TenexTrace.trouble(of: run).map { .text($0) } ?? .null
        },
        Column(nil, "trigger_id", "The trigger that started it.") { $0["trigger_id"] ?? .null },
        Column(nil, "started_at", "When its first step began.") { $0["started_at"] ?? .null },
    ]
}
