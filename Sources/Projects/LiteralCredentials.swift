import Diagnostics
import Documents
import Platforms

/// Warns of credentials that are written out where nothing forbids it: in a header, a parameter, a
/// URL, or a field that is named like one.
struct LiteralCredentials: Sendable {
    private static let names = ["key", "name", "header", "param", "parameter"]

    private var likely: [String: Bool] = [:]

    /// Looks through the fields of a document whose expressions are read.
    mutating func check(_ entries: [Node.Entry], into report: inout Report) {
        let isNamed = entries.contains { entry in
            Self.names.contains(entry.key) && entry.value.text.map { isLikely($0) } ?? false
        }
        for entry in entries {
            if isLikely(entry.key) || isNamed && entry.key == "value" {
                checkNamed(entry, into: &report)
            } else {
                check(entry.value, into: &report)
            }
        }
    }

    private mutating func check(_ node: Node, into report: inout Report) {
        switch node.content {
        case .map(let entries): check(entries, into: &report)
        case .list(let nodes): for node in nodes { check(node, into: &report) }
        case .text(let text) where text.contains("://") && Redactor([]).hide(text) != text:
            report.add(Self.warning("a URL here has a credential in it", node))
        default: break
        }
    }

    private mutating func checkNamed(_ entry: Node.Entry, into report: inout Report) {
        guard case .text(let text) = entry.value.content else {
            return check(entry.value, into: &report)
        }
        guard Self.isCredential(text) else { return }
        report.add(
            Self.warning("`\(entry.key)` looks like a credential that is written out", entry.value))
    }

    /// Whether a text may be one: long enough, no sentence, and no template of the platform's.
    private static func isCredential(_ text: String) -> Bool {
        guard text.utf8.count >= 8, !text.contains("{{"), Set(text).count > 2 else { return false }
        let words = text.split(separator: " ")
        return words.count == 1 || words.count == 2 && words[1].utf8.count >= 8
    }

    private static func warning(_ message: String, _ node: Node) -> Diagnostic {
        .warning(
            ProjectCode.literalSecret, message, at: node.span,
            help: "keep the value out of the file and write `${secret.NAME}` instead")
    }

    private mutating func isLikely(_ name: String) -> Bool {
        if let known = likely[name] { return known }
        let isLikely = CredentialName.isLikely(name)
        likely[name] = isLikely
        return isLikely
    }
}
