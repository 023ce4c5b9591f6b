import Tenex
import ArgumentParser
import Diagnostics
import Documents
import Platforms

extension ResourceType {
    /// Triggers of 10ex.
    static let trigger = ResourceType("tenex", "trigger", isListedWhole: true)
}

/// `weir tenex triggers`: what starts workflows, or tells URLs.
struct TenexTriggers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triggers", abstract: "List, create, change and delete triggers.",
        subcommands: [
            ListCommand<List>.self, GetCommand<Get>.self, WriteCommand<Create>.self,
            UpdateCommand<Update>.self, SteerCommand<Enable>.self, SteerCommand<Disable>.self,
            SteerCommand<Delete>.self,
        ])
}

extension TenexTriggers {
    /// Every trigger, or those of a workflow or an event.
    enum List: ListVerb {
        typealias Place = TenexOptions
        static let help = VerbHelp(.trigger, "list", "List triggers.")

        struct Input: ParsableArguments {
            @Option(
                help: "Only those of this workflow: an id, a name or an address.",
                completion: LiveIDs.completion(.workflow))
            var workflow: String?
            @Option(help: "Only those that listen to this event, as lead.created.")
            var eventType: String?
        }

        static let columns: [Column<LiveObject>] = [
            .id("The trigger's id."), .member("name", "name", "What people call it."),
            .member("source", "source", "crm, connector or schedule."),
            Column("fires on", "fires_on", "The event, or the schedule with its time zone.") {
                TenexTriggerAnswer($0.raw).cause.map { .text($0) } ?? .null
            },
            Column("target", "target", "The workflow's id, or the URL.") {
                TenexTriggerAnswer($0.raw).target
            },
            .member("enabled", "enabled", type: "boolean", "Whether it fires."),
            .member("last fired", "last_fired_at", "When it last fired."),
            .member(nil, "event_type", "The event."),
            .member(nil, "workflow_id", "The workflow's id."),
            .member(nil, "target_type", "workflow or webhook."), .address(),
        ]

        static func list(
            _ input: Input, _ context: TenexWorkspace
        ) async throws -> Listing<LiveObject> {
            var workflow: String?
            if let word = input.workflow { workflow = try await context.find(word, .workflow).id }
            let event = input.eventType
            let asked = context.speaks.triggers(of: workflow, eventType: event)
            let values = try await context.list(asked, "the triggers").filter {
                TenexTriggerAnswer($0.object ?? [:]).isOf(workflow: workflow, event: event)
            }
            let triggers = TenexOperations.observed(triggers: values, context.account)
                .map { context.operation.live($0, .trigger) }.sorted()
            return Listing(columns: columns, items: triggers)
        }
    }

    enum Get: GetVerb {
        typealias Place = TenexOptions
        static let help = VerbHelp(
            .trigger, "get", "Show triggers with their filters and mappings.",
            aliases: ["describe"])
        static let schema = TenexSchemas.trigger

        static func values(
            _ found: [LiveObject], _ input: NoInput, _ context: TenexWorkspace
        ) -> [Value] { found.map { .object($0.raw) } }
    }

    enum Enable: TenexTriggerStep {
        static let help = VerbHelp(.trigger, "enable", "Let triggers fire.")
    }

    enum Disable: TenexTriggerStep {
        static let help = VerbHelp(
            .trigger, "disable", "Let triggers not fire; `enable` takes it back.")
    }

    enum Delete: DeleteVerb {
        typealias Place = TenexOptions
        static let help = VerbHelp(
            .trigger, "delete", "Delete triggers; runs that they started go on.")

        static func consequences(_ trigger: LiveObject, _ context: TenexWorkspace) -> [String] {
            ["`weir tenex triggers disable` is the one that can be taken back"]
        }
    }
}

/// A step of triggers, told of those that are so already.
protocol TenexTriggerStep: StepVerb where Place == TenexOptions {}

extension TenexTriggerStep {
    static func unchanged(_ trigger: LiveObject, _ input: Input) -> String? {
        guard steps.contains(where: { $0.to == trigger.state }) else { return nil }
        return "\(trigger.title) is \(PendingWrite.past(help.name)) already"
    }

    static func calls(
        _ step: Lifecycle.Transition, _ trigger: LiveObject, _ context: TenexWorkspace
    ) throws -> [Call] {
        let isEnabled = step.to == "true"
        let call = context.speaks.update(
            trigger.liveID, ["enabled": .bool(isEnabled)],
            saying: isEnabled ? "let it fire" : "let it not fire", at: trigger.address)
        return [try context.present(call, .updateTrigger)]
    }
}
