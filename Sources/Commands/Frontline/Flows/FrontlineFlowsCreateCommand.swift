import ArgumentParser
import Documents

/// `weir frontline flows create --name NAME`: makes an empty flow in draft.
struct FrontlineFlowsCreateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Create an empty flow in draft.")

    static let output = OutputSchema.written

    @OptionGroup var agent: FrontlineAgentOptions
    @OptionGroup var writing: WritingOptions
    @Option(help: "What people call it.") var name: String
    @Option(help: "What it is for.") var description: String?

    func run() async throws {
        try await agent.run { place in
            var fields: Object = ["agent": place.id, "name": .text(name)]
            fields["description"] = description.map { .text($0) }
            var intent = try place.operation.creation(
                of: .conversation, fields, among: try await place.flows(),
                consequences: [
                    "it is an empty draft; it needs a TRIGGER_INTENT node to begin with",
                    "nobody comes into it before `weir frontline flows update --status ACTIVE`",
                ])
            intent.title += " " + place.ownership
            return try await place.operation.carryOut(
                [intent], writing, command: "frontline flows create")
        }
    }
}
