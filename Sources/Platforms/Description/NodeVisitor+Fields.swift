import Diagnostics
import Documents

extension NodeVisitor: FieldVisitor {
    mutating func field<T: FieldValue>(
        _ name: StaticString, _ value: inout Written<T>, _ summary: StaticString, _ rules: Rules
    ) {
        guard let index = take(name, rules) else { return }
        value = scalar(name, entries[index].value, rules)
    }

    mutating func tag<T: FieldValue>(
        _ name: StaticString, _ value: inout Written<T>, _ summary: StaticString, _ rules: Rules
    ) {
        if let index = take(name, rules) { value = scalar(name, entries[index].value, rules) }
        let word =
            value.value?.canonical.text ?? (value.span == nil ? rules.defaultValue?.text : nil)
        tag = word.map { .word($0) } ?? .unclear
    }

    mutating func object<T: Described>(
        _ name: StaticString, _ value: inout Written<T>, _ summary: StaticString, _ rules: Rules
    ) {
        guard let index = take(name, rules) else { return }
        value = written(name, entries[index].value, rules, as: "a map of fields") {
            $0.child($1)
        }
    }

    mutating func list<T: Described>(
        _ name: StaticString, _ value: inout Written<[T]>, key: StaticString?,
        _ summary: StaticString, _ rules: Rules
    ) {
        guard let index = take(name, rules) else { return }
        value = written(name, entries[index].value, rules, as: "a list of maps") { visitor, node in
            guard case .list(let nodes) = node.content else { return nil }
            if let key, !rules.joinsTwins { visitor.checkKeys(nodes, key, of: name) }
            return visitor.elements(name, nodes, rules)
        }
    }

    mutating func map(
        _ name: StaticString, _ value: inout Written<Object>, _ summary: StaticString,
        _ rules: Rules
    ) {
        guard let index = take(name, rules) else { return }
        let node = entries[index].value
        if rules.isSecret { checkSecrets(name, node) }
        value = written(name, node, rules, as: "a map") { $1.freeValue.object }
    }

    mutating func rest(_ value: inout Object) {
        guard claims.remaining > 0 else { return }
        let shape = hasSkippedFields ? ShapeBuilder.shape(of: model) : Shape()
        var members = value.members
        for index in entries.indices where !claims.contains(index) {
            let entry = entries[index]
            guard shape.field(entry.key) == nil else { continue }
            claims.insert(index)
            members.append(Object.Member(entry.key, entry.value.freeValue))
        }
        value = Object(members: members)
    }
}

extension NodeVisitor {
    /// Decodes a field of one value; secrets and expressions are seen to here. The type is the
    /// value's own, unless the field is a reference.
    mutating func scalar<T: FieldValue>(
        _ name: StaticString, _ node: Node, _ rules: Rules, as type: FieldType? = nil
    ) -> Written<T> {
        switch node.content {
        case .null: return null(name, node, rules)
        case .expression(let expression):
            // Nothing is known of what was reported already.
            if expression.parts.isEmpty { return Written(.absent, span: node.span) }
            guard let text = expression.literalText else {
                return later(name, node, expression, type ?? T.fieldType, rules)
            }
            let quoted = Node(.text(text), span: node.span, style: .quoted)
            let isText = (type ?? T.fieldType).holdsText
            return scalar(name, isText ? quoted : node.literal ?? quoted, rules, as: type)
        default: break
        }
        guard !rules.isSecret else {
            reportLiteral(name, node)
            return Written(.absent, span: node.span)
        }
        if case .list(let nodes) = node.content, nodes.contains(where: \.isExpression),
            case .list = T.fieldType
        {
            return Written(.later(node.freeValue), span: node.span)
        }
        return decoded(name, node)
    }

    private mutating func decoded<T: FieldValue>(
        _ name: StaticString, _ node: Node
    ) -> Written<T> {
        var found = Report()
        let value = T.decode(node, into: &found)
        if !found.diagnostics.isEmpty {
            for diagnostic in found.diagnostics { report.add(complete(diagnostic, name)) }
        } else if value == nil {
            reportWrongType(name, node, FieldTypeText.phrase(T.fieldType))
        }
        return Written(value.map { .value($0) } ?? .absent, span: node.span)
    }

    /// Decodes a field that holds fields or elements.
    mutating func written<T>(
        _ name: StaticString, _ node: Node, _ rules: Rules, as phrase: String,
        _ decode: (inout NodeVisitor, Node) -> T?
    ) -> Written<T> {
        if node.isNull { return null(name, node, rules) }
        if case .expression(let expression) = node.content {
            if expression.parts.isEmpty { return Written(.absent, span: node.span) }
            guard expression.literalText != nil else {
                return later(name, node, expression, phrase, rules)
            }
        }
        guard let value = decode(&self, node) else {
            reportWrongType(name, node, phrase)
            return Written(.absent, span: node.span)
        }
        return Written(.value(value), span: node.span)
    }

    mutating func null<T>(
        _ name: StaticString, _ node: Node, _ rules: Rules
    ) -> Written<T> {
        if rules.isRequired || rules.isNeverNull { reportCleared(name, node) }
        return Written(.null, span: node.span)
    }

    private mutating func elements<T: Described>(
        _ name: StaticString, _ nodes: [Node], _ rules: Rules
    ) -> [T] {
        var elements: [T] = []
        elements.reserveCapacity(nodes.count)
        for node in nodes {
            guard case .map(let entries) = node.content else {
                reportWrongElement(name, node, "a map of fields")
                continue
            }
            var visitor = NodeVisitor(T.self, node, entries, area: area)
            if rules.isRenamable { visitor.takeFormerName() }
            elements.append(visitor.decode(T.self, into: &report))
        }
        return elements
    }

    /// Takes the name that an element had before: ours, and no field of the platform.
    private mutating func takeFormerName() {
        guard let index = entries.firstIndex(where: { $0.key == "was" }) else { return }
        claims.insert(index)
        if entries[index].value.scalarText == nil {
            reportWrongType("was", entries[index].value, "the name it had before")
        }
    }
}

extension FieldType {
    /// Whether a text stands in it as it is.
    fileprivate var holdsText: Bool {
        switch self {
        case .text, .reference, .word: true
        default: false
        }
    }
}
