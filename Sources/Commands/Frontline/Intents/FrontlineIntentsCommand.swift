import ArgumentParser
import Documents
import Frontline
import Platforms

/// `weir frontline intents`: what people may want of an agent.
struct FrontlineIntentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intents", abstract: "List, make, change and delete intents of an agent.",
        subcommands: [
            FrontlineIntentsListCommand.self, FrontlineIntentsCreateCommand.self,
            FrontlineIntentsUpdateCommand.self, FrontlineIntentsDeleteCommand.self,
        ])
}

/// `weir frontline intents list`: the intents of an agent.
struct FrontlineIntentsListCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the intents of an agent.")

    static let output = Listing.schema(columns)

    @OptionGroup var agent: FrontlineAgentOptions
    @OptionGroup var list: FrontlineListOptions

    func run() async throws {
        try await agent.run { place in
            let intents = try await place.intents().map { place.operation.found($0, .intent) }
                .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
            list.show(Listing(columns: Self.columns, items: intents), place.operation)
            return .done
        }
    }

    private static let columns: [Column<Found>] = [
        Column("id", "id", type: "integer", "The intent's id.") { $0.liveID },
        Column("name", "name", "What people call it.") { $0.raw["name"] ?? .null },
        Column("flow", "flowId", type: "integer", "The flow that it enters.") {
            $0.raw["flowId"] ?? .null
        },
        Column("phrases", "phrases", type: "array", "How people say it.") {
            $0.observed?.value["phrases"] ?? .null
        },
        Column(nil, "description", "What people want.") { $0.raw["description"] ?? .null },
        Column(nil, "address", "The address of the file that manages it.") { intent in
            intent.recorded.map { .text($0.address.text) } ?? .null
        },
    ]
}

/// How people say it: one phrase an option, or all as a JSON list.
struct FrontlinePhraseOptions: ParsableArguments {
    @Option(help: "How people say it: a phrase, given again for each, or a JSON list of them.")
    var phrases: [String] = []

    /// The phrases; nil where none were given.
    func list() throws -> Value? {
        guard !phrases.isEmpty else { return nil }
        return .list(
            try phrases.flatMap { written -> [Value] in
                guard written.hasPrefix("[") else { return [.text(written)] }
                do throws(JSONError) {
                    return try JSON.parse(written).list ?? []
                } catch {
                    throw ValidationError("--phrases is not JSON: \(error)")
                }
            })
    }
}

/// `weir frontline intents create --name NAME --phrases PHRASE`.
struct FrontlineIntentsCreateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Create an intent.")

    static let output = OutputSchema.written

    @OptionGroup var agent: FrontlineAgentOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var phrases: FrontlinePhraseOptions
    @Option(help: "What people call it.") var name: String
    @Option(help: "What people want.") var description: String?

    func validate() throws {
        guard try phrases.list() != nil else {
            throw ValidationError("an intent has at least one phrase: --phrases \"Where is it?\"")
        }
    }

    func run() async throws {
        try await agent.run { place in
            let fields = FrontlineOwnFields(
                name: name, description: description, others: ["phrases": try phrases.list()])
            return try await FrontlineOwnWriting(place, .intent).create(
                fields, among: try await place.intents(), writing)
        }
    }
}

/// `weir frontline intents update INTENT`: what is not given stays.
struct FrontlineIntentsUpdateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change an intent; phrases are given all anew.")

    static let output = OutputSchema.written

    @OptionGroup var agent: FrontlineAgentOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var phrases: FrontlinePhraseOptions
    @Option(help: "The new name.") var name: String?
    @Option(help: "What people want.") var description: String?
    @Argument(
        help: "An id, a name or an address.",
        completion: LiveIDs.completion(.intent, FrontlineCompletion.intents))
    var intent: String

    func validate() throws {
        if name == nil, description == nil, phrases.phrases.isEmpty {
            throw ValidationError("say what to change: --name, --description or --phrases")
        }
    }

    func run() async throws {
        try await agent.run { place in
            let fields = FrontlineOwnFields(
                name: name, description: description, others: ["phrases": try phrases.list()])
            return try await FrontlineOwnWriting(place, .intent).update(
                intent, fields, among: try await place.intents(), writing)
        }
    }
}

/// `weir frontline intents delete INTENT…`.
struct FrontlineIntentsDeleteCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete intents.")

    static let output = OutputSchema.written

    @OptionGroup var agent: FrontlineAgentOptions
    @OptionGroup var writing: WritingOptions
    @Argument(
        help: "Ids, names or addresses.",
        completion: LiveIDs.completion(.intent, FrontlineCompletion.intents))
    var intents: [String]

    func run() async throws {
        try await agent.run { place in
            try await FrontlineOwnWriting(place, .intent).delete(
                intents, among: try await place.intents(), writing)
        }
    }
}
