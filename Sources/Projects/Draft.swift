import Diagnostics
import Documents
import Platforms

/// A document of a kind on its way: its head is read, the rest not yet.
struct Draft: Sendable {
    let kind: any Kind
    let kindSpan: SourceSpan
    let id: String
    let idSpan: SourceSpan
    var node: Node
    let path: String
    /// Whether a key ending in `@` may be in it.
    var mayInclude: Bool
    /// Whether what must be written may be left out, as in a change of what exists.
    var isPartial = false
    /// Whether it is what the platform answered, given back.
    var isAnswer = false
    /// Set once the accounts are known.
    var address: Address
    /// The account's name, also in the address.
    var account: String
    var name: KindName { kind.name }

    /// Reads the head of a document; reports and returns nil if it has no usable `id`.
    init?(
        _ document: Document, kind: any Kind, kindSpan: SourceSpan, _ file: ParsedFile,
        _ report: inout Report
    ) {
        guard let id = document.root.entry("id") else {
            report.add(
                .error(
                    ProjectCode.noID, "a document has an `id`, the author's own stable name",
                    at: kindSpan, help: "add `id:` below `kind:`"))
            return nil
        }
        guard let text = Draft.id(id.value, &report) else { return nil }
        self.kind = kind
        self.kindSpan = kindSpan
        self.id = text
        idSpan = id.value.span
        node = document.root
        path = file.path
        mayInclude = TextFiles.mayBeNamed(in: file.source.bytes)
        account = kind.name.platform
        address = Address(account: account, type: kind.name.type, id: text)
    }

    /// An id: letters, digits, `_` and `-`.
    static func id(_ node: Node, _ report: inout Report) -> String? {
        if let other = otherReading(of: node) {
            report.add(
                .error(
                    ProjectCode.id, "an `id` is a text, and this is \(other)", at: node.span,
                    help: "put quotes around it"))
            return nil
        }
        let text = node.scalarText
        if let text, text.isName { return text }
        if let text, text.contains("${") {
            report.add(
                .error(
                    ProjectCode.expressionPlace, "`kind` and `id` are written out, without `${…}`",
                    at: node.span))
            return nil
        }
        report.add(
            .error(ProjectCode.id, "an `id` has letters, digits, `_` and `-` only", at: node.span))
        return nil
    }

    /// What a plain id is read as where that is not the text that stands there.
    private static func otherReading(of node: Node) -> String? {
        switch node.content {
        case .int(let int):
            let text = String(int)
            return text.utf8.count == node.span.end - node.span.start ? nil : "the number \(text)"
        case .double: return "a number"
        case .bool(let bool): return "`\(bool)`"
        default: return nil
        }
    }
}
