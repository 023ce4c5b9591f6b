import Crypto
import Diagnostics
import Documents
import Platforms

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One file, read and parsed: its documents by what they are.
struct ParsedFile: Sendable {
    var path: String
    var source: Source
    /// The SHA-256 of its bytes in hexadecimal; nil if nothing of it belongs to the project.
    var digest: String?
    var report = Report()
    var drafts: [Draft] = []
    var settings: [SettingsDocument] = []

    /// Reads and parses a file of a project.
    static func parse(
        _ path: String, root: String, as id: SourceID, _ catalog: ProjectCatalog,
        onlySettings: Bool = false
    ) -> ParsedFile {
        do throws(FileSystem.Failure) {
            let source = Source(name: path, bytes: try FileSystem.read("\(root)/\(path)"))
            guard onlySettings else { return parse(source, as: id, catalog) }
            return settings(of: source, as: id, catalog)
        } catch {
            var file = ParsedFile(path: path, source: Source(name: path, bytes: []))
            file.report.add(
                .error(ProjectCode.unreadable, "`\(path)` cannot be read: \(error.reason)"))
            return file
        }
    }

    static func parse(_ source: Source, as id: SourceID, _ catalog: ProjectCatalog) -> ParsedFile {
        var file = ParsedFile(path: source.name, source: source)
        let mayBeOurs = source.bytes.span.contains("kind")
        guard mayBeOurs || !source.name.hasSuffix(".json") else { return file.dropped() }
        let documents = DocumentParser.parse(source, as: id, into: &file.report)
        let hadErrors = file.report.hasErrors
        for document in documents { file.sort(document, catalog) }
        let hasPlace = !file.drafts.isEmpty || !file.settings.isEmpty
        if !mayBeOurs, !hadErrors || !documents.isEmpty { file.forgetOtherTools() }
        if hasPlace { file.digest = Digester.hex(SHA256.hash(data: source.bytes)) }
        return file
    }

    /// The settings in a file; what else is in it is not looked at.
    private static func settings(
        of source: Source, as id: SourceID, _ catalog: ProjectCatalog
    ) -> ParsedFile {
        let bytes = source.bytes.span
        let mayBe = bytes.contains("weir/project") || bytes.contains("weir/environment")
        guard mayBe else {
            return ParsedFile(path: source.name, source: Source(name: source.name, bytes: []))
        }
        var file = parse(source, as: id, catalog)
        file.drafts = []
        return file
    }

    mutating func sort(_ document: Document, _ catalog: ProjectCatalog) {
        guard let entries = document.root.map else { return }
        guard let kind = document.root.entry("kind") else {
            if let likely = catalog.likely(entries) { noteMissingKind(entries, likely) }
            return
        }
        guard let word = kind.value.text else {
            report.add(
                .error(ProjectCode.kind, "`kind` is one of the known kinds", at: kind.value.span))
            return
        }
        if let form = SettingsDocument.Form(rawValue: word) {
            settings.append(SettingsDocument(form: form, root: document.root, path: path))
        } else if let known = catalog.kind(word), let parent = known.parent {
            report.add(withoutParent(known.name, parent, at: kind.value.span))
        } else if let known = catalog.kind(word) {
            if let draft = Draft(document, kind: known, kindSpan: kind.value.span, self, &report) {
                drafts.append(draft)
            }
        } else {
            report.add(unknownKind(word, at: kind.value.span, catalog))
        }
    }

    private func withoutParent(
        _ kind: KindName, _ parent: KindName, at span: SourceSpan
    ) -> Diagnostic {
        .error(
            ProjectCode.noDocument, "`\(kind)` has no documents of its own", at: span,
            help: "write it into the document of its `\(parent)`")
    }

    private func unknownKind(
        _ word: String, at span: SourceSpan, _ catalog: ProjectCatalog
    ) -> Diagnostic {
        if word.contains("${") {
            return .error(
                ProjectCode.expressionPlace, "`kind` and `id` are written out, without `${…}`",
                at: span)
        }
        let known = catalog.kindNames + SettingsDocument.Form.allCases.map(\.rawValue)
        let nearest = Suggestion.nearest(to: word, among: known)
        return .error(
            ProjectCode.unknownKind, "no kind is called `\(word)`", at: span,
            help: nearest.map { "did you mean `\($0)`?" }
                ?? "the kinds are \(Words.list(known))",
            fix: nearest.map { Diagnostic.Fix(span, replacement: $0) })
    }

    private mutating func noteMissingKind(_ entries: [Node.Entry], _ likely: String) {
        guard let first = entries.first else { return }
        report.add(
            .warning(
                ProjectCode.noKind, "a document without `kind` is not part of the project",
                at: first.keySpan, help: "write `kind: \(likely)` if it should be"))
    }

    /// Forgets mistakes of a file that is not ours; what is ours but has no kind stays.
    private mutating func forgetOtherTools() {
        let kept = report.diagnostics.filter { $0.code == ProjectCode.noKind.text }
        report = Report()
        for diagnostic in kept { report.add(diagnostic) }
    }

    private func dropped() -> ParsedFile {
        ParsedFile(path: path, source: Source(name: path, bytes: []))
    }
}

extension Span<UInt8> {
    /// Whether some bytes stand somewhere among these.
    func contains(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        return unsafe withUnsafeBufferPointer { bytes in
            guard var place = unsafe UnsafeRawPointer(bytes.baseAddress) else { return false }
            let end = unsafe place + bytes.count
            while unsafe end - place >= length {
                let first = Int32(unsafe word.utf8Start[0])
                guard let found = unsafe memchr(place, first, end - place),
                    unsafe UnsafeRawPointer(found) + length <= end
                else { return false }
                if unsafe memcmp(found, word.utf8Start, length) == 0 { return true }
                unsafe place = UnsafeRawPointer(found) + 1
            }
            return false
        }
    }
}
