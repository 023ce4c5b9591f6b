import Crypto
import Diagnostics
import Documents
import Platforms

/// One file, read and parsed: its documents by what they are.
struct ParsedFile: Sendable {
    var path: String
    var source: Source
    /// The SHA-256 of its bytes in hexadecimal; nil if nothing of it belongs to the project.
    var digest: String?
    var report = Report()
    var drafts: [Draft] = []
    var settings: [SettingsDocument] = []
    /// Documents that are none of ours, which may be mistakes beside documents of ours.
    private(set) var strays: [Document] = []
    /// Why it was left out, in words; nil where it was read.
    private(set) var skipped: String?
    /// The secrets that its text names, where it is not read as documents.
    private(set) var mentionedSecrets: Set<String> = []
    /// Whether it holds documents of another tool.
    private(set) var isOfOtherTool = false

    /// What became of it.
    var standing: ProjectFile {
        ProjectFile(
            path, documents: drafts.count + settings.count, skipped: skipped,
            isOfOtherTool: isOfOtherTool)
    }

    /// How large a file is at most that is looked into; one with documents is smaller still.
    private static let mostBytes = 64 << 20

    /// Reads and parses a file of a project.
    static func parse(
        _ path: String, root: String, as id: SourceID, _ catalog: ProjectCatalog,
        onlySettings: Bool = false
    ) -> ParsedFile {
        do throws(FileSystem.Failure) {
            let bytes = try FileSystem.read("\(root)/\(path)", atMost: mostBytes)
            let source = Source(name: path, bytes: bytes)
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
        guard mayBeOurs || !source.name.lowercased().hasSuffix(".json") else {
            return file.dropped("no `kind` in it")
        }
        let documents = DocumentParser.parse(source, as: id, into: &file.report)
        let hadErrors = file.report.hasErrors
        for document in documents { file.sort(document, catalog) }
        let hasPlace = !file.drafts.isEmpty || !file.settings.isEmpty
        if hadErrors, !hasPlace, OtherTools.wrote(source, catalog) {
            return file.dropped("a template or a file of another tool", isOfOtherTool: true)
        }
        if !mayBeOurs, !hadErrors || !documents.isEmpty { file.report = Report() }
        for stray in file.strays { file.report(stray, catalog, besideOurs: hasPlace) }
        guard hasPlace else {
            if !hadErrors, file.skipped == nil { file.skipped = "no document of the project in it" }
            return file
        }
        file.digest = Digester.hex(SHA256.hash(data: source.bytes))
        return file
    }

    /// The settings in a file; what else is in it is not looked at.
    private static func settings(
        of source: Source, as id: SourceID, _ catalog: ProjectCatalog
    ) -> ParsedFile {
        let bytes = source.bytes.span
        let mayBe = bytes.contains("weir/project") || bytes.contains("weir/environment")
        guard mayBe else {
            var file = ParsedFile(path: source.name, source: Source(name: source.name, bytes: []))
            file.mentionedSecrets = SecretVariables.names(of: "secret", in: source.bytes[...])
            return file
        }
        var file = parse(source, as: id, catalog)
        file.drafts = []
        return file
    }

    mutating func sort(_ document: Document, _ catalog: ProjectCatalog) {
        guard let entries = document.root.map else {
            if !document.root.isNull { strays.append(document) }
            return
        }
        guard let kind = document.root.entry("kind") else { return strays.append(document) }
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
        } else if OtherTools.wrote(entries, word) {
            skipped = "a document of another tool, `kind: \(word)`"
            isOfOtherTool = true
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
        let same = known.filter { $0.hasSuffix("/\(word)") }
        let nearest = same.first ?? Suggestion.nearest(to: word, among: known)
        let isSure = same.count < 2
        return .error(
            ProjectCode.unknownKind, "no kind is called `\(word)`", at: span,
            help: isSure
                ? nearest.map { "did you mean `\($0)`?" } ?? "the kinds are \(Words.list(known))"
                : "did you mean one of \(Words.list(same))?",
            fix: isSure ? nearest.map { Diagnostic.Fix(span, replacement: $0) } : nil)
    }

    private func dropped(_ reason: String, isOfOtherTool: Bool = false) -> ParsedFile {
        var file = ParsedFile(path: path, source: Source(name: path, bytes: []))
        file.skipped = reason
        file.isOfOtherTool = isOfOtherTool
        return file
    }
}
