import Documents
import Platforms

/// One column of a list: the table's title, the JSON's key, and where the value comes from.
struct Column<Item: Sendable>: Sendable {
    /// The title in tables; nil where only JSON has it.
    let title: String?
    /// The key in JSON.
    let key: String
    /// The type in JSON Schema: `string`, `integer`, `boolean`, `array`, `object`.
    let type: String
    /// One sentence for `weir schema`.
    let summary: String
    /// The value; null where there is none.
    let value: @Sendable (Item) -> Value

    /// Whether it shows ids, which give way first where the terminal is narrow.
    var holdsIDs: Bool { key == "id" || key.hasSuffix("_id") || key.hasSuffix("Id") }

    /// Describes a column of the table and of the JSON.
    init(
        _ title: String?, _ key: String, type: String = "string", _ summary: String,
        _ value: @escaping @Sendable (Item) -> Value
    ) {
        self.title = title
        self.key = key
        self.type = type
        self.summary = summary
        self.value = value
    }
}

/// What a command lists: a table for people, objects for programs, the same columns for both.
struct Listing<Item: Sendable>: Showable {
    /// The columns.
    let columns: [Column<Item>]
    /// What is listed.
    let items: [Item]
    /// What people should know of it, told after it.
    var remarks: [String] = []
    /// The same, left out where programs read.
    var hints: [String] = []

    /// A table of the columns with titles.
    func text(_ style: TextStyle) -> String {
        let shown = columns.filter { $0.title != nil }
        let rows = items.map { item in shown.map { Self.cell($0.value(item)) } }
        var table = Table(shown.compactMap(\.title), rows: rows)
        table.ids = Set(shown.filter(\.holdsIDs).compactMap(\.title))
        return table.text(style)
    }

    /// A list of objects with every column.
    var json: Value {
        .list(
            items.map { item in
                .object(Object(columns.map { ($0.key, $0.value(item)) }))
            })
    }

    /// The schema of the JSON.
    static func schema(_ columns: [Column<Item>]) -> Value {
        let fields = columns.map { OutputSchema.Field($0.key, $0.type, $0.summary) }
        return OutputSchema.list(of: OutputSchema.object(fields))
    }

    private static func cell(_ value: Value) -> String {
        switch value {
        case .null: ""
        case .text(let text): text
        case .list(let items): items.map(cell).joined(separator: ", ")
        default: value.canonicalJSON
        }
    }
}

/// Something whose members are shown as they are.
protocol HasMembers {
    /// What the platform shows under a name.
    func member(_ name: String) -> Value?
}

extension Value: HasMembers {
    func member(_ name: String) -> Value? { self[name] }
}

extension Object: HasMembers {
    func member(_ name: String) -> Value? { self[name] }
}

extension LiveObject: HasMembers {
    func member(_ name: String) -> Value? { raw[name] }
}

extension Column where Item: HasMembers {
    /// A column that shows one member; `name` where the platform calls it otherwise.
    static func member(
        _ title: String?, _ key: String, type: String = "string", _ summary: String,
        _ name: String? = nil
    ) -> Column<Item> {
        Column(title, key, type: type, summary) { $0.member(name ?? key) ?? .null }
    }
}

extension Column<LiveObject> {
    /// The live id.
    static func id(type: String = "string", _ summary: String) -> Column<LiveObject> {
        Column("id", "id", type: type, summary) { $0.liveID }
    }

    /// The address of the file that manages an object.
    static func address(_ title: String? = nil) -> Column<LiveObject> {
        Column(title, "address", "The address of the file that manages it.") { object in
            object.recorded.map { .text($0.address.text) } ?? .null
        }
    }
}
