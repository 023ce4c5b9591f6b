import Documents

/// The columns of the gallery.
enum TenexTemplateColumns {
    static let all: [Column<Value>] = [
        Column("slug", "slug", "What it is asked for by.") { $0["slug"] ?? .null },
        Column("title", "title", "What people call it.") { $0["title"] ?? .null },
        Column("category", "category", "What it is for.") { $0["category"] ?? .null },
        Column("inputs", "inputs", type: "array", "What it asks for; required ones end in `*`.") {
            .list(TenexInputs.names($0["inputs"]).map { .text($0) })
        },
        Column(nil, "version", type: "integer", "Which edition of it.") { $0["version"] ?? .null },
        Column(nil, "description", "What it does.") { $0["description"] ?? .null },
    ]
}

/// Declared inputs in a few words.
enum TenexInputs {
    /// `lead_id: uuid*` for each, whether they come as a list or by name.
    static func names(_ declared: Value?) -> [String] {
        let listed = (declared?.list ?? []).map { text($0["name"]?.text ?? "", $0) }
        return listed + (declared?.object ?? [:]).map { text($0.key, $0.value) }
    }

    private static func text(_ name: String, _ input: Value) -> String {
        "\(name): \(input["type"]?.text ?? "json")\(input["required"] == true ? "*" : "")"
    }
}
