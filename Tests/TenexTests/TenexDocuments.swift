import CheckFixtures
import Diagnostics
import Documents
import Testing

@testable import Platforms
@testable import Tenex

/// Documents and decoding for the tests of 10ex.
enum TenexDocuments {
    static let source = SourceID(0)

    /// Reads all documents of a text as projects do: parsed, with their expressions taken apart.
    static func documents(_ text: String, into report: inout Report) -> [AuthoredDocument] {
        DocumentParser.parse(Array(text.utf8), source: source, into: &report)
            .map { document(Authored.expressions($0.root, account: "tenex")) }
    }

    private static func document(_ root: Node) -> AuthoredDocument {
        var options = ResourceOptions()
        options.isProtected = root["weir"]?["protect"]?.content == .bool(true)
        options.isExternal = root["weir"]?["external"]?.content == .bool(true)
        return AuthoredDocument(
            address: Address(account: "tenex", type: "workflow", id: root["id"]?.text ?? "example"),
            node: root, options: options, idSpan: root["id"]?.span ?? root.span,
            file: "example.yaml")
    }

    /// Lowers all documents of a text and completes them.
    static func decode(_ text: String) -> (resources: [Resource], report: Report) {
        var report = Report()
        let resources = documents(text, into: &report).flatMap {
            TenexWorkflowKind().decode($0, into: &report)
        }
        return (TenexProject.complete(resources, into: &report), report)
    }

    /// The only workflow of a text, as its model.
    static func workflow(_ text: String) throws -> TenexWorkflow {
        let (resources, _) = decode(text)
        let workflow = try #require(resources.first { $0.kind == .tenexWorkflow })
        return TenexLowering.workflow(reading: workflow.value)
    }

    /// The steps of the only workflow of a text, by key.
    static func steps(_ text: String) -> [String: Value] {
        let value = decode(text).resources.first?.value["steps"]?.list ?? []
        return Dictionary(value.map { ($0["key"]?.text ?? "", $0) }) { first, _ in first }
    }

    /// The codes that a text gives, sorted and each once.
    static func codes(_ text: String) -> [String] {
        Set(decode(text).report.diagnostics.map(\.code)).sorted()
    }

    /// What a text reports, as people read it.
    static func messages(_ text: String) -> [String] {
        decode(text).report.sorted.map { "\($0.severity.rawValue): \($0.message)" }
    }
}
