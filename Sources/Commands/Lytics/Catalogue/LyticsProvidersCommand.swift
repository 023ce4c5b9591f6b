import ArgumentParser
import Documents
import Lytics
import Platforms

/// `weir lytics providers`: the systems that Lytics can be connected to.
struct LyticsProvidersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "providers", abstract: "List the systems that Lytics can be connected to.",
        subcommands: [LyticsProvidersListCommand.self])
}

/// `weir lytics providers list`: all of them, and which are connected.
struct LyticsProvidersListCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List providers, and which the account has an auth for.")

    static let output = Listing.schema(Self.columns)

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Flag(help: "Only those that the account has an auth for.") var connected = false

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let request = LyticsCatalogueOperations.providers
            let value = try await operation.read(request, "the providers")
            let all = (value.list ?? []).compactMap(\.object)
                .filter { !connected || $0["is_connected"] == true }
                .sorted { ($0["slug"]?.text ?? "") < ($1["slug"]?.text ?? "") }
            operation.show(Listing(columns: Self.columns, items: all), reading)
            return .done
        }
    }

    private static let columns: [Column<Object>] = [
        Column("slug", "slug", "What connections call it.") { $0["slug"] ?? .null },
        Column("name", "name", "What people call it.") { $0["name"] ?? .null },
        Column("connected", "is_connected", type: "boolean", "Whether the account has an auth.") {
            $0["is_connected"] ?? .null
        },
        Column("categories", "categories", type: "array", "What it is used for.") {
            $0["categories"] ?? .null
        },
        Column(nil, "id", "Its id.") { $0["id"] ?? .null },
    ]
}
