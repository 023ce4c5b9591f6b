import Documents
import EmulatedKit
import Platforms
import Tenex

extension TenexEmulatedAPI {
    /// An id for a new object, from how many of its kind there have been.
    static func newID(
        _ kind: String, _ caller: Caller, _ store: inout EmulatedStore
    ) -> (id: String, number: Int64) {
        let number = store.next("tenex/\(caller.workspace)/\(kind)")
        return ("\(kind)/\(caller.workspace)/\(number)".uuid, number)
    }

    /// The rows of one workspace in a table, oldest first.
    static func rows(_ table: String, _ workspace: String, _ store: EmulatedStore) -> [Object] {
        let prefix = "\(workspace)/"
        let rows = store.rows(table).compactMap { row in
            row.id.hasPrefix(prefix) ? row.value.object : nil
        }
        return rows.sorted { $0.ordinal < $1.ordinal }
    }

    /// A row of a workspace.
    static func row(
        _ table: String, _ id: String, _ workspace: String, _ store: EmulatedStore
    ) -> Object? {
        store[table, "\(workspace)/\(id)"]?.object
    }

    /// A number as a part of a row id, in which order is the order of the numbers.
    static func padded(_ number: Int64) -> String {
        let digits = "\(max(0, number))"
        return String(repeating: "0", count: max(0, 15 - digits.count)) + digits
    }

    /// The milliseconds of a duration after ISO 8601, `P3D` or `PT90M`; no other form is taken.
    static func milliseconds(ofDuration text: String) -> Int64? {
        guard text.hasPrefix("P") else { return nil }
        return TenexDuration.parse(text).map { $0 / 1_000_000 }
    }

    /// The milliseconds since 1970 of a time after RFC 3339.
    static func milliseconds(ofTime text: String) -> Int64? {
        guard let time = Timestamp(text.replacing(" ", with: "+")) else { return nil }
        let thousandths = Int64((time.fraction + "000").prefix(3)) ?? 0
        return time.seconds * 1000 + thousandths
    }
}

extension Object {
    /// The order of its making.
    var ordinal: Int64 { self["_number"]?.int ?? 0 }

    /// A member that is a text, or an empty one.
    func word(_ key: String) -> String { self[key]?.text ?? "" }

    /// A member that is there and not null.
    func present(_ key: String) -> Value? {
        guard let value = self[key], !value.isNull else { return nil }
        return value
    }
}
