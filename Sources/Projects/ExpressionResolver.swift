import Diagnostics
import Documents
import Platforms

/// Puts values where `${var.}` and `${env.}` stand, and full addresses into references.
struct ExpressionResolver {
    /// Where a text stands, which says what it may hold.
    enum Place {
        case variables
        case settings
        case options
        case document

        /// What may stand there, for messages.
        var rule: String {
            switch self {
            case .variables: "a variable may hold `${env.X}` and nothing else"
            case .settings: "settings may hold `${var.x}`, `${env.X}` and `${secret.X}`"
            case .options: "the `weir` block may hold `${var.x}` and `${env.X}`"
            case .document: ""
            }
        }
    }

    let variables: Variables
    let table: ReferenceTable
    /// The files that spans point into.
    private let sources: Sources
    /// How many of them are documents; what `field@` read from the others stays as it is.
    private let documents: Int
    /// The account whose documents references without an account mean.
    var account = ""
    /// The resource itself and those that it refers to, whose children have short names here.
    var parents: [String] = []
    var place = Place.document
    private(set) var lookups: [String: Set<KindName>] = [:]
    /// Whole references by their text, as they were resolved last.
    private var known: [String: Known] = [:]

    private struct Known {
        var account: String
        var parents: [String]
        var reference: Reference
    }
    /// Where each secret is named first.
    private(set) var secrets: [String: SourceSpan] = [:]

    init(
        _ variables: Variables, _ table: ReferenceTable, _ sources: Sources, documents: Int? = nil
    ) {
        self.variables = variables
        self.sources = sources
        self.documents = documents ?? sources.count
        self.table = table
    }

    /// The entries of a map, each resolved.
    mutating func resolve(_ entries: [Node.Entry], into report: inout Report) -> [Node.Entry] {
        var resolved = entries
        for index in entries.indices {
            if let value = changed(entries[index].value, into: &report) {
                resolved[index].value = value
            }
        }
        return resolved
    }

    /// A tree with its expressions resolved.
    mutating func resolve(_ node: Node, into report: inout Report) -> Node {
        changed(node, into: &report) ?? node
    }

    /// The resolved tree; nil if there is nothing to resolve in it.
    private mutating func changed(_ node: Node, into report: inout Report) -> Node? {
        switch node.content {
        case .text(let text):
            guard ExpressionSyntax.hasExpression(text), node.span.source.index < documents else {
                return nil
            }
            return repeated(node) ?? scalar(node, into: &report)
        case .list(let nodes):
            var copy: [Node]?
            for index in nodes.indices {
                guard let value = changed(nodes[index], into: &report) else { continue }
                if copy == nil { copy = nodes }
                copy?[index] = value
            }
            return copy.map { Node(.list($0), span: node.span, style: node.style) }
        case .map(let entries):
            var copy: [Node.Entry]?
            for index in entries.indices {
                guard let value = changed(entries[index].value, into: &report) else { continue }
                if copy == nil { copy = entries }
                copy?[index].value = value
            }
            return copy.map { Node(.map($0), span: node.span, style: node.style) }
        case .null, .bool, .int, .double, .expression: return nil
        }
    }

    /// A scalar that is one whole reference which was resolved before; most references repeat.
    private func repeated(_ node: Node) -> Node? {
        guard place == .document, !known.isEmpty, let text = node.text, text.utf8.first == 0x24,
            let earlier = known[text], earlier.account == account,
            earlier.parents == parents
        else { return nil }
        let quote = node.style == .quoted ? 1 : 0
        let (start, end) = (Int(node.span.start) + quote, Int(node.span.end) - quote)
        guard end - start == text.utf8.count else { return nil }
        let span = SourceSpan(source: node.span.source, start: start, end: end)
        let reference = earlier.reference.moved(to: span)
        return Node(
            .expression(Expression(parts: [.reference(reference)], written: text)),
            span: node.span, style: node.style)
    }

