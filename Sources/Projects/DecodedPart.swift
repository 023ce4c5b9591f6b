import Diagnostics
import Documents
import Platforms

/// The documents of one slice, resolved, decoded and lowered.
struct DecodedPart: Sendable {
    private(set) var resources: [Resource] = []
    private(set) var report = Report()
    private var resolver: ExpressionResolver
    private var credentials = LiteralCredentials()
    private let accounts: [String: Account]

    /// The lookup kinds that were referred to, by account.
    var lookups: [String: Set<KindName>] { resolver.lookups }
    /// The secrets that were named, each with a place.
    var secrets: [String: SourceSpan] { resolver.secrets }

    init(_ binding: Binding, _ sources: Sources) {
        resolver = ExpressionResolver(
            binding.variables, binding.table, sources, documents: binding.sources.count)
        accounts = Dictionary(binding.accounts.map { ($0.name, $0) }) { first, _ in first }
    }

    mutating func decode(_ draft: Draft) {
        resolver.account = draft.account
        resolver.parents = parents(of: draft)
        var entries = draft.node.map ?? []
        for index in entries.indices {
            switch entries[index].key {
            case "kind", "id", "$schema": continue
            case "weir": resolver.place = .options
            default: resolver.place = .document
            }
            entries[index].value = resolver.resolve(entries[index].value, into: &report)
        }
        if !draft.kind.holdsCredentials { credentials.check(entries, into: &report) }
        let node = Node(.map(entries), span: draft.node.span, style: draft.node.style)
        var document = AuthoredDocument(
            address: draft.address, node: node, options: options(node, of: draft.address),
            idSpan: draft.idSpan, file: draft.path,
            accountOptions: accounts[draft.account]?.options ?? [:])
        document.isAnswer = draft.isAnswer
        var found = Report()
        resources.append(contentsOf: draft.kind.decode(document, into: &found))
        for problem in found.diagnostics where !draft.isPartial || !isMissing(problem, in: entries)
        {
            report.add(problem.placed(at: draft.kindSpan))
        }
    }

    /// The document itself and the documents that its own fields name, where any has children.
    private func parents(of draft: Draft) -> [String] {
        guard !resolver.table.children.isEmpty else { return [] }
        let named = (draft.node.map ?? []).compactMap { entry -> String? in
            guard let text = entry.value.text, text.hasPrefix("${"), text.hasSuffix("}"),
                let path = ReferencePath.words(
                    String(text.dropFirst(2).dropLast()), at: entry.value.span)
            else { return nil }
            let words = path.count % 2 == 1 ? path : [draft.account] + path
            return words.joined(separator: "/")
        }
        return [draft.address.text] + named
    }

    /// Whether something is missing at the top, which an object that exists has already.
    private func isMissing(_ problem: Diagnostic, in entries: [Node.Entry]) -> Bool {
        FieldCode.missingField.matches(problem.code)
            && problem.primary?.span == entries.first?.keySpan
    }

    private mutating func options(_ node: Node, of address: Address) -> ResourceOptions {
        guard let block = node["weir"] else { return ResourceOptions() }
        return OptionsBlock.read(block, of: address, resolver.table, into: &report)
    }
}
