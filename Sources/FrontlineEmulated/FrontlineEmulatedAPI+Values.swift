import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    /// A UUID that depends on nothing but its parts.
    static func uuid(_ parts: String...) -> String { parts.joined(separator: "/").uuid }

    /// The id of a snapshot: 24 hexadecimal digits.
    static func snapshotID(_ exchange: inout Exchange) -> String {
        let number = count("snapshot", &exchange)
        return String("snapshot/\(exchange.account.aid)/\(number)".identifierDigits.prefix(24))
    }

    /// A number for a new object: counted per account, and unlike the numbers of other accounts.
    static func newNumber(_ kind: String, _ exchange: inout Exchange) -> Int64 {
        exchange.account.aid % 1000 * 1000 + 100 + count(kind, &exchange)
    }

    /// How many objects of a kind this account has ever had, with the one to be made.
    static func count(_ kind: String, _ exchange: inout Exchange) -> Int64 {
        exchange.store.next("frontline/\(exchange.account.aid)/\(kind)")
    }

    /// The rows of one account in a table that are not deleted, oldest first.
    static func rows(_ table: String, _ aid: Int64, _ store: EmulatedStore) -> [Object] {
        allRows(table, aid, store).filter { !$0.isDeleted }
    }

    /// The rows of one account in a table, deleted ones too, oldest first.
    static func allRows(_ table: String, _ aid: Int64, _ store: EmulatedStore) -> [Object] {
        let prefix = "\(aid)/"
        let rows = store.rows(table).compactMap { row in
            row.id.hasPrefix(prefix) ? row.value.object : nil
        }
        return rows.sorted { ($0.number, $0.id) < ($1.number, $1.id) }
    }

    /// A row of this account that is not deleted.
    static func row(_ table: String, _ id: String, _ exchange: Exchange) -> Object? {
        guard let row = exchange.store[table, exchange.row(id)]?.object, !row.isDeleted else {
            return nil
        }
        return row
    }
}

extension Object {
    /// Whether the object was deleted softly.
    var isDeleted: Bool { self["_deleted"] == .some(true) }

    /// The object's id as it stands in a path.
    var id: String { self["id"]?.text ?? self["id"]?.int.map(String.init) ?? "" }

    /// What an object is sorted by: the order of its making, or its numeric id.
    fileprivate var number: Int64 { self["_number"]?.int ?? self["id"]?.int ?? 0 }

    /// A copy that counts as deleted.
    func deleted(_ status: Value? = nil) -> Object {
        var object = self
        object["_deleted"] = true
        if let status { object["status"] = status }
        return object
    }

    /// A copy with some members only.
    func only(_ keys: [String]) -> Object {
        Object(members: members.filter { keys.contains($0.key) })
    }
}
