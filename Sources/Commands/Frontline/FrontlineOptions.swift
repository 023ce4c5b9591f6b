import ArgumentParser
import Diagnostics
import Documents
import Frontline
import Platforms

// Groups within groups cost time in debug builds, so each of these names its options anew.

/// What every command takes that works on one agent.
struct FrontlineAgentOptions: ParsableArguments {
    @OptionGroup var operating: OperatingOptions
    @Option(
        help: "The agent: an id, a name or an address; not needed where there is only one.",
        completion: LiveIDs.completion(.agent, FrontlineCompletion.agents))
    var agent: String?

    /// Finds the agent and runs a command on it.
    func run(_ command: (FrontlineAgentPlace) async throws -> ExitStatus) async throws {
        try await operating.run(onAgent: agent, command)
    }
}

/// What commands take that work on the agent that is named.
struct FrontlineAgentArgument: ParsableArguments {
    @OptionGroup var operating: OperatingOptions
    @Option(
        help: "The agent: an id, a name or an address; not needed where there is only one.",
        completion: LiveIDs.completion(.agent, FrontlineCompletion.agents))
    var agent: String?
    @Argument(
        help: "The same without an option.",
        completion: LiveIDs.completion(.agent, FrontlineCompletion.agents))
    var named: String?

    /// Finds the agent and runs a command on it.
    func run(_ command: (FrontlineAgentPlace) async throws -> ExitStatus) async throws {
        try await operating.run(onAgent: named ?? agent, command)
    }
}

/// What every command takes that works on one flow.
struct FrontlineFlowOptions: ParsableArguments {
    @OptionGroup var operating: OperatingOptions
    @Option(
        help: "The agent: an id, a name or an address; not needed where there is only one.",
        completion: LiveIDs.completion(.agent, FrontlineCompletion.agents))
    var agent: String?
    @Option(
        help: "The flow: an id, a name or an address; not needed where there is only one.",
        completion: LiveIDs.completion(.conversation, FrontlineCompletion.flows))
    var flow: String?

    /// Finds the flow, with its graph, and runs a command on it.
    func run(_ command: (FrontlineFlowPlace) async throws -> ExitStatus) async throws {
        try await operating.run(onAgent: agent, flow: flow) { place in
            try await command(try await place.flow(flow))
        }
    }
}

/// What commands take that work on the flow that is named.
struct FrontlineFlowArgument: ParsableArguments {
    @OptionGroup var operating: OperatingOptions
    @Option(
        help: "The agent: an id, a name or an address; not needed where there is only one.",
        completion: LiveIDs.completion(.agent, FrontlineCompletion.agents))
    var agent: String?
    @Option(
        help: "The flow: an id, a name or an address; not needed where there is only one.",
        completion: LiveIDs.completion(.conversation, FrontlineCompletion.flows))
    var flow: String?
    @Argument(
        help: "The same without an option.",
        completion: LiveIDs.completion(.conversation, FrontlineCompletion.flows))
    var named: String?

    /// Finds the flow, with its graph, and runs a command on it.
    func run(_ command: (FrontlineFlowPlace) async throws -> ExitStatus) async throws {
        let word = named ?? flow
        try await operating.run(onAgent: agent, flow: word) { place in
            try await command(try await place.flow(word))
        }
    }
}

extension OperatingOptions {
    /// Finds the agent, and runs a command on it.
    fileprivate func run(
        onAgent word: String?, flow: String? = nil,
        _ command: (FrontlineAgentPlace) async throws -> ExitStatus
    ) async throws {
        try await run(on: "frontline") { operation in
            try await command(try await FrontlineAgentPlace.find(word, flow: flow, operation))
        }
    }
}

/// What commands take that list: with `--table` a table wherever it is printed.
struct FrontlineListOptions: ParsableArguments {
    @Option(help: "How to print: text or json.") var format: OutputFormat = .text
    @Flag(help: "A table with titles also where the output is piped.") var table = false

    /// Prints a list.
    func show(_ thing: some Showable, _ operation: Operation) {
        var style = operation.session.style()
        if table, style.width == nil { style.width = .max }
        let format = table ? .text : format
        operation.session.console.data(format.show(thing, style: style))
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
    func object(_ session: Session, of noun: Noun, as word: String) throws -> Object {
        var payload: Payload
        if let data, !data.hasPrefix("@") {
            let source = Source(name: "--data", text: data)
            payload = Payload(noun: noun, source: source, path: nil)
        } else {
            payload = try session.payload(file ?? String((data ?? "").dropFirst()), of: noun)
        }
        return try session.free(payload, as: word).object ?? [:]
    }
}
