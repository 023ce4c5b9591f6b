public import Documents

/// What an emulated platform holds: rows of JSON in named tables, and what changed since last asked.
public struct EmulatedStore: Sendable {
    /// Names one row.
    public struct Key: Hashable, Sendable, Comparable {
        /// The table, `lytics/flow`.
        public let table: String
        /// The row's id within its table.
        public let id: String

        /// Names a row.
        public init(_ table: String, _ id: String) {
            self.table = table
            self.id = id
        }

        /// Orders by table, then id.
        public static func < (left: Key, right: Key) -> Bool {
            (left.table, left.id) < (right.table, right.id)
        }
    }

    private var tables: [String: [String: Value]] = [:]
    private var changed: Set<Key> = []
    /// The switches that are on.
    public var switches: Set<String>

    /// Starts empty, with the switches of a run.
    public init(switches: Set<String> = []) { self.switches = switches }

    /// A row; setting nil deletes it.
    public subscript(_ table: String, _ id: String) -> Value? {
        get { tables[table]?[id] }
        set {
            tables[table, default: [:]][id] = newValue
            changed.insert(Key(table, id))
        }
    }

    /// The rows of a table, sorted by id.
    public func rows(_ table: String) -> [(id: String, value: Value)] {
        (tables[table] ?? [:]).sorted { $0.key < $1.key }.map { (id: $0.key, value: $0.value) }
    }

    /// Every row's key, sorted.
    public var keys: [Key] {
        tables.flatMap { table, rows in rows.keys.map { Key(table, $0) } }.sorted()
    }

    /// How many rows a table has.
    public func count(_ table: String) -> Int { tables[table]?.count ?? 0 }

    /// The next number of a named counter, from 1; kept as a row, so a data file remembers it.
    public mutating func next(_ counter: String) -> Int64 {
        let number = (self["counter", counter]?.int ?? 0) + 1
        self["counter", counter] = .int(number)
        return number
    }

    /// Leaves nothing here and returns the whole, so that a write to that copies no rows.
    package mutating func handOver() -> EmulatedStore {
        let whole = self
        self = EmulatedStore()
        return whole
    }

    /// Hands over the changes since the last call, nil for deleted rows.
    public mutating func takeChanges() -> [(key: Key, value: Value?)] {
        defer { changed.removeAll() }
        return changed.sorted().map { (key: $0, value: tables[$0.table]?[$0.id]) }
    }
}
