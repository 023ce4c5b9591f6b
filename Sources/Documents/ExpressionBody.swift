import Diagnostics

/// What stands between `${` and `}`.
struct ExpressionBody {
    /// The bytes of the whole expression.
    let span: SourceSpan
    /// What is wrong with it.
    private(set) var report = Report()
    private let body: Substring

    /// Takes the text between the braces.
    init(_ body: String, span: SourceSpan) {
        self.body = body.trimmedSpaces
        self.span = span
    }

    /// What the expression stands for; nil if it is mistaken.
    mutating func part() -> RawPart? {
        guard !body.isEmpty else {
            return fail(ExpressionCode.empty, "an expression must name something")
        }
        let root = body.prefix { $0 != "." && $0 != "/" && $0 != "\"" && $0 != ":" }
        let rest = body.dropFirst(root.count)
        if rest.first == "/" { return reference() }
        switch root {
        case "var": return name(rest, "a variable").map { .variable($0) }
        case "secret": return name(rest, "a secret").map { .secret($0) }
        case "env": return environment(rest)
        default: return unknownRoot(String(root))
        }
    }

    private mutating func unknownRoot(_ root: String) -> RawPart? {
        let roots = ["var", "env", "secret"]
        return fail(
            ExpressionCode.unknownRoot,
            "an expression must begin with `var.`, `env.`, `secret.` or a type and `/`: `\(root)`",
            help: Suggestion.nearest(to: root, among: roots).map { "did you mean `\($0).`?" }
                ?? "refer to a resource as `${type/id}`; write `$${` where the text `${` is meant")
    }

    /// The word behind a dot.
    private mutating func name(_ rest: Substring, _ noun: String) -> String? {
        let name = rest.dropFirst()
        guard !name.isEmpty else {
            fail(ExpressionCode.empty, "an expression must name \(noun)")
            return nil
        }
        guard name.utf8.allSatisfy({ $0.isNameByte || $0 == UInt8(ascii: ".") }) else {
            fail(
                ExpressionCode.malformed,
                "a name must have letters, digits, `_`, `-` and `.` only: `\(name)`")
            return nil
        }
        return String(name)
    }

    private mutating func environment(_ rest: Substring) -> RawPart? {
        guard let mark = rest.firstIndex(of: ":") else {
            return name(rest, "an environment variable").map { .environment($0, default: nil) }
        }
        guard rest[mark...].hasPrefix(":-") else {
            return fail(ExpressionCode.malformed, "a default must follow `:-`")
        }
        let fallback = String(rest[mark...].dropFirst(2))
        return name(rest[..<mark], "an environment variable")
            .map { .environment($0, default: fallback) }
    }

    private mutating func reference() -> RawPart? {
        var rest = body
        var path: [String] = []
        while true {
            guard let word = word(&rest) else { return nil }
            path.append(word)
            guard rest.first == "/" else { break }
            rest.removeFirst()
        }
        var field = "id"
        if rest.first == "." {
            field = String(rest.dropFirst())
            rest = ""
        }
        guard rest.isEmpty, !field.isEmpty, field.utf8.allSatisfy(isFieldByte) else {
            return fail(
                ExpressionCode.malformed,
                "a reference must be written `type/id` or `type/id.field`",
                help: "put a name that is not a plain word in double quotes: `${type/\"a name\"}`")
        }
        return .reference(Reference(path: path, field: field, span: span))
    }

    /// A plain word or a quoted text at the start of the rest.
    private mutating func word(_ rest: inout Substring) -> String? {
        if rest.first == "\"" {
            let quoted = rest.dropFirst()
            if let close = quoted.firstIndex(of: "\""), close > quoted.startIndex {
                rest = quoted[quoted.index(after: close)...]
                return String(quoted[..<close])
            }
        }
        let word = rest.prefix { $0.utf8.allSatisfy(\.isNameByte) }
        guard !word.isEmpty else {
            fail(ExpressionCode.empty, "a reference must name a type and an id")
            return nil
        }
        rest = rest.dropFirst(word.count)
        return String(word)
    }

    private func isFieldByte(_ byte: UInt8) -> Bool {
        byte.isNameByte || byte == UInt8(ascii: ".")
    }

    @discardableResult private mutating func fail(
        _ code: ExpressionCode, _ message: String, help: String? = nil
    ) -> RawPart? {
        report.add(.error(code, message, at: span, help: help))
        return nil
    }
}

extension String {
    /// The text without spaces around it.
    fileprivate var trimmedSpaces: Substring {
        var rest = self[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return rest
    }
}
