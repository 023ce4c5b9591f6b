public import Diagnostics
public import Documents

/// Decodes documents strictly: every key is known, every value fits, every mistake has its place.
///
/// A field whose value is mistaken becomes absent but keeps its span, so that a kind can tell it
/// from one that was never written and need not complain again.
public enum NodeDecoder {
    /// Decodes a map as a model; `skipping` names keys that are not the model's.
    ///
    /// Codes are `area/unknown-key`, `area/wrong-type` and so on.
    public static func decode<T: Described>(
        _ type: T.Type, _ node: Node, skipping: Set<String> = [], area: String,
        into report: inout Report
    ) -> T {
        guard case .map(let entries) = node.content else {
            report.add(
                .error(
                    FieldCode.wrongType.of(area), "a document must be a map of fields",
                    at: node.span))
            return T()
        }
        var visitor = NodeVisitor(type, node, entries, area: area)
        visitor.skip(skipping)
        return visitor.decode(type, into: &report)
    }
}

/// Fills one model from one map.
struct NodeVisitor {
    /// What is known of the word that tells variants apart.
    enum Tag {
        /// No tag field was described yet.
        case none
        case word(String)
        /// Missing or mistaken: every field is let through.
        case unclear
    }

    let node: Node
    let entries: [Node.Entry]
    let area: String
    let model: any Described.Type
    var claims: Claims
    var tag = Tag.none
    var cursor = 0
    var hasSkippedFields = false
    /// The required fields that nothing was found for.
    private var missing: [StaticString] = []
    var report = Report()

    init(_ model: any Described.Type, _ node: Node, _ entries: [Node.Entry], area: String) {
        self.model = model
        self.node = node
        self.entries = entries
        self.area = area
        claims = Claims(count: entries.count)
    }

    /// Takes keys out that are not the model's.
    mutating func skip(_ keys: Set<String>) {
        guard !keys.isEmpty else { return }
        for index in entries.indices where keys.contains(entries[index].key) {
            claims.insert(index)
        }
    }

    /// Decodes the model and hands over everything reported.
    mutating func decode<T: Described>(_ type: T.Type, into outer: inout Report) -> T {
        var value = T()
        value.describe(&self)
        let meant = claims.remaining > 0 ? reportLeftovers() : []
        for name in missing where !meant.contains(name.description) { reportMissing(name) }
        if !report.diagnostics.isEmpty { outer.add(report) }
        return value
    }

    /// Whether a field exists for the tag's word.
    func applies(_ rules: Rules) -> Bool {
        guard !rules.only.isEmpty, case .word(let word) = tag else { return true }
        return rules.only.contains(word)
    }

    /// Finds and claims the entry of a field; reports it missing or read-only.
    mutating func take(_ name: StaticString, _ rules: Rules) -> Int? {
        guard applies(rules) else {
            hasSkippedFields = true
            return nil
        }
        guard let index = find(name) else {
            if rules.isRequired, isCertain(rules) { missing.append(name) }
            return nil
        }
        claims.insert(index)
        guard !rules.isReadOnly else {
            reportReadOnly(name, entries[index])
            return nil
        }
        return index
    }

    private func isCertain(_ rules: Rules) -> Bool {
        if case .unclear = tag { rules.only.isEmpty } else { true }
    }

    /// Looks behind the last found key first, as most documents keep the order of the description.
    private mutating func find(_ name: StaticString) -> Int? {
        guard claims.remaining > 0 else { return nil }
        for index in cursor..<entries.count where isOpen(index, name) {
            cursor = index + 1
            return index
        }
        for index in 0..<cursor where isOpen(index, name) {
            cursor = index + 1
            return index
        }
        return nil
    }

    @inline(__always)
    private func isOpen(_ index: Int, _ name: StaticString) -> Bool {
        FieldName.matches(entries[index].key, name) && !claims.contains(index)
    }

    /// Decodes a node as a model of its own; nil if it is not a map.
    mutating func child<T: Described>(_ node: Node) -> T? {
        guard case .map(let entries) = node.content else { return nil }
        var visitor = NodeVisitor(T.self, node, entries, area: area)
        return visitor.decode(T.self, into: &report)
    }
}
