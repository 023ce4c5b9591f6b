import ArgumentParser
import Documents
import Platforms

extension ResourceType {
    /// Agents of Frontline.
    static let agent = ResourceType(
        "frontline", "agent", isListedWhole: true, reader: FrontlineCompletion.agents)
}

/// `weir frontline agents`: agents, and what belongs to one.
struct FrontlineAgents: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agents", abstract: "List, make and deploy agents.",
        subcommands: [
            ListCommand<List>.self, GetCommand<Get>.self, WriteCommand<Create>.self,
            WriteCommand<Update>.self, WriteCommand<Delete>.self, WriteCommand<Deploy>.self,
            FrontlineSettings.self, FrontlineFlows.self, FrontlineVariables.self,
            FrontlineIntents.self,
        ])
}

extension FrontlineAgents {
    enum List: ListVerb {
        typealias Place = AccountOptions<FrontlineAccount>
        static let help = VerbHelp(.agent, "list", "List agents.")

        static let columns: [Column<LiveObject>] = [
            .id("The agent's id."), .member("name", "name", "What people call it."),
            .member("status", "status", "The service's own word for its condition."),
            .address("managed by"),
        ]
    }

    enum Get: GetVerb {
        typealias Place = FrontlineAgentArgument
        typealias Targets = NoTargets
        static let help = VerbHelp(.agent, "get", "Show an agent.", aliases: ["describe"])

        static func values(
            _ found: [LiveObject], _ input: NoInput, _ context: FrontlineAgentContext
        ) async throws -> [Value] { [.object(try await context.detail().raw)] }
    }

    enum Create: WriteVerb {
        typealias Place = AccountOptions<FrontlineAccount>
        static let help = VerbHelp(
            .agent, "create", "Create an agent, offline, with its Start flow.",
            example: "--name Support")

        struct Input: ParsableArguments {
            @Option(help: "What people call it.") var name: String
        }

        static func writes(
            _ input: Input, _ context: FrontlineAccount
        ) async throws -> [PendingWrite] {
            let consequence =
                "it comes with a Start flow in draft and answers nobody before "
                + "`weir frontline agents deploy --offline false`"
            var write = try context.operation.creation(
                of: .agent, ["name": .text(input.name)],
                among: try await context.agents(), consequences: [consequence])
            write.finish = { id, _ in
                ["\(ResourceType.agent.command) deploy \(id) --offline true"]
            }
            return [write]
        }
    }

    /// The name is all that can be changed.
    enum Update: WriteVerb {
        typealias Place = FrontlineAgentArgument
        static let help = VerbHelp(
            .agent, "update", "Name an agent anew; settings have a command of their own.",
            example: "--name Support")

        struct Input: ParsableArguments {
            @Option(help: "The new name.") var name: String
        }

        static func writes(
            _ input: Input, _ context: FrontlineAgentContext
        ) throws -> [PendingWrite] {
            var write = try context.operation.change(
                context.agent, ["name": .text(input.name)],
                consequences: ["it is called `\(input.name)` at once"])
            write.row.verb = "rename"
            write.done = "renamed"
            return [write]
        }
    }

    enum Delete: WriteVerb {
        typealias Place = FrontlineAgentArgument
        static let help = VerbHelp(
            .agent, "delete", "Delete an agent with its flows, variables and intents.")

        static func writes(
            _ input: NoInput, _ context: FrontlineAgentContext
        ) async throws -> [PendingWrite] {
            let agent = try await context.detail()
            let count = try await context.objects(.conversation).count
            return [
                try context.operation.deletion(
                    of: agent,
                    consequences: [
                        "it has \(ResourceType.conversation.counted(count))",
                        "no call brings it back: apply its files again to make it anew",
                    ])
            ]
        }
    }

    enum Deploy: WriteVerb {
        typealias Place = FrontlineAgentArgument
        static let help = VerbHelp(
            .agent, "deploy", "Put an agent live, or take it offline.", example: "--offline false")

        struct Input: ParsableArguments {
            @Option(help: "`false` puts it live, `true` takes it offline.") var offline: Bool
        }

        static func writes(
            _ input: Input, _ context: FrontlineAgentContext
        ) async throws -> [PendingWrite] {
            let agent = try await context.detail()
            let target = input.offline ? "true" : "false"
            let step = ResourceType.agent.lifecycle?.transitions.first { $0.to == target }
            guard let step, agent.state != target else {
                context.operation.session.console.talk(agent.unchanged)
                return []
            }
            return [
                PendingWrite(
                    step, agent, try context.operation.calls(step, agent),
                    adding: ["it acts at once"])
            ]
        }
    }
}
