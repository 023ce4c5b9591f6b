import ArgumentParser
import Documents
import Frontline
import Platforms

/// `weir frontline variables`: what the flows of an agent read and capture.
struct FrontlineVariablesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "variables", abstract: "List, make, change and delete variables of an agent.",
        subcommands: [
            FrontlineVariablesListCommand.self, FrontlineVariablesCreateCommand.self,
            FrontlineVariablesUpdateCommand.self, FrontlineVariablesDeleteCommand.self,
        ])
}

/// `weir frontline variables list`: the variables of an agent, the platform's own among them.
struct FrontlineVariablesListCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the variables of an agent.")

    static let output = Listing.schema(columns)

    @OptionGroup var agent: FrontlineAgentOptions
    @OptionGroup var list: FrontlineListOptions

    func run() async throws {
        try await agent.run { place in
            let variables = try await place.variables()
                .map { place.operation.found($0, .variable) }
                .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
            list.show(Listing(columns: Self.columns, items: variables), place.operation)
            return .done
        }
    }

    private static let columns: [Column<Found>] = [
        Column("id", "id", type: "integer", "The variable's id.") { $0.liveID },
        Column("name", "name", "What stands between braces in texts.") {
            $0.raw["name"] ?? .null
        },
        Column("pattern", "pattern", "What a captured value must match.") {
            $0.raw["pattern"] ?? .null
        },
        Column("default", "isDefault", type: "boolean", "Whether every agent has it.") {
            $0.raw["isDefault"] ?? .null
        },
        Column("description", "description", "What it holds.") {
            $0.raw["description"] ?? .null
        },
        Column(nil, "address", "The address of the file that manages it.") { variable in
            variable.recorded.map { .text($0.address.text) } ?? .null
        },
    ]
}

/// `weir frontline variables create --name NAME`.
struct FrontlineVariablesCreateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Create a variable.")

    static let output = OutputSchema.written

    @OptionGroup var agent: FrontlineAgentOptions
    @OptionGroup var writing: WritingOptions
    @Option(help: "What stands between braces in texts.") var name: String
    @Option(help: "What it holds.") var description: String?
    @Option(help: "A regular expression for captured values.") var pattern: String?

    func run() async throws {
        try await agent.run { place in
            let fields = FrontlineOwnFields(
                name: name, description: description, others: ["pattern": pattern.map { .text($0) }]
            )
            return try await FrontlineOwnWriting(place, .variable).create(
                fields, among: try await place.variables(), writing)
        }
    }
}

/// `weir frontline variables update VARIABLE`: what is not given stays.
struct FrontlineVariablesUpdateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change a variable; what is not given stays.")

    static let output = OutputSchema.written

    @OptionGroup var agent: FrontlineAgentOptions
    @OptionGroup var writing: WritingOptions
    @Option(help: "The new name; texts that read the old one are not changed.") var name: String?
    @Option(help: "What it holds.") var description: String?
    @Option(help: "A regular expression for captured values.") var pattern: String?
    @Argument(
        help: "An id, a name or an address.",
        completion: LiveIDs.completion(.variable, FrontlineCompletion.variables))
    var variable: String

    func validate() throws {
        if name == nil, description == nil, pattern == nil {
            throw ValidationError("say what to change: --name, --description or --pattern")
        }
    }

    func run() async throws {
        try await agent.run { place in
            let fields = FrontlineOwnFields(
                name: name, description: description, others: ["pattern": pattern.map { .text($0) }]
            )
            let consequence = name.map {
                "texts that read the old name are not changed to `{\($0)}`"
            }
            return try await FrontlineOwnWriting(place, .variable).update(
                variable, fields, among: try await place.variables(), writing,
                consequences: [consequence].compactMap(\.self))
        }
    }
}

/// `weir frontline variables delete VARIABLE…`.
struct FrontlineVariablesDeleteCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete variables.")

    static let output = OutputSchema.written

    @OptionGroup var agent: FrontlineAgentOptions
    @OptionGroup var writing: WritingOptions
    @Argument(
        help: "Ids, names or addresses.",
        completion: LiveIDs.completion(.variable, FrontlineCompletion.variables))
    var variables: [String]

    func run() async throws {
        try await agent.run { place in
            try await FrontlineOwnWriting(place, .variable).delete(
                variables, among: try await place.variables(), writing)
        }
    }
}
