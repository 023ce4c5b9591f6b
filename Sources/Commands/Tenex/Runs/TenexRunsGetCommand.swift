import ArgumentParser
import Documents
import Platforms

/// `weir tenex runs get ID…`: runs as the service shows them.
struct TenexRunsGetCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show runs with their payload, path and outcome.",
        aliases: ["describe"])

    static let output = OutputSchema.list(of: TenexSchemas.run)

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Argument(help: "Ids.") var runs: [String]

    func run() async throws {
        try await operating.reach { place in
            var values: [Value] = []
            for id in runs { values.append(.object(try await place.run(id).raw)) }
            place.operation.show(Details(values: values), reading)
            return .done
        }
    }
}
