/// How diagnostics are written.
public enum DiagnosticFormat: String, CaseIterable, Sendable {
    /// For people, with code frames.
    case text
    /// One JSON object a line.
    case json
    /// Workflow commands that GitHub shows beside the lines of a pull request.
    case github
}

/// Writes diagnostics for other programs.
struct MachineText {
    private let sources: Sources

    /// Writes what points into some sources.
    init(_ sources: Sources) { self.sources = sources }

    /// One JSON object a line, its keys sorted.
    func json(_ diagnostics: [Diagnostic]) -> String {
        var lines = SourceLines(sources)
        return diagnostics.map { object($0, &lines) + "\n" }.joined()
    }

    private func object(_ diagnostic: Diagnostic, _ lines: inout SourceLines) -> String {
        var members = [("code", quoted(diagnostic.code))]
        if let fix = diagnostic.fix, let place = place(fix.span, &lines) {
            members.append(("fix", join(place + [("replacement", quoted(fix.replacement))])))
        }
        if let help = diagnostic.help { members.append(("help", quoted(help))) }
        members.append(("labels", list(labels(of: diagnostic, &lines))))
        members.append(("message", quoted(diagnostic.message)))
        members.append(("notes", list(diagnostic.notes.map(quoted))))
        members.append(("severity", quoted(diagnostic.severity.rawValue)))
        return join(members)
    }

    private func labels(of diagnostic: Diagnostic, _ lines: inout SourceLines) -> [String] {
        var texts: [String] = []
        for label in [diagnostic.primary].compactMap(\.self) + diagnostic.secondary {
            guard let place = place(label.span, &lines) else { continue }
            let isPrimary = diagnostic.primary == label ? "true" : "false"
            texts.append(join(place + [("primary", isPrimary), ("text", quoted(label.text))]))
        }
        return texts
    }

    private func place(_ span: SourceSpan, _ lines: inout SourceLines) -> [(String, String)]? {
        guard let source = lines.source(span.source) else { return nil }
        let index = lines.index(span.source)
        let start = index.position(ofByte: Int(span.start), in: source.bytes)
        let end = index.position(ofByte: Int(span.end), in: source.bytes)
        return [
            ("column", String(start.column)), ("end", String(span.end)),
            ("endColumn", String(end.column)), ("endLine", String(end.line)),
            ("file", quoted(source.name)), ("line", String(start.line)),
            ("start", String(span.start)),
        ]
    }

    private func join(_ members: [(String, String)]) -> String {
        let sorted = members.sorted { $0.0 < $1.0 }
        return "{" + sorted.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    private func list(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                guard scalar.value < 0x20 else {
                    result.unicodeScalars.append(scalar)
                    continue
                }
                result +=
                    "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
            }
        }
        return result + "\""
    }

    /// One workflow command a line.
    func github(_ diagnostics: [Diagnostic]) -> String {
        var lines = SourceLines(sources)
        return diagnostics.map { command($0, &lines) + "\n" }.joined()
    }

    private func command(_ diagnostic: Diagnostic, _ lines: inout SourceLines) -> String {
        let name = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
        var properties: [String] = []
        if let span = diagnostic.primary?.span, let source = lines.source(span.source) {
            let index = lines.index(span.source)
            let start = index.position(ofByte: Int(span.start), in: source.bytes)
            let end = index.position(ofByte: Int(span.end), in: source.bytes)
            properties = [
                "file=" + escaped(source.name, isProperty: true), "line=\(start.line)",
                "endLine=\(end.line)", "col=\(start.column)", "endColumn=\(end.column)",
            ]
        }
        properties.append("title=" + escaped(diagnostic.code, isProperty: true))
        let help = diagnostic.help.map { "\nhelp: " + $0 } ?? ""
        let message = escaped(diagnostic.message + help, isProperty: false)
        return "::\(name) \(properties.joined(separator: ","))::\(message)"
    }

    private func escaped(_ text: String, isProperty: Bool) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case ":" where isProperty: result += "%3A"
            case "," where isProperty: result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
