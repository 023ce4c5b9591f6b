public import Diagnostics
public import Documents

/// What the loader makes of a text before a kind sees it, without a project around it.
public enum Authored {
    /// The text that a span stands for.
    public static func written(_ span: SourceSpan?, in text: String) -> String {
        guard let span else { return "" }
        return String(
            decoding: Array(text.utf8)[Int(span.start)..<Int(span.end)], as: UTF8.self)
    }

    /// The same tree with `${…}` taken apart; references are to one account, which is
    /// called as its platform.
    public static func expressions(_ node: Node, account: String) -> Node {
        var node = node
        switch node.content {
        case .list(let nodes):
            node.content = .list(nodes.map { expressions($0, account: account) })
        case .map(let entries):
            node.content = .map(
                entries.map { entry in
                    var entry = entry
                    entry.value = expressions(entry.value, account: account)
                    return entry
                })
        case .text(let text) where text.contains("${"):
            let parts = parts(text, node.span, account)
            node.content = .expression(Expression(parts: parts, written: text))
        default: break
        }
        return node
    }

    private static func parts(
        _ text: String, _ span: SourceSpan, _ account: String
    ) -> [Expression.Part] {
        var parts: [Expression.Part] = []
        var rest = Substring(text)
        while let start = rest.firstRange(of: "${")?.lowerBound,
            let end = rest[start...].firstIndex(of: "}")
        {
            if start > rest.startIndex { parts.append(.literal(String(rest[..<start]))) }
            parts.append(part(rest[start..<end].dropFirst(2), span, account))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        return parts
    }

    private static func part(
        _ body: Substring, _ span: SourceSpan, _ account: String
    ) -> Expression.Part {
        if body.hasPrefix("secret.") { return .secret(String(body.dropFirst(7))) }
        var reference = Reference(path: body.split(separator: "/").map(String.init), span: span)
        reference.address = "\(account)/\(body)"
        reference.kind = "\(account)/\(reference.path.dropLast().last ?? "")"
        return .reference(reference)
    }
}
