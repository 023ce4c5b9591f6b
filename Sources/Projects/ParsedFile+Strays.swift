import Diagnostics
import Documents

/// Documents that have no `kind`: a note, or beside documents of ours a mistake, since what was one
/// of them would be taken for removed.
extension ParsedFile {
    private static let advice = "write each document at the top of a file, or behind a `---`"

    /// Says what is to be said of one.
    mutating func report(_ stray: Document, _ catalog: ProjectCatalog, besideOurs: Bool) {
        if besideOurs, let mistake = mistake(stray, catalog) {
            report.add(mistake)
        } else if let wrapped = stray.root.document(catalog) {
            report.add(
                .warning(
                    ProjectCode.stray, "a document within another is not part of the project",
                    at: wrapped.keySpan,
                    help: Self.advice))
        } else if let slip = stray.root.map?.first(where: { $0.isMisspeltKind(catalog) }) {
            report.add(
                .warning(
                    ProjectCode.noKind, "a document without `kind` is not part of the project",
                    at: slip.keySpan, help: "did you mean `kind`?",
                    fix: Diagnostic.Fix(slip.keySpan, replacement: "kind")))
        } else if let entries = stray.root.map, let first = entries.first,
            let likely = catalog.likely(entries)
        {
            report.add(
                .warning(
                    ProjectCode.noKind, "a document without `kind` is not part of the project",
                    at: first.keySpan, help: "write `kind: \(likely)` if it should be"))
        }
    }

    /// What is wrong with a document that is a list or a text, that has one of ours wrapped in it,
    /// or that has an `id` and no `kind`.
    private func mistake(_ stray: Document, _ catalog: ProjectCatalog) -> Diagnostic? {
        guard let entries = stray.root.map else {
            return .error(
                ProjectCode.stray,
                "a document is a map with `kind` and `id`, not \(stray.root.form)",
                at: stray.root.start,
                help: Self.advice)
        }
        if let wrapped = stray.root.wrapped(catalog) {
            return .error(
                ProjectCode.stray, "the `kind` of a document must stand at its top",
                at: wrapped.keySpan,
                help: Self.advice)
        }
        guard let first = entries.first, entries.contains(where: { $0.key == "id" }) else {
            return nil
        }
        let likely = catalog.likely(entries).map { "`kind: \($0)`" } ?? "its `kind`"
        return .error(
            ProjectCode.noKind, "a document has an `id` and no `kind`", at: first.keySpan,
            help: "write \(likely) above it")
    }
}

extension Node {
    /// What it is, in words.
    fileprivate var form: String { list == nil ? "a text" : "a list" }

    /// The place where it begins.
    fileprivate var start: SourceSpan {
        let start = Int(span.start)
        return SourceSpan(source: span.source, start: start, end: min(start + 1, Int(span.end)))
    }

    /// The `kind` of the first document of ours in a list, or in a list or map of a map.
    fileprivate func document(_ catalog: ProjectCatalog) -> Node.Entry? {
        let inner = list ?? (map ?? []).flatMap { $0.value.list ?? [$0.value] }
        let found = inner.first { node in
            node.entry("id") != nil
                && node.entry("kind")?.value.text.map { catalog.kind($0) != nil } ?? false
        }
        return found?.entry("kind")
    }

    /// The first `kind` of ours that stands deeper than at the top.
    fileprivate func wrapped(_ catalog: ProjectCatalog) -> Node.Entry? {
        for node in map.map({ $0.map(\.value) }) ?? list ?? [] {
            if let kind = node.entry("kind"), let word = kind.value.text,
                catalog.kind(word) != nil
            {
                return kind
            }
            if let deeper = node.wrapped(catalog) { return deeper }
        }
        return nil
    }
}

extension Node.Entry {
    /// Whether the key is nearly `kind` and names one of the kinds.
    fileprivate func isMisspeltKind(_ catalog: ProjectCatalog) -> Bool {
        guard let word = value.text, catalog.kind(word) != nil else { return false }
        return Suggestion.nearest(to: key, among: ["kind"]) != nil
    }
}
