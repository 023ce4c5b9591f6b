import ArgumentParser
import Documents
import Platforms

/// `weir frontline agents delete [AGENT]`: deletes an agent with everything in it.
struct FrontlineAgentsDeleteCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete an agent with its flows, variables and intents.")

    static let output = OutputSchema.written

    @OptionGroup var agent: FrontlineAgentArgument
    @OptionGroup var writing: WritingOptions

    func run() async throws {
        try await agent.run { place in
            let agent = try await place.detail()
            let words = agent.noun.rules.lifecycle?.deletion[agent.isOffline ? "true" : "false"]
            let count = try await place.flows().count
            let intent = place.operation.deletion(
                of: agent,
                consequences: [words].compactMap(\.self) + [
                    "it has \(Noun.conversation.counted(count))",
                    "no call brings it back: apply its files again to make it anew",
                ])
            return try await place.operation.carryOut(
                [intent], writing, command: "frontline agents delete")
        }
    }
}

extension Found {
    /// Whether an agent answers nobody.
    var isOffline: Bool { raw["isOffline"] == true }
}
