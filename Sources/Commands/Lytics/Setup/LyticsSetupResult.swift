import Diagnostics
import Documents

/// What a setup made and found.
struct LyticsSetupResult: Showable {
    let provider: String
    let auth: Value
    let connection: Value
    let yaml: LyticsSetupYAML
    var scan: Value?
    var tables: [Value]?
    var failure: Failure?

    /// What people read on the way: rows, tables, and what to do with the YAML.
    func talk(_ style: TextStyle) -> String {
        var parts: [String] = []
        if let scan {
            parts += ["rows of the connection:", LyticsScan(scan).text(style)]
        }
        if let tables {
            let listing = Listing(columns: LyticsSchemaColumns.tables, items: tables)
            parts += ["its tables:", listing.text(style)]
        }
        return (parts + style.lines("", yaml.advice)).joined(separator: "\n")
    }

    func text(_ style: TextStyle) -> String { yaml.text }

    var json: Value {
        let tables = tables.map { Value.list($0) } ?? Value.null
        return [
            "provider": .text(provider), "auth": auth, "connection": connection,
            "scan": scan ?? Value.null, "tables": tables,
            "yaml": .text(yaml.text), "adopt": .text(yaml.adopt),
        ]
    }

    /// The schema of the JSON.
    static let schema = OutputSchema.object([
        .init("provider", "string", "The provider's slug."),
        .init("auth", "string", "The id of the auth, made or chosen."),
        .init("connection", "object", "The connection as the platform answered."),
        .init("scan", "object", "The answer of the scan; null where it failed."),
        .init("tables", "array", "The tables; null where they could not be read."),
        .init("yaml", "string", "Documents for a project."),
        .init("adopt", "string", "The command that takes the objects over into the project."),
    ])
}
