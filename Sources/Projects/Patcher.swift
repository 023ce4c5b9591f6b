import Diagnostics
import Documents
import Platforms

/// Lays an environment's patch over a document, before expressions are resolved.
///
/// Maps and keyed lists are merged by path, other lists replaced; what a patch wrote keeps the
/// patch's place.
struct Patcher {
    /// Who looks whether a field exists: the kind, which decodes what was patched, or the patcher.
    private enum Names { case leftToTheKind, checked }

    private let shape: Shape
    private let names: Names
    private var report = Report()

    private init(_ shape: Shape, _ names: Names) {
        self.shape = shape
        self.names = names
    }

    /// The document with the changes of one address in it.
    static func patch(
        _ node: Node, with changes: Node, shape: Shape, into report: inout Report
    ) -> Node {
        patch(node, with: changes, Patcher(shape, .leftToTheKind), into: &report)
    }

    /// Reports what is wrong with the changes of one address, unknown fields too.
    static func check(
        _ node: Node, with changes: Node, shape: Shape, into report: inout Report
    ) {
        _ = patch(node, with: changes, Patcher(shape, .checked), into: &report)
    }

    private static func patch(
        _ node: Node, with changes: Node, _ patcher: Patcher, into report: inout Report
    ) -> Node {
        guard let entries = changes.map else {
            report.add(
                .error(SettingsCode.patch, "a patch is a map of paths and values", at: changes.span)
            )
            return node
        }
        var patcher = patcher
        var patched = node
        for entry in entries { patcher.apply(entry, to: &patched) }
        report.add(patcher.report)
        return patched
    }

    /// A path on its way in: where it was written and how much of it is behind us.
    private struct Way {
        let all: [String]
        let key: String
        let keySpan: SourceSpan
        var depth = 0

        /// The next part; nil at the end.
        var part: String? { depth < all.count ? all[depth] : nil }
        /// The path one step further in.
        var inner: Way { Way(all: all, key: key, keySpan: keySpan, depth: depth + 1) }

        /// The bytes of the next part, where the path was written without quotes.
        var span: SourceSpan {
            let length = Int(keySpan.end) - Int(keySpan.start)
            guard length == key.utf8.count, all.joined(separator: ".") == key, let part else {
                return keySpan
            }
            let start = Int(keySpan.start) + all[..<depth].reduce(0) { $0 + $1.utf8.count + 1 }
            return SourceSpan(source: keySpan.source, start: start, end: start + part.utf8.count)
        }
    }

    private mutating func apply(_ entry: Node.Entry, to node: inout Node) {
        guard let path = FieldPath(parsing: entry.key), let first = path.parts.first else {
            report.add(.error(SettingsCode.path, Words.pathRule, at: entry.keySpan))
            return
        }
        if ["kind", "id", "$schema"].contains(first) {
            report.add(
                .error(SettingsCode.patch, "a patch does not change `\(first)`", at: entry.keySpan))
            return
        }
        let way = Way(all: path.parts, key: entry.key, keySpan: entry.keySpan)
        set(way, to: entry.value, in: &node, type: .object(shape))
    }

    private mutating func set(
        _ way: Way, to value: Node, in node: inout Node, type: FieldType?
    ) {
        guard let part = way.part else { return merge(value, into: &node, type: type) }
        let inner = way.inner
        switch node.content {
        case .list(var nodes):
            guard let (element, key) = Self.keyed(type) else { return refuse(way, type) }
            guard let index = nodes.firstIndex(where: { $0[key]?.scalarText == part }) else {
                return report.add(unknown(part, key, nodes, at: way.span))
            }
            set(inner, to: value, in: &nodes[index], type: element)
            node.content = .list(nodes)
        case .map(var entries):
            if names == .checked { checkName(way, part, type) }
            if let index = entries.firstIndex(where: { $0.key == part }) {
                if inner.part == nil { entries[index].keySpan = way.keySpan }
                set(inner, to: value, in: &entries[index].value, type: Self.field(part, type))
            } else {
                var fresh = Node(.null, span: value.span)
                set(inner, to: value, in: &fresh, type: Self.field(part, type))
                entries.append(Node.Entry(key: part, keySpan: way.span, value: fresh))
            }
            node.content = .map(entries)
        case .null where Self.keyed(type) == nil:
            node = Node(.map([]), span: value.span)
            set(way, to: value, in: &node, type: type)
        default: refuse(way, type)
        }
    }

