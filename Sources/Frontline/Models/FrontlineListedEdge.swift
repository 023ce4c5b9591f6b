import Documents
import Platforms

/// An edge as the brief lists it beside the nodes; `FrontlineSpelling` rewrites it.
struct FrontlineListedEdge: Described {
    var source = Written<String>()
    var sourceHandle = Written<String>()
    var target = Written<String>()
    var targetHandle = Written<String>()

    static let shape = ShapeBuilder.shape(of: FrontlineListedEdge.self)

    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("source", &source, "The node it leaves, by key or id.", .required)
        fields.field(
            "sourceHandle", &sourceHandle, "The way out it takes.", .defaulting("default"))
        fields.field("target", &target, "The node it leads to, by key or id.", .required)
        fields.field(
            "targetHandle", &targetHandle, "The way in, always `default`.",
            .defaulting("default"))
    }
}
