import Diagnostics
import Documents

extension NodeVisitor {
    /// Where something that is missing is said to be missing.
    private var place: SourceSpan { entries.first?.keySpan ?? node.span }

    mutating func reportMissing(_ name: StaticString) {
        report.add(
            .error(
                FieldCode.missingField.of(area), "`\(name)` must be written", at: place,
                label: "`\(name)` is missing here"))
    }

    mutating func reportCleared(_ name: StaticString, _ node: Node) {
        report.add(
            .error(FieldCode.missingField.of(area), "`\(name)` must have a value", at: node.span))
    }

    mutating func reportReadOnly(_ name: StaticString, _ entry: Node.Entry) {
        report.add(
            .error(
                FieldCode.readOnly.of(area), "`\(name)` is set by the platform alone",
                at: entry.keySpan,
                help: "remove `\(name)`"))
    }

    mutating func reportWrongType(_ name: StaticString, _ node: Node, _ phrase: String) {
        let isLoneElement = node.map != nil && phrase.hasPrefix("a list")
        report.add(
            .error(
                FieldCode.wrongType.of(area), "`\(name)` must be \(phrase)", at: node.span,
                help: isLoneElement ? "begin each element with `- `" : nil))
    }

    mutating func reportWrongElement(_ name: StaticString, _ node: Node, _ phrase: String) {
        report.add(
            .error(
                FieldCode.wrongType.of(area), "each element of `\(name)` must be \(phrase)",
                at: node.span))
    }

    mutating func reportLiteral(_ name: StaticString, _ node: Node) {
        let example = "${secret.\(name.description.uppercased())}"
        report.add(
            .error(
                FieldCode.literalSecret.of(area), "`\(name)` must be a secret such as `\(example)`",
                at: node.span,
                help: "keep the value out of the file and write `${secret.NAME}` instead"))
    }

    /// Gives a diagnostic of a `FieldValue` its area and the field's name.
    func complete(_ diagnostic: Diagnostic, _ name: StaticString) -> Diagnostic {
        var diagnostic = diagnostic
        if !diagnostic.code.contains("/") {
            diagnostic = diagnostic.recoded(
                AnyDiagnosticCode(recorded: "\(area)/\(diagnostic.code)"))
        }
        if diagnostic.message.hasPrefix("must ") {
            diagnostic.message = "`\(name)` \(diagnostic.message)"
        } else if diagnostic.message.hasPrefix("each element must ") {
            let rule = diagnostic.message.dropFirst("each element ".count)
            diagnostic.message = "each element of `\(name)` \(rule)"
        }
        return diagnostic
    }

    /// Reports literal texts within a map that must hold secrets only.
    mutating func checkSecrets(_ name: StaticString, _ node: Node) {
        switch node.content {
        case .map(let entries): for entry in entries { checkSecrets(name, entry.value) }
        case .list(let nodes): for element in nodes { checkSecrets(name, element) }
        case .text: reportLiteral(name, node)
        case .expression(let expression) where !expression.isSecret: reportLiteral(name, node)
        default: break
        }
    }

    /// Reports elements of a keyed list that have the key of an earlier one.
    mutating func checkKeys(_ nodes: [Node], _ key: StaticString, of name: StaticString) {
        guard nodes.count > 1 else { return }
        guard !areDistinct(nodes, key) else { return }
        let keys = nodes.map { keyNode($0, key) }
        let texts = keys.map { $0?.scalarText }
        if nodes.count <= 16 {
            for index in texts.indices.dropFirst() {
                guard let text = texts[index], let first = texts[..<index].firstIndex(of: text)
                else { continue }
                reportDuplicate(key, text, keys[index], first: keys[first])
            }
            return
        }
        var seen: [String: Int] = [:]
        for (index, text) in texts.enumerated() {
            guard let text else { continue }
            if let first = seen[text] {
                reportDuplicate(key, text, keys[index], first: keys[first])
            } else {
                seen[text] = index
            }
        }
    }

    /// Whether all keys are different texts; false for what is not that simple.
    private func areDistinct(_ nodes: [Node], _ key: StaticString) -> Bool {
        guard nodes.count <= 24 else { return false }
        var texts: [String] = []
        texts.reserveCapacity(nodes.count)
        for index in nodes.indices {
            guard case .map(let entries) = nodes[index].content,
                let place = entries.firstIndex(where: { FieldName.matches($0.key, key) }),
                case .text(let text) = entries[place].value.content, !texts.contains(text)
            else { return false }
            texts.append(text)
        }
        return true
    }

    private func keyNode(_ node: Node, _ key: StaticString) -> Node? {
        node.map?.first { FieldName.matches($0.key, key) }?.value
    }

    private mutating func reportDuplicate(
        _ key: StaticString, _ text: String, _ node: Node?, first: Node?
    ) {
        report.add(
            .error(
                FieldCode.duplicateKeyValue.of(area), "each `\(key)` must be unique: `\(text)`",
                at: node?.span, secondary: first.map { [.init($0.span, "first used here")] } ?? []))
    }

    /// Reports the keys that no field of the description took; gives the fields that they may mean.
    mutating func reportLeftovers() -> Set<String> {
        var meant: Set<String> = []
        let shape = ShapeBuilder.shape(of: model)
        let written = Set(entries.map(\.key))
        for index in entries.indices where !claims.contains(index) {
            let entry = entries[index]
            let words = shape.fields.filter { $0.name == entry.key }.flatMap(\.rules.only)
            if words.isEmpty {
                if let field = reportUnknown(entry, shape, beside: written) { meant.insert(field) }
            } else {
                reportMisplaced(entry, words, tag: shape.tag)
            }
        }
        return meant
    }

    private mutating func reportMisplaced(_ entry: Node.Entry, _ words: [String], tag: String?) {
        let belongs = words.map { "`\($0)`" }.joined(separator: " or ")
        report.add(
            .error(
                FieldCode.misplacedField.of(area),
                "`\(entry.key)` belongs to `\(tag ?? "type")` \(belongs) only", at: entry.keySpan,
                notes: currentWord.map { ["`\(tag ?? "type")` is `\($0)` here"] } ?? []))
    }

    private var currentWord: String? { if case .word(let word) = tag { word } else { nil } }

    private mutating func reportUnknown(
        _ entry: Node.Entry, _ shape: Shape, beside written: Set<String>
    ) -> String? {
        let candidates = shape.fields.filter { field in
            !field.rules.isReadOnly && applies(field.rules)
                && !written.contains(field.name)
        }
        let nearest = report.nearest(to: entry.key, among: candidates.map(\.name))
        report.add(
            .error(
                FieldCode.unknownKey.of(area), "`\(entry.key)` is not a field here",
                at: entry.keySpan,
                help: nearest.map { "did you mean `\($0)`?" },
                fix: nearest.map { .init(entry.keySpan, replacement: $0) }))
        return nearest
    }
}
