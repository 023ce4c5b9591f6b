public import Diagnostics
public import Documents
public import Platforms

/// One way out of a node, by keys.
public struct FrontlineEdge: Sendable, Equatable {
    /// The key of the node it leaves.
    public var source: String
    /// The way out it takes.
    public var handle: String
    /// The key of the node it leads to, which may not exist.
    public var target: String
    /// Where the source was written.
    public var sourceSpan: SourceSpan?
    /// Where the handle was written.
    public var handleSpan: SourceSpan?
    /// Where the target was written.
    public var span: SourceSpan?

    /// Leads from one node to another.
    public init(
        source: String, handle: String, target: String, sourceSpan: SourceSpan? = nil,
        handleSpan: SourceSpan? = nil, span: SourceSpan? = nil
    ) {
        self.source = source
        self.handle = handle
        self.target = target
        self.sourceSpan = sourceSpan
        self.handleSpan = handleSpan
        self.span = span
    }
}

/// The edges of a flow; canonically `{ source: { handle: target } }`.
public struct FrontlineEdges: FieldValue {
    /// Every edge, in writing order.
    public var all: [FrontlineEdge]

    /// Takes edges.
    public init(_ all: [FrontlineEdge] = []) { self.all = all }

    /// Maps within a map.
    public static var fieldType: FieldType { .map(.map(.text)) }

    /// Reads the canonical form, which the spelling of a flow makes; what does not fit is left out.
    public static func decode(_ node: Node, into report: inout Report) -> FrontlineEdges? {
        guard let sources = node.map else {
            return node.wrongType(FrontlineEdges.self, into: &report)
        }
        let edges = sources.flatMap { source in
            (source.value.map ?? []).compactMap { way in
                way.value.scalarText.map { target in
                    FrontlineEdge(
                        source: source.key, handle: way.key, target: target,
                        sourceSpan: source.keySpan, handleSpan: way.keySpan,
                        span: way.value.span)
                }
            }
        }
        return FrontlineEdges(edges)
    }

    /// The canonical form.
    public init?(lenient value: Value) {
        guard let sources = value.object else { return nil }
        all = sources.members.flatMap { source in
            (source.value.object?.members ?? []).compactMap { way in
                way.value.text.map {
                    FrontlineEdge(source: source.key, handle: way.key, target: $0)
                }
            }
        }
    }

    /// Targets by source and handle.
    public var canonical: Value {
        var sources: [String: [(String, Value)]] = [:]
        for edge in all {
            sources[edge.source, default: []].append((edge.handle, .text(edge.target)))
        }
        return .object(Object(sources.map { ($0.key, .object(Object($0.value))) }))
    }
}
