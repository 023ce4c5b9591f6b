package import Documents

extension Expression {
    /// What the expression stands for: a captured value, a secret, or a text joined from parts.
    var laterValue: Value {
        if parts.count == 1 { return parts[0].laterValue }
        return literalText.map { .text($0) } ?? .joined(parts.map(\.laterValue))
    }

    /// The text, if no part of it is known only later.
    var literalText: String? {
        var text = ""
        for part in parts {
            guard case .literal(let piece) = part else { return nil }
            text += piece
        }
        return text
    }
}

extension Expression.Part {
    fileprivate var laterValue: Value {
        switch self {
        case .literal(let text): .text(text)
        case .reference(let reference): .captured(Slot(reference.address, reference.field))
        case .secret(let name): .secret(name)
        }
    }
}

extension Node {
    /// The tree as a plain value, expressions as what they stand for.
    package var freeValue: Value {
        switch content {
        case .null: .null
        case .bool(let bool): .bool(bool)
        case .int(let int): .int(int)
        case .double(let double): .double(double)
        case .text(let text): .text(text)
        case .list(let nodes): .list(nodes.map(\.freeValue))
        case .map(let entries): .object(Object(entries.map { ($0.key, $0.value.freeValue) }))
        case .expression(let expression):
            // A variable of the process is what its words are, unless it stands in quotes.
            if style == .plain, let literal { literal.freeValue } else { expression.laterValue }
        }
    }

    /// What a text that stands for itself is where it is read as a plain scalar; nil for others.
    var literal: Node? {
        guard case .expression(let expression) = content, !expression.parts.isEmpty,
            let text = expression.literalText
        else { return nil }
        return Node(PlainScalar.content(text), span: span)
    }

    /// Whether the node itself is an expression.
    package var isExpression: Bool { if case .expression = content { true } else { false } }

    /// A scalar as a text, numbers and booleans in their shortest form; nil for null and all others.
    package var scalarText: String? {
        switch content {
        case .text(let text): text
        case .int(let int): String(int)
        case .double(let double): "\(double)"
        case .bool(let bool): bool ? "true" : "false"
        case .expression(let expression):
            expression.literalText.flatMap { $0.isEmpty ? nil : $0 }
        default: nil
        }
    }
}
