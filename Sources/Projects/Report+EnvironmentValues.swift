import Diagnostics

extension Report {
    /// The same with `‹env X›` in place of the values of environment variables, where a problem is
    /// about an `${env.X}` or about a variable of the project that may be one.
    func namingValues(of variables: [String: String], _ sources: Sources) -> Report {
        var named = Report()
        for var diagnostic in diagnostics {
            for name in diagnostic.environmentNames(sources).sorted() {
                guard let value = variables[name], !value.isEmpty else { continue }
                diagnostic.replace(value, with: "‹env \(name)›")
            }
            named.add(diagnostic)
        }
        return named
    }
}

extension Diagnostic {
    /// The environment variables that its place names.
    fileprivate func environmentNames(_ sources: Sources) -> Set<String> {
        guard let span = primary?.span, Int(span.source.index) < sources.count else { return [] }
        let bytes = sources[span.source].bytes
        let text = bytes[min(Int(span.start), bytes.count)..<min(Int(span.end), bytes.count)]
        let isOfProject = !SecretVariables.names(of: "var", in: text).isEmpty
        return isOfProject
            ? SecretVariables.names(of: "env", in: sources)
            : SecretVariables.names(of: "env", in: text)
    }

    /// Replaces a value in all its sentences: where it stands between quotes, and a long one
    /// wherever it stands.
    fileprivate mutating func replace(_ value: String, with name: String) {
        func replaced(_ text: String) -> String {
            guard value.count < 6 else { return text.replacing(value, with: name) }
            return text.replacing("`\(value)`", with: "`\(name)`")
                .replacing("\"\(value)\"", with: "\"\(name)\"")
        }
        message = replaced(message)
        notes = notes.map(replaced)
        help = help.map(replaced)
        primary = primary.map { Label($0.span, replaced($0.text)) }
        secondary = secondary.map { Label($0.span, replaced($0.text)) }
    }
}
