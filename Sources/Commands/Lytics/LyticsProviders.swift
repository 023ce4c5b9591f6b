import Lytics
import ArgumentParser
import Documents
import Platforms

extension ResourceType {
    /// The systems that Lytics can be connected to, which nobody authors.
    static let provider = ResourceType("lytics", "provider")
}

/// `weir lytics providers`: the systems that Lytics can be connected to.
struct LyticsProviders: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "providers", abstract: "List the systems that Lytics can be connected to.",
        subcommands: [ListCommand<List>.self])

    enum List: ListVerb {
        static let help = VerbHelp(
            .provider, "list", "List providers, and which the account has an auth for.")

        struct Input: ParsableArguments {
            @Flag(help: "Only those that the account has an auth for.") var connected = false
        }

        static let columns: [Column<Object>] = [
            .member("slug", "slug", "What connections call it."),
            .member("name", "name", "What people call it."),
            .member(
                "connected", "is_connected", type: "boolean", "Whether the account has an auth."),
            .member("categories", "categories", type: "array", "What it is used for."),
            .member(nil, "id", "Its id."),
        ]

        static func list(_ input: Input, _ context: Operation) async throws -> Listing<Object> {
            let value = try await context.read(
                LyticsCatalogueOperations.providers, "the providers")
            return Listing(
                columns: columns,
                items: LyticsCatalogueOperations.providers(
                    in: value, onlyConnected: input.connected))
        }
    }
}
