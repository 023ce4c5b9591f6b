import ArgumentParser
import Diagnostics
import Documents
import Platforms

extension ResourceType {
    /// Variables of an agent.
    static let variable: ResourceType = ResourceType(
        "frontline", "variable", isListedWhole: true,
        reader: FrontlineCompletion.owned { .variable })
}

/// `weir frontline variables`: what the flows of an agent read and capture.
struct FrontlineVariables: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "variables", abstract: "List, make, change and delete variables of an agent.",
        subcommands: [
            ListCommand<List>.self, WriteCommand<Create>.self, UpdateCommand<Update>.self,
            SteerCommand<Delete>.self,
        ])
}

extension FrontlineVariables {
    /// The variables of an agent, the platform's own among them.
    enum List: ListVerb {
        typealias Place = FrontlineAgentOptions
        static let help = VerbHelp(.variable, "list", "List the variables of an agent.")

        static let columns: [Column<LiveObject>] = [
            .id(type: "integer", "The variable's id."),
            .member("name", "name", "What stands between braces in texts."),
            .member("pattern", "pattern", "What a captured value must match."),
            .member("default", "isDefault", type: "boolean", "Whether every agent has it."),
            .member("description", "description", "What it holds."), .address(),
        ]
    }

    enum Create: WriteVerb {
        typealias Place = FrontlineAgentOptions
        static let help = VerbHelp(.variable, "create", "Create a variable.")

        struct Input: ParsableArguments {
            @Option(help: "What stands between braces in texts.") var name: String
            @Option(help: "What it holds.") var description: String?
            @Option(help: "A regular expression for captured values.") var pattern: String?
        }

        static func writes(
            _ input: Input, _ context: FrontlineAgentContext
        ) async throws -> [PendingWrite] {
            let fields = Object(
                texts: [
                    "name": input.name, "description": input.description,
                    "pattern": input.pattern,
                ])
            return [
                try await context.creation(
                    of: .variable, fields,
                    consequences: ["it is there at once for every flow \(context.ownership)"])
            ]
        }
    }

    enum Update: UpdateVerb {
        typealias Place = FrontlineAgentOptions
        static let help = VerbHelp(
            .variable, "update", "Change a variable; what is not given stays.")

        struct Input: ParsableArguments {
            @Option(help: "The new name; texts that read the old one are not changed.")
            var name: String?
            @Option(help: "What it holds.") var description: String?
            @Option(help: "A regular expression for captured values.") var pattern: String?

            var fields: Object {
                Object(texts: ["name": name, "description": description, "pattern": pattern])
            }

            func validate() throws {
                guard fields.isEmpty else { return }
                throw ValidationError("say what to change: --name, --description or --pattern")
            }
        }

        static func write(
            _ found: LiveObject, _ input: Input, _ context: FrontlineAgentContext
        ) throws -> PendingWrite? {
            let consequence = input.name.map {
                "texts that read the old name are not changed to `{\($0)}`"
            }
            return try context.change(
                found, input.fields, consequences: [consequence].compactMap(\.self))
        }
    }

    enum Delete: DeleteVerb {
        typealias Place = FrontlineAgentOptions
        static let help = VerbHelp(.variable, "delete", "Delete variables.")
        static let refusalStatus = ExitStatus.refused

        static func refusals(
            _ found: LiveObject, _ context: FrontlineAgentContext
        ) -> [Diagnostic] { context.platformRefusals(found) }

        static func consequences(
            _ found: LiveObject, _ context: FrontlineAgentContext
        ) -> [String] { FrontlineAgentContext.lostForGood }
    }
}

extension Object {
    /// The fields whose texts were given.
    init(texts: KeyValuePairs<String, String?>) {
        self.init(texts.compactMap { key, text in text.map { (key, .text($0)) } })
    }
}
