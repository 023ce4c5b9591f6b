import Diagnostics
import Documents
import Platforms

/// Reads the `weir:` block of a document: what is ours and not the platform's.
struct OptionsBlock {
    static let keys = [
        "account", "after", "external", "ignore", "live", "on_remove", "protect", "was",
    ]

    let account: String
    let table: ReferenceTable
    private var options = ResourceOptions()

    /// The options in a block whose expressions are resolved.
    static func read(
        _ node: Node, of address: Address, _ table: ReferenceTable, into report: inout Report
    ) -> ResourceOptions {
        guard let entries = node.map else {
            if !node.isNull {
                report.add(.error(AccountOptionCode.type, "`weir` is a map", at: node.span))
            }
            return ResourceOptions()
        }
        Keys.check(entries, known: keys, of: "the `weir` block", into: &report)
        var block = OptionsBlock(account: address.account, table: table)
        for entry in entries { block.take(entry, of: address, into: &report) }
        return block.options
    }

    private init(account: String, table: ReferenceTable) {
        self.account = account
        self.table = table
    }

    private mutating func take(
        _ entry: Node.Entry, of address: Address, into report: inout Report
    ) {
        let value = entry.value
        if case .expression = value.content { return }
        switch entry.key {
        case "protect": options.isProtected = claim(entry, into: &report)
        case "external": options.isExternal = claim(entry, into: &report)
        case "ignore":
            options.ignored = texts(entry, into: &report).compactMap { path($0, into: &report) }
        case "was": options.was = was(entry, of: address, into: &report)
        case "live":
            options.live = value.scalarText.flatMap { $0.isEmpty ? nil : $0 }
            if options.live == nil { wrong(entry, "the live object's id", into: &report) }
        case "on_remove": options.onRemove = removal(entry, into: &report)
        case "after":
            options.after = texts(entry, into: &report).compactMap { need($0, into: &report) }
        default: break
        }
    }

    private func claim(_ entry: Node.Entry, into report: inout Report) -> Bool {
        if case .bool(let bool) = entry.value.content { return bool }
        wrong(entry, "`true` or `false`", into: &report)
        return false
    }

    private func removal(
        _ entry: Node.Entry, into report: inout Report
    ) -> ResourceOptions.OnRemove? {
        let words = ResourceOptions.OnRemove.allCases.map(\.rawValue)
        let word = entry.value.text ?? ""
        if let found = ResourceOptions.OnRemove(rawValue: word) { return found }
        report.add(
            .error(
                AccountOptionCode.option, "`on_remove` is one of \(Words.list(words))",
                at: entry.value.span, help: Words.nearest(to: word, among: words)))
        return nil
    }

    private func was(
        _ entry: Node.Entry, of address: Address, into report: inout Report
    ) -> Address? {
        guard let text = entry.value.text,
            let path = ReferencePath.words(text, at: entry.value.span) ?? Self.single(text)
        else {
            wrong(entry, "the address or the id this had before", into: &report)
            return nil
        }
        let old =
            switch path.count {
            case 1: Address(account: account, type: address.type, id: path[0])
            case 2: Address("\(account)/\(text)")
            default: Address(path.joined(separator: "/"))
            }
        guard let place = table.places[old.text] else { return old }
        report.add(
            .error(
                ProjectCode.was, "`was` names an address that no document has any more",
                at: entry.value.span,
                secondary: [Diagnostic.Label(place, "this document has it")]))
        return nil
    }

    private func path(
        _ item: (text: String, span: SourceSpan), into report: inout Report
    ) -> FieldPath? {
        if let path = FieldPath(parsing: item.text) { return path }
        report.add(.error(SettingsCode.path, Words.pathRule, at: item.span))
        return nil
    }

    private static func single(_ text: String) -> [String]? { text.isName ? [text] : nil }

    private func need(
        _ item: (text: String, span: SourceSpan), into report: inout Report
    ) -> Need? {
        guard let path = ReferencePath.words(item.text, at: item.span) else {
            report.add(
                .error(
                    AccountOptionCode.option,
                    "`after` is a list of addresses such as `job/welcome`",
                    at: item.span))
            return nil
        }
        switch table.target(path, in: account, at: item.span, &report) {
        case .resource(_, let address): return Need(Address(address), span: item.span)
        case .lookup:
            report.add(
                .error(
                    AccountOptionCode.option, "`after` waits for documents only", at: item.span))
        case .problem(let problem): report.add(problem)
        case .unknown: break
        }
        return nil
    }

    private func texts(
        _ entry: Node.Entry, into report: inout Report
    ) -> [(text: String, span: SourceSpan)] {
        let nodes = entry.value.list ?? [entry.value]
        return nodes.compactMap { node in
            if case .expression = node.content { return nil }
            if let text = node.text, !text.isEmpty { return (text, node.span) }
            report.add(
                .error(AccountOptionCode.type, "`\(entry.key)` is a list of texts", at: node.span))
            return nil
        }
    }

    private func wrong(_ entry: Node.Entry, _ what: String, into report: inout Report) {
        report.add(
            .error(AccountOptionCode.type, "`\(entry.key)` is \(what)", at: entry.value.span))
    }
}
