import Diagnostics
import Documents
import Platforms

/// What workflows refer to and files do not describe: agents, connectors, segments, sequences,
/// templates.
struct TenexCatalogue {
    /// One list of it.
    struct List: Sendable, Hashable {
        let lookup: LookupKind
        let operation: TenexOperation
        let shape: TenexShape
        /// The field that is referred to.
        let id: String

        var kind: KindName { lookup.name }
    }

    /// Every list.
    static let lists = [
        List(lookup: .agents, operation: .listAgents, shape: .agent, id: "slug"),
        List(lookup: .connectors, operation: .listConnectors, shape: .connector, id: "id"),
        List(lookup: .segments, operation: .listSegments, shape: .segment, id: "id"),
        List(lookup: .sequences, operation: .listSequences, shape: .sequence, id: "id"),
        List(lookup: .templates, operation: .listTemplates, shape: .template, id: "slug"),
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
            guard var lookup = list.lookup.row(of: row, id: list.id) else { return nil }
            if list.kind == .tenexConnector {
                lookup.names = (lookup.names + Self.connectorNames(row)).distinctNames
            }
            return lookup
        }
    }

    /// A connector answers to its provider and role, in the two ways that people write them.
    private static func connectorNames(_ row: Object) -> [String] {
        guard let provider = row["provider"]?.text, let role = row["role"]?.text else { return [] }
        return ["\(provider)/\(role)", "\(provider) \(role)"]
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