    private mutating func scalar(_ node: Node, into report: inout Report) -> Node? {
        var found = Report()
        let pieces = ExpressionSyntax.locate(
            node, bytes: sources[node.span.source].bytes, into: &found)
        guard let pieces else { return nil }
        report.add(found)
        if pieces.count == 1, let whole = whole(pieces[0].part, node) { return whole }
        var parts: [Expression.Part] = []
        var isBroken = found.hasErrors
        for piece in pieces {
            guard let part = part(piece.part, at: piece.span, into: &report) else {
                isBroken = true
                continue
            }
            if case .literal(let more) = part, case .literal(let start)? = parts.last {
                parts[parts.count - 1] = .literal(start + more)
            } else {
                parts.append(part)
            }
        }
        // An expression of no parts is known later and so reported by nobody a second time.
        if isBroken { parts = [] }
        if parts.count == 1, case .literal(let text) = parts[0] {
            return Node(.text(text), span: node.span, style: .quoted)
        }
        if parts.count == 1, case .reference(let reference) = parts[0], let text = node.text {
            known[text] = Known(account: account, parents: parents, reference: reference)
        }
        return Node(
            .expression(Expression(parts: parts, written: node.text ?? "")), span: node.span,
            style: node.style)
    }

    /// The value of a scalar that is one whole variable; it keeps its type.
    private func whole(_ part: RawPart, _ node: Node) -> Node? {
        switch part {
        case .variable(let name) where place != .variables:
            guard let value = variables.project[name]?.node else { return nil }
            return Node(value.content, span: node.span, style: value.style)
        case .environment(let name, let otherwise):
            guard !variables.isSecret(name),
                let value = variables.environment(name) ?? otherwise
            else { return nil }
            return environment(value, node)
        default: return nil
        }
    }

    /// The value of a process variable: a text where it is in quotes, else what a plain scalar of
    /// its words is. What could be either is left to the field: a literal expression, whose style
    /// says what free values take.
    private func environment(_ value: String, _ node: Node) -> Node {
        let content = PlainScalar.content(value)
        let isQuoted = node.style != .plain
        switch content {
        case .int, .double, .bool: break
        case .null where isQuoted: break
        default: return Node(content, span: node.span, style: isQuoted ? .quoted : .plain)
        }
        guard place == .document else { return Node(content, span: node.span) }
        let literal = Expression(parts: [.literal(value)], written: node.text ?? "")
        return Node(.expression(literal), span: node.span, style: node.style)
    }

    private mutating func part(
        _ part: RawPart, at span: SourceSpan, into report: inout Report
    ) -> Expression.Part? {
        switch part {
        case .literal(let text): return .literal(text)
        case .environment(let name, _) where variables.isSecret(name):
            report.add(Variables.secret(name, at: span))
        case .environment(let name, let otherwise):
            if let value = variables.environment(name) ?? otherwise { return .literal(value) }
            report.add(Variables.unset(name, at: span))
        case .variable(let name) where place != .variables:
            return variable(name, at: span, into: &report)
        case .secret(let name) where place == .settings || place == .document:
            if secrets[name] == nil { secrets[name] = span }
            return .secret(name)
        case .reference(let reference) where place == .document:
            return resolve(reference, into: &report)
        case .variable, .secret, .reference:
            report.add(.error(ProjectCode.expressionPlace, place.rule, at: span))
        }
        return nil
    }

    private func variable(
        _ name: String, at span: SourceSpan, into report: inout Report
    ) -> Expression.Part? {
        guard let value = variables.project[name] else {
            report.add(variables.unknown(name, at: span, &report))
            return nil
        }
        if let text = value.text { return .literal(text) }
        guard case .expression = value.node.content else {
            report.add(
                .error(
                    ProjectCode.expression, "a list or a map cannot stand within a text", at: span,
                    secondary: [Diagnostic.Label(value.node.span, "`\(name)` is set here")]))
            return nil
        }
        return nil
    }

    private mutating func resolve(
        _ written: Reference, into report: inout Report
    ) -> Expression.Part? {
        var reference = written
        let target = table.target(
            written.path, in: account, near: parents, at: written.span, &report)
        switch target {
        case .resource(let kind, let address):
            reference.address = address
            reference.kind = kind.description
            if let problem = table.problem(with: written, of: kind) {
                report.add(problem)
                return nil
            }
        case .lookup(let kind, let address):
            reference.address = address
            reference.kind = kind.description
            lookups[Address(address).account, default: []].insert(kind)
        case .problem(let problem):
            report.add(problem)
            return nil
        case .unknown: return nil
        }
        return .reference(reference)
    }
}
