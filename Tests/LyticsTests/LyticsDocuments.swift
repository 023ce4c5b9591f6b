import CheckFixtures
import Diagnostics
import Documents
import Lytics
import Platforms

/// Documents and decoding for the tests of Lytics.
enum LyticsDocuments {
    static let platform = LyticsPlatform()
    static let source = SourceID(0)

    static func kind(_ type: String) -> any Kind {
        platform.kinds.first { $0.name.type == type } ?? LyticsPlatform().kinds[0]
    }

    /// Reads a document as projects do: parsed, with its expressions taken apart.
    static func document(_ text: String, into report: inout Report) -> AuthoredDocument {
        let all = documents(text, into: &report)
        return all.first
            ?? document(Node(.map([]), span: SourceSpan(source: source, start: 0, end: 0)))
    }

    /// Reads all documents of a text.
    static func documents(_ text: String, into report: inout Report) -> [AuthoredDocument] {
        DocumentParser.parse(Array(text.utf8), source: source, into: &report)
            .map { document(Authored.expressions($0.root, account: "lytics")) }
    }

    private static func document(_ root: Node) -> AuthoredDocument {
        let type = root["kind"]?.text?.split(separator: "/").last.map(String.init) ?? "flow"
        return AuthoredDocument(
            address: Address(account: "lytics", type: type, id: root["id"]?.text ?? "example"),
            node: root, options: ResourceOptions(), idSpan: root["id"]?.span ?? root.span,
            file: "example.yaml")
    }

    /// Decodes one document; what was reported, and the resource.
    static func decode(_ text: String) -> (resource: Resource?, report: Report) {
        var report = Report()
        let document = document(text, into: &report)
        let resources = kind(document.address.type).decode(document, into: &report)
        return (resources.first, report)
    }

    /// The codes that a document gives, sorted and each once.
    static func codes(_ text: String) -> [String] {
        Set(decode(text).report.diagnostics.map(\.code)).sorted()
    }
}
