import Diagnostics
import Documents

/// Values that are known only later: live ids of other resources, and secrets.
///
/// Each goes only where it fits: a reference where its kind is wanted or a text may hold it, a
/// secret into a text. Anything else would be sent as it is, and the platform would be asked for
/// somebody else's id.
extension NodeVisitor {
    mutating func reference(
        _ name: StaticString, _ value: inout Written<String>, to kind: KindName, plain: Plain,
        _ summary: StaticString, _ rules: Rules
    ) {
        guard let index = take(name, rules) else { return }
        value = scalar(name, entries[index].value, rules, as: .reference(kind, plain))
    }

    mutating func references(
        _ name: StaticString, _ value: inout Written<[ReferenceText]>, to kind: KindName,
        plain: Plain, _ summary: StaticString, _ rules: Rules
    ) {
        guard let index = take(name, rules) else { return }
        let node = entries[index].value
        value = written(name, node, rules, as: "a list of texts") { visitor, node in
            guard case .list(let nodes) = node.content else { return nil }
            return nodes.compactMap { visitor.referenceText(name, $0, to: kind) }
        }
        // With a mistaken element the list is mistaken: it is not shorter than it was written.
        if let texts = value.value, texts.count < node.list?.count ?? 0 {
            value = Written(.absent, span: node.span)
        }
    }

    private mutating func referenceText(
        _ name: StaticString, _ node: Node, to kind: KindName
    ) -> ReferenceText? {
        if case .expression(let expression) = node.content {
            guard !expression.parts.isEmpty, isReference(expression, to: kind, name, node) else {
                return nil
            }
            return ReferenceText(expression.laterValue, span: node.span)
        }
        guard let text = node.scalarText else {
            reportWrongElement(name, node, "a text")
            return nil
        }
        return ReferenceText(.text(text), span: node.span)
    }

    /// The later value of a field of a type; absent where it does not fit.
    mutating func later<T>(
        _ name: StaticString, _ node: Node, _ expression: Expression, _ type: FieldType,
        _ rules: Rules
    ) -> Written<T> {
        switch type {
        case .reference(let kind, _):
            guard isReference(expression, to: kind, name, node) else {
                return Written(.absent, span: node.span)
            }
        case .text, .any: break
        default:
            return later(name, node, expression, FieldTypeText.phrase(type), rules)
        }
        if rules.isSecret, !expression.isSecret {
            reportLiteral(name, node)
            return Written(.absent, span: node.span)
        }
        return Written(.later(expression.laterValue), span: node.span)
    }

    /// Refuses a later value in a field that no text can be.
    mutating func later<T>(
        _ name: StaticString, _ node: Node, _ expression: Expression, _ phrase: String,
        _ rules: Rules
    ) -> Written<T> {
        let what = expression.isSecret ? "a secret" : "a reference"
        report.add(
            .error(
                FieldCode.wrongType.of(area), "`\(name)` must be \(phrase), not \(what)",
                at: node.span))
        return Written(.absent, span: node.span)
    }

    /// Whether an expression is one whole reference to a kind; reports what else it is.
    private mutating func isReference(
        _ expression: Expression, to kind: KindName, _ name: StaticString, _ node: Node
    ) -> Bool {
        let reference = expression.wholeReference
        if let reference, ["", kind.description].contains(reference.kind) { return true }
        let mistake =
            if let reference {
                ", but `\(reference.written)` is a \(reference.kind)"
            } else if expression.isSecret {
                ", not a secret"
            } else {
                ", by one reference without other text"
            }
        report.add(
            .error(
                FieldCode.referenceKind.of(area), "`\(name)` names a \(kind)\(mistake)",
                at: reference?.span ?? node.span, help: "write `${\(kind.type)/…}`"))
        return false
    }
}
