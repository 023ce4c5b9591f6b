import Documents
public import Platforms

/// The vocabulary that a service speaks: the customer's documents, or the newest sources.
public enum FrontlineDialect: String, Sendable {
    /// Client-chosen node ids, `PAUSED` and `ARCHIVED`, a global list of edges.
    case brief
    /// Server-made node ids, `SUSPENDED`.
    case today

    /// What an account's entry asks for, else what its answers used; nil where neither tells.
    public static func of(_ account: Account) -> FrontlineDialect? {
        let word = account.options["api"]?.text ?? "auto"
        return FrontlineDialect(rawValue: word)
            ?? account.facts[FrontlineAccountFact.api].flatMap(FrontlineDialect.init(rawValue:))
    }

    /// What an answered flow or graph tells.
    static func seen(in value: Value) -> FrontlineDialect? {
        if value["edges"]?.list != nil { return .brief }
        if let status = value["status"]?.text {
            if status == "PAUSED" || status == "ARCHIVED" { return .brief }
            if status == "SUSPENDED" { return .today }
        }
        let ids = value["nodes"]?.list?.compactMap { $0["nodeId"]?.text } ?? []
        guard let id = ids.first else { return nil }
        return isServerMade(id) ? .today : .brief
    }

    /// Whether a node's id is one that the service made: `node_` and a UUID.
    static func isServerMade(_ id: String) -> Bool {
        guard id.hasPrefix("node_") || id.hasPrefix("node-") else { return false }
        return id.utf8.count == 41 && id.utf8.dropFirst(5).count { $0 == UInt8(ascii: "-") } == 4
    }
}

extension FrontlineDialect? {
    /// A status as the service spells it.
    func spelled(_ status: String) -> String {
        status == "PAUSED" && self != .brief ? "SUSPENDED" : status
    }
}
