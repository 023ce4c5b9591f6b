import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// A moment as `2026-03-19T14:30:00Z`.
    static func timestamp(_ time: EmulatedTime) -> String { time.seconds }

    /// A 32-digit hexadecimal id that depends on nothing but its parts.
    static func identifier(_ parts: String...) -> String {
        parts.joined(separator: "/").identifierDigits
    }

    /// A digest of a value that is kept instead of it.
    static func digest(_ value: Value) -> Value { .text(identifier("digest", value.canonicalJSON)) }

    /// A slug in the form of values: `webhook-triggers` is `webhook_triggers`.
    static func snake(_ slug: String) -> String {
        String(slug.map { $0 == "-" ? "_" : $0 })
    }

    /// The next id of an account's objects of one kind.
    static func newID(_ kind: String, _ exchange: inout Exchange) -> String {
        let aid = "\(exchange.account.aid)"
        return identifier(kind, aid, "\(exchange.store.next("lytics/\(aid)/\(kind)"))")
    }

    /// The rows of one account in a table, in the order of their ids.
    static func rows(_ table: String, _ aid: Int64, _ store: EmulatedStore) -> [Object] {
        let prefix = "\(aid)/"
        return store.rows(table).compactMap { $0.id.hasPrefix(prefix) ? $0.value.object : nil }
    }
}
