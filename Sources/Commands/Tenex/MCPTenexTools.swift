import ArgumentParser
import Diagnostics
import Documents
import Platforms
import Reconciling
import Tenex

/// The tools that 10ex names for assistants, on one account.
struct MCPTenexTools {
    private let session: Session
    private let account: String?
    private let allowsWrites: Bool
    private let confirmations = MCPConfirmations()

    init(session: Session, account: String?, allowsWrites: Bool) {
        self.session = session
        self.account = account
        self.allowsWrites = allowsWrites
    }

    /// All of them.
    var all: [MCPTool] { [templates, create, trigger] }

    private var templates: MCPTool {
        MCPTool(
            name: "list_workflow_templates", title: "List workflow templates",
            summary: "Lists the templates of the 10ex gallery with the inputs that they ask for.",
            arguments: [],
            output: MCPSchema.object([
                ("templates", "array", "The templates, as the service shows them."),
                ("problems", "array", "Every problem, with its places."),
            ]),
            isReadOnly: true
        ) { [self] _ in
            await run { place in
                let all = try await place.list(place.speaks.templates(), "the templates")
                let listing = Listing(columns: TenexTemplates.List.columns, items: all)
                let text = listing.text(TextStyle(width: .max))
                place.operation.session.console.data(
                    all.isEmpty ? "the gallery of this workspace is empty" : text)
                return ["templates": .list(all)]
            }
        }
    }

    private static let written = MCPSchema.object([
        ("sent", "boolean", "Whether it was sent."),
        ("confirmation", "string", "What to give as `confirm` to send it; good once."),
        ("request", "object", "What is sent: method, URL and body."),
        ("id", "string", "The id of what was made."),
        ("object", "object", "What was made, as the service answered."),
        ("problems", "array", "Every problem, with its places."),
    ])

    private static let confirm = MCPTool.Argument(
        name: "confirm", kind: .text,
        summary: "The confirmation of the first call, once the person agreed to what it showed.")

    private var create: MCPTool {
        MCPTool(
            name: "create_workflow_from_template", title: "Create a workflow from a template",
            summary: "Copies a template of the 10ex gallery into the workspace. The first call "
                + "shows what would be sent; the second, with `confirm`, sends it.",
            arguments: [
                .init(
                    name: "template_slug", kind: .text, summary: "As the gallery lists it.",
                    isRequired: true),
                .init(name: "inputs", kind: .object, summary: "What the template asks for."),
                .init(name: "name", kind: .text, summary: "What to call the workflow."),
                Self.confirm,
            ],
            output: Self.written, isReadOnly: false
        ) { [self] arguments in
            await write("create_workflow_from_template", arguments) { place in
                try await place.create(
                    fromTemplate: arguments["template_slug"]?.text ?? "",
                    inputs: arguments["inputs"]?.object ?? [:], name: arguments["name"]?.text)
            }
        }
    }

    private var trigger: MCPTool {
        MCPTool(
            name: "trigger_workflow", title: "Start a run of a workflow",
            summary: "Starts a run of a 10ex workflow with a payload, which is checked against the "
                + "workflow's inputs. The first call shows what would be sent; the second, with "
                + "`confirm`, sends it.",
            arguments: [
                .init(
                    name: "workflow_id", kind: .text, summary: "An id, a name or an address.",
                    isRequired: true),
                .init(name: "payload", kind: .object, summary: "The workflow's inputs by name."),
                Self.confirm,
            ],
            output: Self.written, isReadOnly: false
        ) { [self] arguments in
            await write("trigger_workflow", arguments) { place in
                let workflow = try await place.workflow(arguments["workflow_id"]?.text ?? "")
                return try place.start(workflow, payload: arguments["payload"]?.object ?? [:])
            }
        }
    }

    // How they run

    private func run(_ work: (TenexWorkspace) async throws -> Object) async -> MCPResult {
        var session = session
        session.pursuit = .operating
        return await MCPTranscript.result(session) { session, facts in
            let operation = try await session.operate(on: "tenex", account: account)
            facts = try await work(TenexWorkspace(operation))
        }
    }

    /// Shows a write, or sends the one that was shown.
    private func write(
        _ tool: String, _ arguments: Object, _ intend: (TenexWorkspace) async throws -> PendingWrite
    ) async -> MCPResult {
        guard allowsWrites else {
            return .failure(
                "nothing was sent: `\(tool)` writes, and this server was started without "
                    + "`--allow-writes`")
        }
        return await run { place in
            let intent = try await intend(place)
            let request = MCPRequest(intent, place.account).value
            guard let token = arguments["confirm"]?.text else {
                return offer(intent, request, place)
            }
            guard confirmations.take(token, for: request) else {
                throw Failure(.refused, Self.unconfirmed)
            }
            return try await send(intent, tool, request, place)
        }
    }

    private static let unconfirmed = Diagnostic.error(
        OperatingCode.mcpConfirmation,
        "the confirmation is not one for this request; nothing was sent",
        notes: ["a confirmation is good once, and for exactly what was shown with it"],
        help: "call the tool without `confirm`, and show the person what it answers")

    private func offer(_ intent: PendingWrite, _ request: Value, _ place: TenexWorkspace) -> Object
    {
        let token = confirmations.offer(for: request)
        place.operation.session.console.data(
            ConfirmationPrompt(operation: place.operation).shown(intent)
                + "\nnothing was sent yet: show this to the person, and to send exactly this call "
                + "again with `confirm: \(token)`")
        return ["sent": false, "confirmation": .text(token), "request": request]
    }

    private func send(
        _ intent: PendingWrite, _ tool: String, _ request: Value, _ place: TenexWorkspace
    ) async throws -> Object {
        let writing = try WritingOptions.parse(["--yes"])
        let deed = try await place.operation.deliver(intent, writing, command: "mcp \(tool)")
        guard let deed else { return ["sent": false] }
        var written = WriteResults()
        written.results = [deed]
        place.operation.session.console.data(written.text(TextStyle()))
        var facts: Object = ["sent": true, "id": .text(deed.id), "request": request]
        facts["object"] = deed.object
        return facts
    }
}
