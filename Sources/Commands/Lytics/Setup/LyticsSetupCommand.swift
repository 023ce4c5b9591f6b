import ArgumentParser
import Documents
import Platforms

/// `weir lytics setup PROVIDER`: auth, connection, scan and schema in one go, and their YAML.
struct LyticsSetupCommand: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup", abstract: "Connect a provider step by step, and write the YAML of it."
    )

    static let examples = [
        "lytics setup snowflake",
        "lytics setup snowflake --label Warehouse",
    ]
    static let output = LyticsSetupResult.schema

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var wishes: LyticsSetupOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "A provider, as `weir lytics providers list` calls it.") var provider: String

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let found = try await LyticsCatalogue(operation).provider(provider)
            let choices = try await LyticsSetupChoices(operation, found, wishes).made()
            let setup = LyticsSetup(operation, found, choices, writing, limit: wishes.limit)
            return try await setup.run()
        }
    }
}

/// Answers to what a setup asks, given before it asks.
struct LyticsSetupOptions: ParsableArguments {
    @Option(help: "An auth that exists already: its id, label or address.") var auth: String?
    @Option(help: "Make an auth of this type.") var authType: String?
    @Option(help: "The label of the new auth; else that of the connection.")
    var authLabel: String?
    @Option(
        help: "The payload of the new auth; `-` is standard input, whose values are secrets.",
        completion: .file(extensions: ["json", "yaml", "yml"]))
    var authFile: String?
    @Option(help: "The label of the connection.") var label: String?
    @Option(
        name: [.short, .long],
        help: "The payload of the connection, where it has more than a label.",
        completion: .file(extensions: ["json", "yaml", "yml"]))
    var file: String?
    @Option(help: "A setting of the connection, as key=value; may be given again.")
    var config: [String] = []
    @Option(help: "How many rows to scan.") var limit = 5
}
