import ArgumentParser
import Documents
import Frontline
import Platforms

/// `weir frontline agents settings`: how an agent thinks and what it may use.
struct FrontlineAgentsSettingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "Show and change the settings of an agent.",
        subcommands: [
            FrontlineAgentsSettingsGetCommand.self, FrontlineAgentsSettingsUpdateCommand.self,
        ])
}

/// `weir frontline agents settings get [AGENT]`: the settings as the platform shows them.
struct FrontlineAgentsSettingsGetCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show the settings of an agent.")

    static let output: Value = OutputSchema.list(of: ["type": "object"])

    @OptionGroup var agent: FrontlineAgentArgument
    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        try await agent.run { place in
            let settings = try await place.settings()
            place.operation.show(Details(values: [settings]), reading)
            return .done
        }
    }
}

/// `weir frontline agents settings update [AGENT] --data JSON`: what it leaves out stays.
struct FrontlineAgentsSettingsUpdateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change settings; what the payload leaves out stays.")

    static let output = OutputSchema.written

    @OptionGroup var agent: FrontlineAgentArgument
    @OptionGroup var data: FrontlineDataOptions
    @OptionGroup var writing: WritingOptions

    func run() async throws {
        try await agent.run { place in
            let operation = place.operation
            let given = try data.object(operation.session, of: .agent, as: "setting")
            let seen = FrontlineAgentOperations.observed(
                .object(place.agent.raw), settings: try await place.settings(), place.account)
            guard let seen else { preconditionFailure("an agent that was found has an id") }
            let intent = Intent(
                "set", place.agent, .update,
                FrontlineAgentOperations.set(given, seen, at: place.agent.address, place.account),
                consequences: ["settings act at once, also in conversations under way"],
                done: "set", question: .plain, effect: .content)
            return try await operation.carryOut(
                [intent], writing, command: "frontline agents settings update")
        }
    }
}

extension FrontlineAgentPlace {
    /// The settings as the platform shows them.
    func settings() async throws -> Value {
        try await operation.read(
            FrontlineAgentOperations.settings(id), "the settings of \(agent.title)")
    }
}
