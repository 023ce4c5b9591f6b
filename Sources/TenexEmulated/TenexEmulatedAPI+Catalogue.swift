import Documents
import EmulatedKit
import Tenex

extension TenexEmulatedAPI {
    static func listAgents(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        try list("agent", as: .agent, exchange)
    }

    /// Lists the configured connectors, of a provider, a role or a status where the query says so.
    static func listConnectors(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        try list("connector", as: .connector, by: ["provider", "role", "status"], exchange)
    }

    static func listSegments(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        try list("segment", as: .segment, exchange)
    }

    static func listSequences(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        try list("sequence", as: .sequence, exchange)
    }

    private static func list(
        _ name: String, as shape: TenexShape, by filters: [String] = [], _ exchange: Exchange
    ) throws(Refusal) -> EmulatedResponse {
        let rows = rows("tenex/\(name)", exchange.caller.workspace, exchange.store).filter { row in
            filters.allSatisfy { key in
                exchange.query(key).map { row.word(key) == $0 } ?? true
            }
        }
        return try exchange.page(Listing(name: name, shape: shape, rows: rows))
    }

    /// A row of the catalogue that has a text in one of some members.
    static func named(
        _ text: String, _ members: [String], in table: String, _ workspace: String,
        _ store: EmulatedStore
    ) -> Object? {
        rows(table, workspace, store).first { row in
            members.contains { row.word($0) == text }
        }
    }

    /// A configured connector by its id.
    static func connector(_ id: String, _ workspace: String, _ store: EmulatedStore) -> Object? {
        row("tenex/connector", id, workspace, store)
    }

    /// An agent by its slug.
    static func agent(_ slug: String, _ workspace: String, _ store: EmulatedStore) -> Object? {
        row("tenex/agent", slug, workspace, store)
    }
}
