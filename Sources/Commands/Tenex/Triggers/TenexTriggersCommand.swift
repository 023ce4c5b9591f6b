import ArgumentParser
import Documents
import Platforms

/// `weir tenex triggers`: what starts workflows, or tells URLs.
struct TenexTriggersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triggers", abstract: "List, create, change and delete triggers.",
        subcommands: [
            TenexTriggersListCommand.self, TenexTriggersGetCommand.self,
            TenexTriggersCreateCommand.self, TenexTriggersUpdateCommand.self,
            TenexTriggersEnableCommand.self, TenexTriggersDisableCommand.self,
            TenexTriggersDeleteCommand.self,
        ])
}

/// `weir tenex triggers list`: every trigger, or those of a workflow or an event.
struct TenexTriggersListCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List triggers.")

    static let output = Listing.schema(columns)

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Option(
        help: "Only those of this workflow: an id, a name or an address.",
        completion: LiveIDs.completion(.workflow))
    var workflow: String?
    @Option(help: "Only those that listen to this event, as lead.created.") var eventType: String?

    func run() async throws {
        try await operating.reach { place in
            var owner: String?
            if let workflow { owner = try await place.listed(workflow).id }
            let triggers = try await place.triggers(of: owner, eventType: eventType)
            place.operation.show(Listing(columns: Self.columns, items: triggers), reading)
            return .done
        }
    }

    private static let columns: [Column<Found>] = [
        Column("id", "id", "The trigger's id.") { $0.liveID },
        Column("name", "name", "What people call it.") { $0.raw["name"] ?? .null },
        Column("source", "source", "crm, connector or schedule.") { $0.raw["source"] ?? .null },
        Column("fires on", "fires_on", "The event, or the schedule with its time zone.") {
            $0.triggerCause.map { .text($0) } ?? .null
        },
        Column("target", "target", "The workflow's id, or the URL.") { trigger in
            let url = trigger.raw["target_url"].flatMap { $0.isNull ? nil : $0 }
            return url ?? trigger.raw["workflow_id"] ?? .null
        },
        Column("enabled", "enabled", type: "boolean", "Whether it fires.") {
            $0.raw["enabled"] ?? .null
        },
        Column("last fired", "last_fired_at", "When it last fired.") {
            $0.raw["last_fired_at"] ?? .null
        },
        Column(nil, "event_type", "The event.") { $0.raw["event_type"] ?? .null },
        Column(nil, "workflow_id", "The workflow's id.") { $0.raw["workflow_id"] ?? .null },
        Column(nil, "target_type", "workflow or webhook.") { $0.raw["target_type"] ?? .null },
        Column(nil, "address", "The address of the file that manages it.") { trigger in
            trigger.recorded.map { .text($0.address.text) } ?? .null
        },
    ]
}

/// `weir tenex triggers get ID…`: triggers as the service shows them.
struct TenexTriggersGetCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show triggers with their filters and mappings.",
        aliases: ["describe"])

    static let output = OutputSchema.list(of: TenexSchemas.trigger)

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Argument(help: "Ids, names or addresses.", completion: LiveIDs.completion(.trigger))
    var triggers: [String]

    func run() async throws {
        try await operating.reach { place in
            let found = try await place.triggers(named: triggers)
            place.operation.show(Details(values: found.map { .object($0.raw) }), reading)
            return .done
        }
    }
}