    private mutating func merge(_ value: Node, into node: inout Node, type: FieldType?) {
        switch (node.content, value.content) {
        case (.map, .map(let entries)):
            for entry in entries { descend(entry, in: &node, type) }
        case (.list, .map(let entries)) where Self.keyed(type) != nil:
            for entry in entries { descend(entry, in: &node, type) }
        case (.list, .list(let elements)):
            guard let (_, key) = Self.keyed(type) else {
                node = value
                return
            }
            for element in elements { descend(element, key, in: &node, type) }
        default: node = value
        }
    }

    private mutating func descend(_ entry: Node.Entry, in node: inout Node, _ type: FieldType?) {
        let way = Way(all: [entry.key], key: entry.key, keySpan: entry.keySpan)
        set(way, to: entry.value, in: &node, type: type)
    }

    private mutating func descend(
        _ element: Node, _ key: String, in node: inout Node, _ type: FieldType?
    ) {
        guard let name = element[key], let text = name.scalarText else {
            report.add(
                .error(
                    SettingsCode.patch, "an element of this list is told by its `\(key)`",
                    at: element.span))
            return
        }
        set(Way(all: [text], key: text, keySpan: name.span), to: element, in: &node, type: type)
    }

    private mutating func refuse(_ way: Way, _ type: FieldType?) {
        let place = way.all[..<way.depth].joined(separator: ".")
        let message =
            switch type {
            case .list where Self.keyed(type) == nil:
                "`\(place)` is a list without keys: a patch replaces it as a whole"
            case .list: "the document has no `\(place)` to patch"
            default: "`\(place)` has no fields: a path goes through maps and keyed lists"
            }
        report.add(.error(SettingsCode.patch, message, at: way.span))
    }

    /// Reports a field that the shape does not have; `weir` is ours.
    private mutating func checkName(_ way: Way, _ part: String, _ type: FieldType?) {
        guard case .object(let shape) = type, !shape.keepsRest else { return }
        let name = part.hasSuffix("@") ? String(part.dropLast()) : part
        let isOurs = name == "weir" && shape == self.shape
        guard !isOurs, shape.field(name) == nil else { return }
        report.add(
            .error(
                SettingsCode.patch, "no field is called `\(name)`", at: way.span,
                help: Words.nearest(
                    to: name, among: shape.fields.map(\.name),
                    otherwise: "the fields are \(Words.list(shape.fields.map(\.name)))")))
    }

    private func unknown(
        _ part: String, _ key: String, _ nodes: [Node], at span: SourceSpan
    ) -> Diagnostic {
        let known = nodes.compactMap { $0[key]?.scalarText }
        let nearest = Suggestion.nearest(to: part, among: known)
        let place = nearest.flatMap { name in nodes.first { $0[key]?.scalarText == name } }
        return .error(
            SettingsCode.patch, "no element has the `\(key)` `\(part)`", at: span,
            secondary: place?[key].map { [Diagnostic.Label($0.span, "the nearest is here")] } ?? [],
            help: nearest.map { "did you mean `\($0)`?" }
                ?? "the elements are \(Words.list(known))")
    }

    private static func keyed(_ type: FieldType?) -> (FieldType, String)? {
        if case .list(let element, let key?) = type { (element, key) } else { nil }
    }

    private static func field(_ name: String, _ type: FieldType?) -> FieldType? {
        switch type {
        case .object(let shape): shape.field(name)?.type
        case .map(let value): value
        default: nil
        }
    }
}
