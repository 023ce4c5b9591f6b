import Lytics
import ArgumentParser
import Documents
import Platforms

extension ResourceType {
    /// Connections of Lytics.
    static let connection = ResourceType("lytics", "connection")
}

/// `weir lytics connections`: the systems that the account reaches.
struct LyticsConnections: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "connections", abstract: "List, inspect and change connections.",
        subcommands: [
            ListCommand<List>.self, GetCommand<Get>.self, WriteCommand<Create>.self,
            UpdateCommand<Update>.self, SteerCommand<Delete>.self,
            LyticsConnectionsScanCommand.self, LyticsConnectionsSchemaCommand.self,
        ])
}

extension LyticsConnections {
    enum List: ListVerb {
        static let help = VerbHelp(
            .connection, "list", "List connections with the health of their auths.")

        /// A connection with what its auths say about it, which the service does not show with it.
        struct Item: Sendable, HasMembers {
            /// The connection as the service shows it.
            let connection: LyticsConnectionAnswer
            /// The health of the auth that is worst off; nil for a connection without auths.
            let health: LyticsAuthHealth?
            /// The latest time that one of its auths was used; else when it was last changed.
            let lastUsed: Value

            /// Brings a connection together with the auths of the account, by id.
            init(_ raw: Object, auths: [Value: LyticsAuthAnswer], now: String) {
                connection = LyticsConnectionAnswer(raw)
                health = connection.health(auths, now: now)
                lastUsed = connection.lastUsed(auths)
            }

            func member(_ name: String) -> Value? { connection.raw[name] }
        }

        static let columns: [Column<Item>] = [
            .member("id", "id", "The connection's id."),
            .member("name", "name", "Its label.", "label"),
            Column("type", "type", "Its provider.") { $0.connection.provider },
            Column(
                "status", "status",
                "The health of its auths: healthy, unknown, unhealthy, expired, missing or no auth."
            ) { .text($0.health?.rawValue ?? "no auth") },
            Column(
                "last used", "last_used",
                "When one of its auths was used; else when it was changed."
            ) { $0.lastUsed },
            .member(nil, "auth_ids", type: "array", "The auths it uses."),
            .member(nil, "description", "What it is for."),
        ]

        static func list(_ input: NoInput, _ context: Operation) async throws -> Listing<Item> {
            let types: [ResourceType] = [.connection, .auth]
            let seen = try await context.observe(Set(types.map(\.kind))).resources
            let auths = seen.filter { $0.kind == ResourceType.auth.kind }
            let byID = Dictionary(
                auths.map { ($0.liveID, LyticsAuthAnswer($0.raw.object ?? [:])) },
                uniquingKeysWith: { $1 })
            let raw = seen.filter { $0.kind == ResourceType.connection.kind }.map(\.raw)
            let now = context.session.now()
            let items = context.sorted(.list(raw), by: .connection).map {
                Item($0, auths: byID, now: now)
            }
            let used = Set(items.flatMap { $0.connection.authIDs })
            return Listing(
                columns: columns, items: items,
                remarks: LyticsAuthHealth.advice(
                    on: auths.filter { used.contains($0.liveID) }.compactMap { byID[$0.liveID] },
                    now: now) + items.compactMap { missing($0.connection, among: byID) })
        }

        /// The commands that give a connection auths which exist; nil where all of its do.
        private static func missing(
            _ connection: LyticsConnectionAnswer, among auths: [Value: LyticsAuthAnswer]
        ) -> String? {
            let gone = connection.authIDs.filter { auths[$0] == nil }
            guard !gone.isEmpty else { return nil }
            let ids = gone.map { "`\($0.idText)`" }.joined(separator: ", ")
            return "connection `\(connection.label)` uses auth \(ids), which the account does not "
                + "have: `weir lytics auths create TYPE --label LABEL` makes one, `weir lytics "
                + "connections update \(connection.id) -f FILE` with its id in `auth_ids` uses it"
        }
    }

    enum Get: GetVerb {
        static let help = VerbHelp(.connection, "get", "Show everything about connections.")
    }

    enum Create: CreateVerb {
        static let help = VerbHelp(.connection, "create", "Create a connection.")

        static func check(_ context: Operation) async throws {
            try await LyticsCatalogue(context).checkProvider()
        }
    }

    enum Update: UpdateVerb {
        typealias Input = PayloadOptions
        static let help = VerbHelp(
            .connection, "update",
            "Change label, description or auths; what the payload leaves out stays.")
    }

    enum Delete: DeleteVerb {
        typealias Place = AccountOptions<LyticsAuthUses>
        static let help = VerbHelp(
            .connection, "delete", "Delete connections; imports that use them lose them.")

        static func consequences(
            _ connection: LiveObject, _ context: LyticsAuthUses
        ) -> [String] {
            let jobs = context.jobs(using: LyticsAuthOperations.ids(in: connection.raw))
            let lines = jobs.map { "\($0), uses the same auth and may use the connection" }
            return lines.isEmpty ? ["no live job uses its auths"] : lines
        }
    }
}
