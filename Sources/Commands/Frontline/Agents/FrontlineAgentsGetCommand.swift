import ArgumentParser
import Documents

/// `weir frontline agents get [AGENT]`: one agent as the platform shows it.
struct FrontlineAgentsGetCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show an agent.", aliases: ["describe"])

    static let output = OutputSchema.list(of: OutputSchema.live(Noun.agent.rules))

    @OptionGroup var agent: FrontlineAgentArgument
    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        try await agent.run { place in
            let detail = try await place.detail()
            place.operation.show(Details(values: [.object(detail.raw)]), reading)
            return .done
        }
    }
}
