import Diagnostics
import Documents
import Platforms

/// Documents and decoding for the tests of Lytics.
enum Lytics {
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
            .map { document(expressions($0.root)) }
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

    /// The text that a span stands for.
    static func written(_ span: SourceSpan?, in text: String) -> String {
        guard let span else { return "" }
        let bytes = Array(text.utf8)[Int(span.start)..<Int(span.end)]
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func expressions(_ node: Node) -> Node {
        var node = node
        switch node.content {
        case .list(let nodes): node.content = .list(nodes.map(expressions))
        case .map(let entries):
            node.content = .map(
                entries.map { entry in
                    var entry = entry
                    entry.value = expressions(entry.value)
                    return entry
                })
        case .text(let text) where text.contains("${"):
            node.content = .expression(Expression(parts: parts(text, node.span), written: text))
        default: break
        }
        return node
    }

    private static func parts(_ text: String, _ span: SourceSpan) -> [Expression.Part] {
        var parts: [Expression.Part] = []
        var rest = Substring(text)
        while let start = rest.firstIndex(of: "$"), let end = rest[start...].firstIndex(of: "}") {
            if start > rest.startIndex { parts.append(.literal(String(rest[..<start]))) }
            let body = rest[start..<end].dropFirst(2)
            if body.hasPrefix("secret.") {
                parts.append(.secret(String(body.dropFirst(7))))
            } else {
                var reference = Reference(
                    path: body.split(separator: "/").map(String.init), span: span)
                reference.address = "lytics/\(body)"
                parts.append(.reference(reference))
            }
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        return parts
    }
}
