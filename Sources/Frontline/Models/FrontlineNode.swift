import Diagnostics
import Documents
import Platforms

/// One node of a flow.
struct FrontlineNode: Described {
    var key = Written<String>()
    var type = Written<FrontlineNodeType>()
    var nodeID = Written<String>()
    var alias = Written<String>()
    /// Where the canvas shows it.
    @Rare public var position = Written<FrontlinePosition>()
    var data = Written<FrontlineNodeData>()
    /// Where its default way leads; moved to the flow's edges before a node is decoded.
    @Rare public var next = Written<String>()
    /// Where its ways lead; moved to the flow's edges before a node is decoded.
    @Rare public var edges = Written<Object>()

    /// Names every field of a node.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("key", &key, "The node's stable name in the file.", .required)
        fields.tag("type", &type, "What the node does.", .required)
        fields.field(
            "nodeId", &nodeID, "The platform's id of the node; else made from its key.", .none)
        fields.field("alias", &alias, "The label that people see.", .none)
        fields.object(
            "position", &position, "Where the canvas shows it; else laid out once.", .none)
        fields.field("next", &next, "The node that the default way leads to.", .none)
        fields.map("edges", &edges, "The nodes that other ways lead to, by handle.", .none)
        fields.object("data", &data, "What it works with; which fields depends on `type`.", .none)
    }

    /// The key; empty while none is known.
    var id: String { key.value ?? "" }
    /// Where the node is written, as near as is known.
    var span: SourceSpan? { key.span ?? type.span ?? alias.span }
}

/// Where the canvas shows a node.
struct FrontlinePosition: Described {
    var x = Written<Double>()
    var y = Written<Double>()

    /// Names both numbers.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("positionX", &x, "From the left.", .required)
        fields.field("positionY", &y, "From the top.", .required)
    }
}
