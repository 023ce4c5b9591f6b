import Diagnostics
import Documents
import Platforms

extension SecretSources {
    /// Reads `secrets:` of a project.
    init(
        _ settings: Settings, _ resolver: inout ExpressionResolver, root: String,
        into report: inout Report
    ) {
        self.init(folder: root)
        guard let written = settings.project["secrets"]?.map else { return }
        Keys.check(
            written, known: ["command", "dotenv", "environment", "names"], of: "`secrets`",
            into: &report)
        for entry in resolver.resolve(written, into: &report) { read(entry, into: &report) }
    }

    private mutating func read(_ entry: Node.Entry, into report: inout Report) {
        switch entry.key {
        case "dotenv":
            dotenv = entry.value.text.map { $0.hasPrefix("/") ? $0 : "\(folder)/\($0)" }
            if dotenv == nil { Self.wrong(entry, "the path of a file", into: &report) }
        case "command":
            command = Self.texts(entry, "a list: a program and its arguments", into: &report)
        case "environment":
            passed = Self.texts(entry, "a list of names of variables", into: &report)
        case "names":
            names = Self.texts(entry, "a list of names of secrets", into: &report)
        default: break
        }
    }

    private static func texts(
        _ entry: Node.Entry, _ what: String, into report: inout Report
    ) -> [String] {
        let words = entry.value.list?.map(\.scalarText) ?? []
        if words.isEmpty || words.contains(nil) { wrong(entry, what, into: &report) }
        return words.compactMap { $0 }
    }

    private static func wrong(_ entry: Node.Entry, _ what: String, into report: inout Report) {
        report.add(
            .error(AccountOptionCode.type, "`\(entry.key)` is \(what)", at: entry.value.span))
    }
}
