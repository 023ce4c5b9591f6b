import ArgumentParser
import Diagnostics
import Documents
import Platforms
import Reconciling
import Tenex

/// The tools that 10ex names for assistants, on one account.
struct MCPTenexTools {
    private let service: MCPService
    private let confirmations = MCPConfirmations()

    init(service: MCPService) { self.service = service }

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
        ("request", "object", "What is sent: method, URL and body."),
        ("id", "string", "The id of what was made."),
        ("object", "object", "What was made, as the service answered."),
        ("problems", "array", "Every problem, with its places."),
    ])

    private static let confirm = MCPTool.Argument(
        name: "confirm", kind: .text,
        summary: "The code that the person read on the server's stderr, where the first call "
            + "says that there is one.")

    private var create: MCPTool {
        MCPTool(
            name: "create_workflow_from_template", title: "Create a workflow from a template",
            summary: "Copies a template of the 10ex gallery into the workspace, once the person "
                + "agreed to what is sent.",
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
                + "workflow's inputs, once the person agreed to what is sent.",
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
        var session = service.session
        session.pursuit = .operating
        return await MCPTranscript.result(session) { session, facts in
            let operation = try await session.operate(on: "tenex", account: service.account)
            facts = try await work(TenexWorkspace(operation))
        }
    }

    /// Shows a write, or sends the one that was shown.
    private func write(
        _ tool: String, _ arguments: Object, _ intend: (TenexWorkspace) async throws -> PendingWrite
    ) async -> MCPResult {
        guard service.allowsWrites else {
            return .failure(
                "nothing was sent: `\(tool)` writes, and this server was started without "
                    + "`--allow-writes`")
        }
        return await run { place in
            let intent = try await intend(place)
            let request = MCPRequest(intent, place.account).value
            if service.client.asksPeople {
                guard await service.client.confirms(question(intent, place)) else {
                    place.operation.session.console.data("nothing was sent: the person said no")
                    return ["sent": false, "request": request]
                }
                return try await send(intent, tool, request, place)
            }
            guard let code = arguments["confirm"]?.text else {
                return offer(intent, request, place)
            }
            guard confirmations.take(code, for: request) else {
                throw Failure(.refused, Self.unconfirmed)
            }
            return try await send(intent, tool, request, place)
        }
    }

    private static let unconfirmed = Diagnostic.error(
        OperatingCode.mcpConfirmation,
        "the code is not one for this request; nothing was sent",
        notes: ["a code is good once, and for exactly what was shown with it"],
        help: "call the tool without `confirm`, and ask the person for the new code")

    private func question(_ intent: PendingWrite, _ place: TenexWorkspace) -> String {
        ConfirmationPrompt(operation: place.operation).shown(intent)
    }

    /// Shows the person a code where no client asks them; an assistant does not see it.
    private func offer(_ intent: PendingWrite, _ request: Value, _ place: TenexWorkspace) -> Object
    {
        let code = confirmations.offer(for: request)
        let shown = question(intent, place)
        let console = service.session.console
        console.talk("an assistant asks to send this:")
        console.talkAsIs(shown)
        console.talk("to let it, give the assistant the code \(code), which is good once")
        place.operation.session.console.data(
            shown + "\nnothing was sent yet: the person finds a code on the stderr of this server. "
                + "Show them this, and where they agree call again with their code as `confirm`")
        return ["sent": false, "request": request]
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
