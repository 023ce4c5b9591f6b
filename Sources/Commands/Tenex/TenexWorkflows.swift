import Diagnostics
import Tenex
import ArgumentParser
import Documents
import Platforms

extension ResourceType {
    /// Workflows of 10ex.
    static let workflow = ResourceType(
        "tenex", "workflow", isListedWhole: true,
        steps: StepWords(
            code: TenexCommandCode.workflowState, over: "nothing brings an archived workflow back"))
}

/// `weir tenex workflows`: graphs of steps, and what may be done with them.
struct TenexWorkflows: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflows", abstract: "List, create, change and start workflows.",
        subcommands: [
            ListCommand<List>.self, GetCommand<Get>.self, WriteCommand<Create>.self,
            UpdateCommand<Update>.self, SteerCommand<Activate>.self, SteerCommand<Pause>.self,
            SteerCommand<Archive>.self, TenexWorkflowsTriggerCommand.self, TenexVersions.self,
        ], aliases: ["flows"])
}

extension TenexWorkflows {
    enum List: ListVerb {
        typealias Place = TenexOptions
        static let help = VerbHelp(.workflow, "list", "List workflows, archived ones too.")

        struct Input: ParsableArguments {
            @Option(help: "Only those in this state: draft, active, paused or archived.")
            var status: String?
        }

        static let columns: [Column<LiveObject>] = [
            .id("The workflow's id."), .member("name", "name", "What people call it."),
            .member("status", "status", "draft, active, paused or archived."),
            .member(
                "version", "current_version", type: "integer",
                "The version that runs start with."),
            Column(
                "inputs", "inputs", type: "array", "What a run takes; required ones end in `*`."
            ) { .list(TenexInputs.names($0.raw["inputs"]).map { .text($0) }) },
            .member("updated", "updated_at", "When it last changed."),
            .member(nil, "description", "What it is for."),
            .member(nil, "template_slug", "The template it was made of."),
            .member(nil, "created_at", "When it was made."), .address(),
        ]

        static func list(
            _ input: Input, _ context: TenexWorkspace
        ) async throws -> Listing<LiveObject> {
            let asked = context.speaks.workflows(status: input.status)
            let values = try await context.list(asked, "the workflows")
            let all = TenexOperations.observed(workflows: values, context.account)
                .map { context.operation.live($0, .workflow) }.sorted()
            let shown = all.filter { input.status == nil || $0.state == input.status }
            return Listing(columns: columns, items: shown)
        }
    }

    enum Get: GetVerb {
        typealias Place = TenexOptions
        static let help = VerbHelp(
            .workflow, "get", "Show workflows with their graphs.", aliases: ["describe"])
        static let schema = TenexSchemas.workflow

        static func values(
            _ found: [LiveObject], _ input: NoInput, _ context: TenexWorkspace
        ) async throws -> [Value] {
            var values: [Value] = []
            for listed in found { values.append(.object(try await context.whole(listed).raw)) }
            return values
        }
    }

    /// Of a payload, or of a template.
    enum Create: WriteVerb {
        typealias Place = TenexOptions
        static let help = VerbHelp(
            .workflow, "create", "Create a workflow of a file, or of a template.")

        struct Input: PayloadInput {
            @Option(
                name: [.short, .long],
                help: """
                    The platform's JSON payload or a document of a project; `-` is standard input.
                    """, completion: .file(extensions: ["json", "yaml", "yml"]))
            var file: String?
            @Option(help: "Copy this template instead; `weir tenex templates list` shows them.")
            var template: String?
            @Option(
                help: "An input of the template: `name=value`, JSON or `@FILE`; may be repeated.")
            var input: [String] = []
            @Option(help: "What to call the workflow of a template.") var name: String?

            var payloadFile: String? { file }

            func validate() throws {
                guard (file == nil) != (template == nil) else {
                    throw ValidationError("give a payload with -f, or a template with --template")
                }
                if file != nil, !input.isEmpty || name != nil {
                    throw ValidationError("--input and --name belong to --template")
                }
            }
        }

        static func writes(
            _ input: Input, _ context: TenexWorkspace
        ) async throws -> [PendingWrite] {
            if let template = input.template {
                return [
                    try await context.create(
                        fromTemplate: template, input.input, name: input.name)
                ]
            }
            return [try await context.operation.creation(of: .workflow)].compactMap(\.self)
        }
    }

    enum Update: UpdateVerb {
        typealias Place = TenexOptions
        typealias Input = PayloadOptions
        static let help = VerbHelp(
            .workflow, "update",
            "Change a workflow; another graph makes a new version, what is left out stays.")
    }

    enum Activate: TenexWorkflowStep {
        static let help = VerbHelp(
            .workflow, "activate", "Let the triggers of workflows start runs.")
    }

    enum Pause: TenexWorkflowStep {
        static let help = VerbHelp(
            .workflow, "pause", "Let no trigger start a run; `activate` takes it back.")

        static func consequences(
            _ workflow: LiveObject, _ context: TenexWorkspace
        ) -> [String] {
            ["`weir tenex runs pause --workflow \(workflow.id)` pauses the runs under way"]
        }
    }

    enum Archive: TenexWorkflowStep {
        static let help = VerbHelp(
            .workflow, "archive", "Put workflows away for good; the runs' history stays.")
    }
}

/// A step of workflows.
protocol TenexWorkflowStep: StepVerb where Place == TenexOptions {}

extension TenexWorkflowStep {
    static func calls(
        _ step: Lifecycle.Transition, _ workflow: LiveObject, _ context: TenexWorkspace
    ) throws -> [Call] {
        let (id, address, speaks) = (workflow.liveID, workflow.address, context.speaks)
        if step.action == .stop {
            return [try context.present(speaks.archive(id, at: address), .archiveWorkflow)]
        }
        return [try context.present(speaks.set(step.to, id, at: address), .updateWorkflow)]
    }
}
