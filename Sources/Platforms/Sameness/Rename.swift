public import Diagnostics
public import Documents

/// An element of a keyed list that its author calls otherwise than before: a step, a way out of it.
public struct Rename: Sendable, Hashable {
    /// The list that it is in, `steps` or `steps.opened.split_conditions`.
    public var list: FieldPath
    /// What it was called.
    public var old: String
    /// What it is called now.
    public var new: String
    /// Where a document says what it was called; nil where a number or its surroundings show it.
    public var span: SourceSpan?

    /// Describes a rename.
    public init(list: FieldPath, old: String, new: String, span: SourceSpan? = nil) {
        self.list = list
        self.old = old
        self.new = new
        self.span = span
    }

    /// The path of the element as it is called now.
    public var path: FieldPath { list.appending(new) }
}

extension Shape {
    /// Whether some list has elements that can say what they were called.
    public var hasRenames: Bool {
        fields.contains { field in
            if field.rules.isRenamable { return true }
            return field.type.elements?.hasRenames ?? false
        }
    }

    /// What the elements of lists in a document were called, the outer ones first.
    public func renames(in node: Node) -> [Rename] { renames(in: node, at: []) }

    private func renames(in node: Node, at path: [String]) -> [Rename] {
        fields.flatMap { field -> [Rename] in
            guard case .list(.object(let shape), let key?) = field.type,
                field.rules.isRenamable || shape.hasRenames, let list = node[field.name]
            else { return [] }
            let path = path + [field.name]
            let elements = list.named(by: key)
            let own = field.rules.isRenamable ? elements : []
            return own.compactMap { name, element in
                guard let was = element["was"], let old = was.scalarText, old != name else {
                    return nil
                }
                return Rename(list: FieldPath(path), old: old, new: name, span: was.span)
            } + elements.flatMap { shape.renames(in: $0.1, at: path + [$0.0]) }
        }
    }
}

extension Resource {
    /// What its author says that elements of its lists were called.
    package func renames(_ shape: Shape) -> [Rename] { renames ?? shape.renames(in: node) }
}

extension FieldType {
    /// The shape of the elements of a list.
    fileprivate var elements: Shape? {
        if case .list(.object(let shape), _) = self { shape } else { nil }
    }
}

extension Node {
    /// The elements of a keyed list with their names, whether it is written as a list or as a map.
    fileprivate func named(by key: String) -> [(String, Node)] {
        switch content {
        case .list(let nodes):
            nodes.compactMap { node in node[key]?.scalarText.map { ($0, node) } }
        case .map(let entries): entries.map { ($0.key, $0.value) }
        default: []
        }
    }
}
