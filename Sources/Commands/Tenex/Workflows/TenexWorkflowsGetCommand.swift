import ArgumentParser
import Documents
import Platforms

/// `weir tenex workflows get ID…`: workflows with their graphs, as the service shows them.
struct TenexWorkflowsGetCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show workflows with their graphs.", aliases: ["describe"])

    static let output = OutputSchema.list(of: TenexSchemas.workflow)

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Argument(help: "Ids, names or addresses.", completion: LiveIDs.completion(.workflow))
    var workflows: [String]

    func run() async throws {
        try await operating.reach { place in
            var values: [Value] = []
            for listed in try await place.workflows(workflows) {
                values.append(.object(try await place.whole(listed).raw))
            }
            place.operation.show(Details(values: values), reading)
            return .done
        }
    }
}
