import ArgumentParser
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

    enum Create: FrontlineOwnedCreate {
        static let help = VerbHelp(
            .variable, "create", "Create a variable.", example: "--name order_id")

        struct Input: FrontlineFields {
            @Option(help: "What stands between braces in texts.") var name: String
            @Option(help: "What it holds.") var description: String?
            @Option(help: "A regular expression for captured values.") var pattern: String?

            func fields() -> Object {
                Object(texts: ["name": name, "description": description, "pattern": pattern])
            }
        }
    }

    enum Update: FrontlineOwnedUpdate {
        static let help = VerbHelp(
            .variable, "update", "Change a variable; what is not given stays.",
            example: "--name order_id")

        struct Input: FrontlineFields {
            @Option(help: "The new name; texts that read the old one are not changed.")
            var name: String?
            @Option(help: "What it holds.") var description: String?
            @Option(help: "A regular expression for captured values.") var pattern: String?

            func fields() -> Object {
                Object(texts: ["name": name, "description": description, "pattern": pattern])
            }

            func validate() throws {
                guard fields().isEmpty else { return }
                throw ValidationError("say what to change: --name, --description or --pattern")
            }
        }

        static func consequences(_ input: Input) -> [String] {
            [input.name].compactMap(\.self).map { name in
                "texts that read the old name are not changed to `{\(name)}`"
            }
        }
    }

    enum Delete: FrontlineOwnedDelete {
        static let help = VerbHelp(.variable, "delete", "Delete variables.")
    }
}
