// Floor 2. In: a flow of any platform as nodes and edges with their places. Out: what is wrong
// with its shape, and drawings of it. Never: a platform's own words, recursion over the graph.

public import Diagnostics

/// A flow of any platform: what happens to a person, and what follows what.
public struct FlowGraph: Sendable, Equatable {
    /// The nodes in the order of the document; keys are unique.
    public var nodes: [FlowNode]
    /// The edges in the order of the document.
    public var edges: [FlowEdge]

    /// Takes nodes and edges.
    public init(nodes: [FlowNode] = [], edges: [FlowEdge] = []) {
        self.nodes = nodes
        self.edges = edges
    }
}

/// One place a person can be in.
public struct FlowNode: Sendable, Equatable {
    /// What a node does with a person.
    public enum Role: String, Sendable, CaseIterable { case entry, action, delay, split, exit }

    /// What edges call it, `send_welcome`.
    public var key: String
    /// What people call it; empty for nodes without a name.
    public var label: String
    /// What it does.
    public var role: Role
    /// What a drawing says beside the label: `72h`, `job/braze_welcome`.
    public var detail: String
    /// Where its key was written.
    public var span: SourceSpan?

    /// Describes a node.
    public init(
        key: String, label: String = "", role: Role, detail: String = "", span: SourceSpan? = nil
    ) {
        self.key = key
        self.label = label
        self.role = role
        self.detail = detail
        self.span = span
    }
}

/// One way from a node to another.
public struct FlowEdge: Sendable, Equatable {
    /// The key of the node it leaves.
    public var from: String
    /// The key of the node it leads to, which may not exist.
    public var to: String
    /// What people call it, `Yes`.
    public var label: String
    /// Who takes it; empty for everybody else.
    public var condition: String
    /// The part of the people who take it, 0 to 1, where that is by chance.
    public var share: Double?
    /// Its place among the edges of its node; the lower comes first.
    public var priority: Int?
    /// Where its target was written.
    public var span: SourceSpan?
    /// The field its target was written in, for messages.
    public var field: String
    /// Whether everybody takes it, beside other edges that leave the node.
    public var isAlways: Bool

    /// Describes an edge.
    public init(
        from: String, to: String, label: String = "", condition: String = "",
        share: Double? = nil, priority: Int? = nil, span: SourceSpan? = nil,
        field: String = "next", isAlways: Bool = false
    ) {
        self.from = from
        self.to = to
        self.label = label
        self.condition = condition
        self.share = share
        self.priority = priority
        self.span = span
        self.field = field
        self.isAlways = isAlways
    }
}
