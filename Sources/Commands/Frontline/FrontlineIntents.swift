import ArgumentParser
import Diagnostics
import Documents
import Platforms

extension ResourceType {
    /// Intents of an agent.
    static let intent: ResourceType = ResourceType(
        "frontline", "intent", isListedWhole: true, reader: FrontlineCompletion.owned { .intent })
}

/// `weir frontline intents`: what people may want of an agent.
struct FrontlineIntents: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intents", abstract: "List, make, change and delete intents of an agent.",
        subcommands: [
            ListCommand<List>.self, WriteCommand<Create>.self, UpdateCommand<Update>.self,
            SteerCommand<Delete>.self,
        ])
}

extension FrontlineIntents {
    enum List: ListVerb {
        typealias Place = FrontlineAgentOptions
        static let help = VerbHelp(.intent, "list", "List the intents of an agent.")

        static let columns: [Column<LiveObject>] = [
            .id(type: "integer", "The intent's id."),
            .member("name", "name", "What people call it."),
            .member("flow", "flowId", type: "integer", "The flow that it enters."),
            Column("phrases", "phrases", type: "array", "How people say it.") {
                $0.observed?.value["phrases"] ?? .null
            },
            .member(nil, "description", "What people want."), .address(),
        ]
    }

    /// How people say it: one phrase an option, or all as a JSON list.
    struct Phrases: ParsableArguments {
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

    enum Create: WriteVerb {
        typealias Place = FrontlineAgentOptions
        static let help = VerbHelp(.intent, "create", "Create an intent.")

        struct Input: ParsableArguments {
            @OptionGroup var phrases: Phrases
            @Option(help: "What people call it.") var name: String
            @Option(help: "What people want.") var description: String?

            func validate() throws {
                guard try phrases.list() == nil else { return }
                throw ValidationError(
                    "an intent has at least one phrase: --phrases \"Where is it?\"")
            }
        }

        static func writes(
            _ input: Input, _ context: FrontlineAgentContext
        ) async throws -> [PendingWrite] {
            var fields = Object(texts: ["name": input.name, "description": input.description])
            fields["phrases"] = try input.phrases.list()
            return [
                try await context.creation(
                    of: .intent, fields,
                    consequences: ["it is there at once for every flow \(context.ownership)"])
            ]
        }
    }

    enum Update: UpdateVerb {
        typealias Place = FrontlineAgentOptions
        static let help = VerbHelp(
            .intent, "update", "Change an intent; phrases are given all anew.")

        struct Input: ParsableArguments {
            @OptionGroup var phrases: Phrases
            @Option(help: "The new name.") var name: String?
            @Option(help: "What people want.") var description: String?

            func validate() throws {
                guard name == nil, description == nil, phrases.phrases.isEmpty else { return }
                throw ValidationError("say what to change: --name, --description or --phrases")
            }
        }

        static func write(
            _ found: LiveObject, _ input: Input, _ context: FrontlineAgentContext
        ) throws -> PendingWrite? {
            var fields = Object(texts: ["name": input.name, "description": input.description])
            fields["phrases"] = try input.phrases.list()
            return try context.change(found, fields)
        }
    }

    enum Delete: DeleteVerb {
        typealias Place = FrontlineAgentOptions
        static let help = VerbHelp(.intent, "delete", "Delete intents.")
        static let refusalStatus = ExitStatus.refused

        static func refusals(
            _ found: LiveObject, _ context: FrontlineAgentContext
        ) -> [Diagnostic] { context.platformRefusals(found) }

        static func consequences(
            _ found: LiveObject, _ context: FrontlineAgentContext
        ) -> [String] { FrontlineAgentContext.lostForGood }
    }
}
