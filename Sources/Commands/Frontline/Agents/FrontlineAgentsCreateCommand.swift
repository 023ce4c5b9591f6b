import ArgumentParser
import Documents
import Platforms

/// `weir frontline agents create --name NAME`: makes an agent, offline, with its Start flow.
struct FrontlineAgentsCreateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Create an agent, offline, with its Start flow.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Option(help: "What people call it.") var name: String

    func run() async throws {
        try await operating.run(on: "frontline") { operation in
            var intent = try operation.creation(
                of: .agent, ["name": .text(name)],
                among: try await FrontlineAgentPlace.agents(operation),
                consequences: [
                    "it comes with a Start flow in draft and answers nobody before "
                        + "`weir frontline agents deploy --offline false`"
                ])
            intent.finish = { id, _ in ["weir frontline agents deploy \(id) --offline true"] }
            return try await operation.carryOut(
                [intent], writing, command: "frontline agents create")
        }
    }
}
