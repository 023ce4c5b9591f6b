import Frontline
import ArgumentParser
import Documents
import Platforms

extension ResourceType {
    /// The settings of agents, which their agent's file describes.
    static let setting = ResourceType("frontline", "setting", words: "agents settings")
}

/// `weir frontline agents settings`: how an agent thinks and what it may use.
struct FrontlineSettings: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "Show and change the settings of an agent.",
        subcommands: [GetCommand<Get>.self, WriteCommand<Update>.self])
}

extension FrontlineSettings {
    enum Get: GetVerb {
        typealias Place = FrontlineAgentArgument
        typealias Targets = NoTargets
        static let help = VerbHelp(.setting, "get", "Show the settings of an agent.")
        static let schema: Value = ["type": "object"]

        static func values(
            _ found: [LiveObject], _ input: NoInput, _ context: FrontlineAgentContext
        ) async throws -> [Value] { [try await context.settings()] }
    }

    enum Update: WriteVerb {
        typealias Place = FrontlineAgentArgument
        typealias Input = FrontlineDataOptions
        static let help = VerbHelp(
            .setting, "update", "Change settings; what the payload leaves out stays.",
            example: "-f settings.json")

        static func writes(
            _ input: FrontlineDataOptions, _ context: FrontlineAgentContext
        ) async throws -> [PendingWrite] {
            let (agent, account) = (context.agent, context.account)
            let given = try input.object(context.operation.session, of: .agent, as: "setting")
            let seen = FrontlineAgentOperations.observed(
                .object(agent.raw), settings: try await context.settings(), account)
            guard let seen else { preconditionFailure("an agent that was found has an id") }
            return [
                PendingWrite(
                    "set", agent, .update,
                    FrontlineAgentOperations.set(given, seen, at: agent.address, account),
                    consequences: ["settings act at once, also in conversations under way"])
            ]
        }
    }
}

extension FrontlineAgentContext {
    /// The settings as the platform shows them.
    fileprivate func settings() async throws -> Value {
        try await operation.read(
            FrontlineAgentOperations.settings(id), "the settings of \(agent.title)")
    }
}
