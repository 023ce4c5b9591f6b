public import Diagnostics
import Documents
public import Platforms

/// How much of a project's folder is read.
public enum ProjectExtent: Sendable, Equatable {
    /// Every document.
    case whole
    /// `weir.yaml` and the environments, whatever is in the other documents.
    case settings
    /// No folder: one account of a platform, reached by the platform's own variables.
    case account(platform: String)

    var readsFolder: Bool { builtIn == nil }

    /// The settings that stand in for a `weir.yaml`.
    var builtIn: Source? {
        guard case .account(let platform) = self else { return nil }
        let text = """
            kind: weir/project
            name: no-project
            accounts:
              \(platform): { platform: \(platform) }

            """
        return Source(name: "weir.yaml", bytes: Array(text.utf8))
    }
}

/// A document from outside the project's folder: one of a project, or a platform's raw payload.
public struct GivenDocument: Sendable {
    /// Where it was read.
    public var source: Source
    /// What it is, where it does not say so itself.
    public var kind: any Kind
    /// The author's id, where it has none that it could be called by.
    public var id: String
    /// Fields that it gets where it does not write them.
    public var fields: [String: String]
    /// Members that its maps get where it does not write them, by the field that holds the map.
    public var members: [String: [String: String]]
    /// Whether it changes an object that exists, so that what must be written may be left out.
    public var isPartial = false

    /// Gives a document.
    public init(
        _ source: Source, kind: any Kind, id: String, fields: [String: String] = [:],
        members: [String: [String: String]] = [:]
    ) {
        self.source = source
        self.kind = kind
        self.id = id
        self.fields = fields
        self.members = members
    }
}

extension Document {
    /// The one element of a list, as `--format json` prints one object; else the document itself.
    fileprivate var onlyElement: Document {
        guard let list = root.list, list.count == 1, list[0].map != nil else { return self }
        return Document(root: list[0], span: span)
    }
}

extension ParsedFile {
    /// Parses a given document; a payload gets the head that a document of a project has.
    static func parse(
        _ given: GivenDocument, as id: SourceID, _ catalog: ProjectCatalog
    ) -> ParsedFile {
        var file = ParsedFile(path: given.source.name, source: given.source)
        for parsed in DocumentParser.parse(given.source, as: id, into: &file.report) {
            let document = parsed.onlyElement
            guard let entries = document.root.map else {
                if file.report.hasErrors { continue }
                file.report.add(
                    .error(
                        ProjectCode.operatePayload, "a payload is an object with fields",
                        at: document.root.span,
                        help: "give JSON or YAML such as `{ \"label\": \"Welcome series\" }`"))
                continue
            }
            let isPayload = document.root.entry("kind") == nil
            let before = file.drafts.count
            file.sort(
                isPayload ? payload(entries, of: document, given) : document, catalog)
            // Nobody but the platform writes what the platform sets.
            let isAnswer = entries.contains { given.kind.serverFields.contains($0.key) }
            for index in file.drafts.indices.dropFirst(before) {
                file.drafts[index].isAnswer = isPayload && isAnswer
            }
        }
        if given.isPartial {
            for index in file.drafts.indices { file.drafts[index].isPartial = true }
        }
        return file
    }

    private static func payload(
        _ entries: [Node.Entry], of document: Document, _ given: GivenDocument
    ) -> Document {
        let start = SourceSpan(
            source: document.span.source, start: Int(document.span.start),
            end: Int(document.span.start))
        func head(_ key: String, _ text: String) -> Node.Entry {
            Node.Entry(key: key, keySpan: start, value: Node(.text(text), span: start))
        }
        var fields = entries.filter { !given.kind.serverFields.contains($0.key) }
        let missing = given.fields.merging(["id": given.id]) { written, _ in written }
        for (key, text) in missing.sorted(by: { $0.key < $1.key })
        where !fields.contains(where: { $0.key == key }) {
            fields.insert(head(key, text), at: 0)
        }
        for (key, texts) in given.members {
            let place = fields.firstIndex { $0.key == key }
            let written = place.map { fields[$0].value } ?? Node(.null, span: start)
            guard let inner = written.isNull ? [] : written.map else { continue }
            let more = texts.filter { text in !inner.contains { $0.key == text.key } }
                .sorted { $0.key < $1.key }.map { head($0.key, $0.value) }
            let map = Node(.map(inner + more), span: written.span)
            if let place { fields.remove(at: place) }
            fields.append(Node.Entry(key: key, keySpan: start, value: map))
        }
        fields.insert(head("kind", given.kind.name.description), at: 0)
        let root = Node(.map(fields), span: document.root.span, style: document.root.style)
        return Document(root: root, span: document.span)
    }
}
