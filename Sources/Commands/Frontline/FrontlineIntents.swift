import ArgumentParser
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

        /// Some fields with the phrases.
        func added(to texts: KeyValuePairs<String, String?>) throws -> Object {
            var fields = Object(texts: texts)
            fields["phrases"] = try list()
            return fields
        }

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

    enum Create: FrontlineOwnedCreate {
        static let help = VerbHelp(
            .intent, "create", "Create an intent.", example: "--name Returns --phrases Return")

        struct Input: FrontlineFields {
            @OptionGroup var phrases: Phrases
            @Option(help: "What people call it.") var name: String
            @Option(help: "What people want.") var description: String?

            func fields() throws -> Object {
                try phrases.added(to: ["name": name, "description": description])
            }

            func validate() throws {
                guard try phrases.list() == nil else { return }
                throw ValidationError(
                    "an intent has at least one phrase: --phrases \"Where is it?\"")
            }
        }
    }

    enum Update: FrontlineOwnedUpdate {
        static let help = VerbHelp(
            .intent, "update", "Change an intent; phrases are given all anew.",
            example: "--name Returns")

        struct Input: FrontlineFields {
            @OptionGroup var phrases: Phrases
            @Option(help: "The new name.") var name: String?
            @Option(help: "What people want.") var description: String?

            func fields() throws -> Object {
                try phrases.added(to: ["name": name, "description": description])
            }

            func validate() throws {
                guard name == nil, description == nil, phrases.phrases.isEmpty else { return }
                throw ValidationError("say what to change: --name, --description or --phrases")
            }
        }
    }

    enum Delete: FrontlineOwnedDelete {
        static let help = VerbHelp(.intent, "delete", "Delete intents.")
    }
}
