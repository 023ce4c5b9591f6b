public import Diagnostics

/// A piece of a document that knows exactly where it was written.
public struct Node: Sendable, Equatable {
    /// What a node holds.
    public enum Content: Sendable, Equatable {
        case null
        case bool(Bool)
        case int(Int64)
        case double(Double)
        case text(String)
        case list([Node])
        case map([Entry])
        /// A text with `${…}` in it, put there when expressions are read; never by the parser.
        indirect case expression(Expression)
    }

    /// How a scalar was written; `plain` scalars alone are open to interpretation.
    public enum Style: Sendable { case plain, quoted, block, flow }

    /// A key of a map and its value.
    public struct Entry: Sendable, Equatable {
        /// The key's text.
        public var key: String
        /// What it holds.
        public var value: Node
        /// Where the key stands.
        public var keySpan: SourceSpan

        /// Pairs a key with a value.
        public init(key: String, keySpan: SourceSpan, value: Node) {
            self.key = key
            self.keySpan = keySpan
            self.value = value
        }
    }

    /// What it holds.
    public var content: Content
    /// How it was written; beside the content, where it takes no room.
    public var style: Style
    /// The bytes it was written in, quotes included.
    public var span: SourceSpan

    /// Holds content that stands at a place.
    public init(_ content: Content, span: SourceSpan, style: Style = .plain) {
        self.content = content
        self.span = span
        self.style = style
    }
}

extension Node {
    /// The text, if this is one.
    public var text: String? { if case .text(let text) = content { text } else { nil } }
    /// The entries in writing order, if this is a map.
    public var map: [Entry]? { if case .map(let entries) = content { entries } else { nil } }
    /// The elements, if this is a list.
    public var list: [Node]? { if case .list(let nodes) = content { nodes } else { nil } }
    /// Whether this is null.
    public var isNull: Bool { if case .null = content { true } else { false } }

    /// The entry of a key; nil for other nodes and missing keys.
    public func entry(_ key: String) -> Entry? { map?.first { $0.key == key } }

    /// The value of a key; nil for other nodes and missing keys.
    public subscript(_ key: String) -> Node? { entry(key)?.value }
}
