import Diagnostics
import Documents
import Platforms

/// A `weir/project` or `weir/environment` document: a map whose keys are ours.
struct SettingsDocument: Sendable {
    /// Which of the two it is.
    enum Form: String, CaseIterable, Sendable {
        case project = "weir/project"
        case environment = "weir/environment"

        /// The keys it may have.
        var keys: [String] {
            switch self {
            case .project:
                [
                    "$schema", "accounts", "default_environment", "guards", "ignore", "kind",
                    "ledger", "name", "secrets", "vars",
                ]
            case .environment:
                [
                    "$schema", "accounts", "except", "guards", "id", "kind", "ledger", "only",
                    "patch", "vars",
                ]
            }
        }
    }

    let form: Form
    let root: Node
    let path: String

    /// The value of a key; nil if it is missing or null.
    subscript(_ key: String) -> Node? {
        guard let value = root[key], !value.isNull else { return nil }
        return value
    }

    /// The entries of a key whose value is a map.
    func entries(_ key: String) -> [Node.Entry] { self[key]?.map ?? [] }

    /// Where its `kind` stands.
    var kindSpan: SourceSpan { root["kind"]?.span ?? root.span }

    /// Checks the keys and the forms of their values; what they mean comes later.
    func check(into report: inout Report) {
        Keys.check(root.map ?? [], known: form.keys, of: form.rawValue, into: &report)
        for key in ["vars", "accounts", "patch", "secrets"] where form.keys.contains(key) {
            if let value = self[key], value.map == nil {
                report.add(
                    .error(AccountOptionCode.type, "`\(key)` is a map of names", at: value.span))
            }
        }
        if let ignore = self["ignore"], Self.texts(ignore) == nil {
            report.add(
                .error(
                    AccountOptionCode.type, "`ignore` is a list of patterns such as `drafts/**`",
                    at: ignore.span))
        }
        if let guards = root.entry("guards") {
            report.add(
                .error(
                    SettingsCode.unsupported, "guards are not enforced by this version",
                    at: guards.keySpan, help: "remove `guards` until they are"))
        }
    }

    /// The patterns of what is left out of the project.
    var ignored: [String] { self["ignore"].flatMap(Self.texts) ?? [] }

    private static func texts(_ node: Node) -> [String]? {
        guard let nodes = node.list else { return nil }
        let texts = nodes.compactMap(\.text).filter { !$0.isEmpty }
        return texts.count == nodes.count ? texts : nil
    }

    /// The text of a key that must be one.
    func text(_ key: String, into report: inout Report) -> (text: String, span: SourceSpan)? {
        guard let value = self[key] else { return nil }
        if let text = value.text, !text.isEmpty { return (text, value.span) }
        report.add(.error(AccountOptionCode.type, "`\(key)` is a text", at: value.span))
        return nil
    }
}

/// Checks of the keys of our own maps.
enum Keys {
    /// Reports every key that is not known, with the nearest that is.
    static func check(
        _ entries: [Node.Entry], known: [String], of what: String, into report: inout Report
    ) {
        for entry in entries where !known.contains(entry.key) {
            let nearest = Suggestion.nearest(to: entry.key, among: known)
            report.add(
                .error(
                    SettingsCode.unknownKey, "\(what) has no key `\(entry.key)`", at: entry.keySpan,
                    help: nearest.map { "did you mean `\($0)`?" }
                        ?? "the keys are \(Words.list(known.filter { $0 != "$schema" }))",
                    fix: nearest.map { Diagnostic.Fix(entry.keySpan, replacement: $0) }))
        }
    }

    /// The first entries with those of a second map over them; maps within are merged one deep.
    static func overlay(_ base: [Node.Entry], _ top: [Node.Entry], depth: Int) -> [Node.Entry] {
        var merged = base
        var places = Dictionary(
            base.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        for entry in top {
            guard let place = places[entry.key] else {
                places[entry.key] = merged.count
                merged.append(entry)
                continue
            }
            if depth > 0, let below = merged[place].value.map, let above = entry.value.map {
                let value = overlay(below, above, depth: depth - 1)
                merged[place].value.content = .map(value)
            } else {
                merged[place] = entry
            }
        }
        return merged
    }
}
