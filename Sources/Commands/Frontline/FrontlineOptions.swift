import ArgumentParser
import Diagnostics
import Documents
import Frontline
import Platforms

// Groups within groups cost time in debug builds, so each of these names its options anew.

/// What every command takes that works on one agent.
struct FrontlineAgentOptions: ContextOptions {
    @OptionGroup var operating: OperatingOptions
    @Option(help: agentHelp, completion: LiveIDs.completion(.agent)) var agent: String?

    func open(
        _ platform: String, _ payload: PayloadRequest?,
        _ command: (FrontlineAgentContext) async throws -> ExitStatus
    ) async throws { try await operating.open(agent, command) }
}

/// What commands take that work on the agent that is named.
struct FrontlineAgentArgument: ContextOptions {
    @OptionGroup var operating: OperatingOptions
    @Option(help: agentHelp, completion: LiveIDs.completion(.agent)) var agent: String?
    @Argument(help: "The same without an option.", completion: LiveIDs.completion(.agent))
    var named: String?

    func open(
        _ platform: String, _ payload: PayloadRequest?,
        _ command: (FrontlineAgentContext) async throws -> ExitStatus
    ) async throws { try await operating.open(named ?? agent, command) }
}

/// What every command takes that works on one flow.
struct FrontlineFlowOptions: ContextOptions {
    @OptionGroup var operating: OperatingOptions
    @Option(help: agentHelp, completion: LiveIDs.completion(.agent)) var agent: String?
    @Option(help: flowHelp, completion: LiveIDs.completion(.conversation)) var flow: String?

    func open(
        _ platform: String, _ payload: PayloadRequest?,
        _ command: (FrontlineFlowContext) async throws -> ExitStatus
    ) async throws { try await operating.open(agent, flow: flow, command) }
}

/// What commands take that work on the flow that is named.
struct FrontlineFlowArgument: ContextOptions {
    @OptionGroup var operating: OperatingOptions
    @Option(help: agentHelp, completion: LiveIDs.completion(.agent)) var agent: String?
    @Option(help: flowHelp, completion: LiveIDs.completion(.conversation)) var flow: String?
    @Argument(help: "The same without an option.", completion: LiveIDs.completion(.conversation))
    var named: String?

    func open(
        _ platform: String, _ payload: PayloadRequest?,
        _ command: (FrontlineFlowContext) async throws -> ExitStatus
    ) async throws { try await operating.open(agent, flow: named ?? flow, command) }
}

private let agentHelp: ArgumentHelp =
    "The agent: an id, a name or an address; not needed where there is only one."
private let flowHelp: ArgumentHelp =
    "The flow: an id, a name or an address; not needed where there is only one."

extension OperatingOptions {
    /// Finds the agent, and runs a command on it.
    fileprivate func open(
        _ agent: String?, flow: String? = nil,
        _ command: (FrontlineAgentContext) async throws -> ExitStatus
    ) async throws {
        try await run(on: "frontline") { operation in
            try await command(try await FrontlineAgentContext.find(agent, flow: flow, operation))
        }
    }

    /// Finds the flow, with its graph, and runs a command on it.
    fileprivate func open(
        _ agent: String?, flow: String?,
        _ command: (FrontlineFlowContext) async throws -> ExitStatus
    ) async throws {
        try await open(agent, flow: flow) { owner in try await command(owner.flow(flow)) }
    }
}

/// What commands take that list: with `--table` a table wherever it is printed.
struct FrontlineListOptions: ListOptions {
    @Option(help: OutputFormat.help) var format: OutputFormat = .text
    @Flag(help: "A table with titles also where the output is piped.") var table = false

    /// Prints a list.
    func show(_ list: some Showable, _ operation: Operation) {
        var style = operation.session.style()
        if table, style.width == nil { style.width = .max }
        let format = table ? .text : format
        operation.session.console.data(format.show(list, style: style))
    }
}

/// Where a command finds the platform's own JSON.
struct FrontlineDataOptions: ParsableArguments {
    @Option(help: "The platform's JSON, or `@FILE`; `@-` is standard input.") var data: String?
    @Option(
        name: [.short, .long], help: "A file with it, as JSON or YAML; `-` is standard input.",
        completion: .file(extensions: ["json", "yaml", "yml"]))
    var file: String?

    func validate() throws {
        guard (data == nil) != (file == nil) else {
            throw ValidationError("give the JSON with --data or with -f")
        }
    }

    /// The object that was given.
    func object(_ session: Session, of type: ResourceType, as word: String) throws -> Object {
        var payload: Payload
        if let data, !data.hasPrefix("@") {
            let source = Source(name: "--data", text: data)
            payload = Payload(type: type, source: source, path: nil)
        } else {
            payload = try session.payload(file ?? String((data ?? "").dropFirst()), of: type)
        }
        return try session.free(payload, as: word).object ?? [:]
    }
}
