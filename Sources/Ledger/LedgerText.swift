import Documents
import GRDB

/// Values as the text that a ledger file holds.
enum LedgerText {
    static func write(_ value: Value) -> String { value.encoded.canonicalJSON }

    /// Writes what is plain JSON already.
    static func write(plain value: Value) -> String { value.canonicalJSON }

    static func write(_ object: Object) -> String { write(.object(object)) }

    static func value(_ text: String) throws -> Value {
        Value(encoded: try JSON.parse(text))
    }

    static func object(_ text: String) throws -> Object { try value(text).object ?? [:] }
}

extension Row {
    /// The value in a column that `LedgerText` wrote.
    func stored(_ column: String) throws -> Documents.Value { try LedgerText.value(text(column)) }

    /// The text in a column; empty where there is none.
    func text(_ column: String) -> String { self[column] as String? ?? "" }

    /// The number in a column.
    func number(_ column: String) -> Int64 { self[column] as Int64? ?? 0 }
}
