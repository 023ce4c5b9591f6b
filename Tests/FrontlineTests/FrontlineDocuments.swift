import CheckFixtures
import Diagnostics
import Documents
import Testing

@testable import Frontline
@testable import Platforms

/// Documents and decoding for the tests of Frontline.
enum FrontlineDocuments {
    static let source = SourceID(0)

    /// Reads all documents of a text as projects do: parsed, with their expressions taken apart.
    static func documents(_ text: String, into report: inout Report) -> [AuthoredDocument] {
        DocumentParser.parse(Array(text.utf8), source: source, into: &report)
            .map { document(Authored.expressions($0.root, account: "frontline")) }
    }

    private static func document(_ root: Node) -> AuthoredDocument {
        let type = root["kind"]?.text?.split(separator: "/").last.map(String.init) ?? "flow"
        var options = ResourceOptions()
        options.isProtected = root["weir"]?["protect"]?.content == .bool(true)
        options.isExternal = root["weir"]?["external"]?.content == .bool(true)
        return AuthoredDocument(
            address: Address(account: "frontline", type: type, id: root["id"]?.text ?? "example"),
            node: root, options: options, idSpan: root["id"]?.span ?? root.span,
            file: "example.yaml")
    }

    /// Lowers all documents of a text and completes them.
    static func decode(_ text: String) -> (resources: [Resource], report: Report) {
        var report = Report()
        let resources = documents(text, into: &report).flatMap { document in
            document.address.type == "agent"
                ? FrontlineLowering.agent(document, into: &report)
                : FrontlineLowering.flow(document, into: &report)
        }
        return (FrontlineProject.complete(resources, into: &report), report)
    }

    /// The only flow of a text, as its model.
    static func flow(_ text: String) throws -> FrontlineFlow {
        let (resources, _) = decode(text)
        let flow = try #require(resources.first { $0.kind == .frontlineFlow })
        return ValueReader.read(FrontlineFlow.self, flow.value)
    }

    /// The codes that a text gives, sorted and each once.
    static func codes(_ text: String) -> [String] {
        Set(decode(text).report.diagnostics.map(\.code)).sorted()
    }
}
