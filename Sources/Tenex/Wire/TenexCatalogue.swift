import Diagnostics
import Documents
import Platforms

/// What workflows refer to and files do not describe: agents, connectors, segments, sequences,
/// templates.
struct TenexCatalogue {
    /// One list of it.
    struct List: Sendable, Hashable {
        let kind: KindName
        let operation: TenexOperation
        let shape: TenexShape
        /// The field that is referred to.
        let id: String
    }

    /// Every list.
    static let lists = [
        List(kind: .tenexAgent, operation: .listAgents, shape: .agent, id: "slug"),
        List(kind: .tenexConnector, operation: .listConnectors, shape: .connector, id: "id"),
        List(kind: .tenexSegment, operation: .listSegments, shape: .segment, id: "id"),
        List(kind: .tenexSequence, operation: .listSequences, shape: .sequence, id: "id"),
        List(kind: .tenexTemplate, operation: .listTemplates, shape: .template, id: "slug"),
    ]

    let list: List
    let rows: [Object]

    /// Takes an answer of a list.
    init(_ list: List, _ values: [Value], _ api: TenexAPI) {
        self.list = list
        rows = values.compactMap { api.canonical($0, as: list.shape).object }
    }

    /// What can be referred to.
    var lookups: [LookupRow] {
        rows.compactMap { row in
            guard let id = row[list.id], !id.isNull else { return nil }
            return LookupRow(kind: list.kind, id: id, names: names(of: row), fields: row)
        }
    }

    /// A connector answers to its provider and role, in the two ways that people write them.
    private func names(of row: Object) -> [String] {
        var names = ["name", "title", "slug"].compactMap { row[$0]?.text }
        if let provider = row["provider"]?.text, let role = row["role"]?.text {
            names += ["\(provider)/\(role)", "\(provider) \(role)"]
        }
        return names.reduce(into: []) { if !$0.contains($1), !$1.isEmpty { $0.append($1) } }
    }

    /// Why what a row stands for does not work now; nil where it does.
    static func obstacle(_ kind: KindName, _ row: Object) -> String? {
        switch kind {
        case .tenexAgent where row["hired"] == false: "is not hired into the workspace"
        case .tenexConnector:
            row["status"]?.text.flatMap { status in
                ["connected", "healthy", "active", "ok"].contains(status.lowercased())
                    ? nil : "is `\(status)`"
            }
        default: nil
        }
    }
}
