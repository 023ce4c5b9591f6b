import ArgumentParser
import Documents
import Platforms

/// `weir frontline agents update [AGENT] --name NAME`: the name is all that can be changed.
struct FrontlineAgentsUpdateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Name an agent anew; settings have a command of their own."
    )

    static let output = OutputSchema.written

    @OptionGroup var agent: FrontlineAgentArgument
    @OptionGroup var writing: WritingOptions
    @Option(help: "The new name.") var name: String

    func run() async throws {
        try await agent.run { place in
            let agent = place.agent
            var change = agent.change(.update, account: place.account)
            change.wanted = ["name": .text(name)]
            change.paths = [FieldPath(["name"])]
            let intent = Intent(
                "rename", agent, .update, agent.noun.rules.calls(for: change).calls,
                consequences: ["it is called `\(name)` at once"], done: "renamed",
                question: .plain, effect: .content)
            return try await place.operation.carryOut(
                [intent], writing, command: "frontline agents update")
        }
    }
}
