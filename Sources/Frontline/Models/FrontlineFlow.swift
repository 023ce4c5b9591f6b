import Documents
import Platforms

/// A Frontline flow: one conversation graph of one agent.
struct FrontlineFlow: Described {
    var agent = Written<String>()
    var name = Written<String>()
    var details = Written<String>()
    var status = Written<FrontlineFlowStatus>()
    var isDefault = Written<Bool>()
    var nodes = Written<[FrontlineNode]>()
    var edges = Written<FrontlineEdges>()

    /// Names every field of a flow.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.reference(
            "agent", &agent, to: .frontlineAgent, plain: .either, "The agent that owns it.",
            .identity)
        fields.field("name", &name, "The name that people see.", .required)
        fields.field("description", &details, "What the flow is for.", .none)
        fields.field(
            "status", &status, "`ACTIVE` lets it run, `PAUSED` stops it.", .lifecycle)
        fields.field(
            "isDefault", &isDefault,
            "Whether it is the Start flow, which runs at the start of every conversation.",
            .defaultFlow)
        fields.list(
            "nodes", &nodes, key: "key", "What happens, by key.", .nodes)
        fields.field(
            "edges", &edges, "Where the ways out of each node lead, by key and handle.",
            .edges)
    }
}

extension Rules {
    /// A graph's nodes: by key, or as the brief lists them.
    fileprivate static let nodes = wholeGraph.renamable.or(.mapByKey)
    /// A graph's edges: by node and handle, or as the brief lists them.
    fileprivate static let edges = wholeGraph.leading(to: "nodes")
        .or(.list(of: FrontlineListedEdge.shape))
    /// Decided at an agent's birth; false where nothing is written.
    fileprivate static let defaultFlow = Rules.with {
        $0.isImmutable = true
        $0.defaultValue = false
    }
}
