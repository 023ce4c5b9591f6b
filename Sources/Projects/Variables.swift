import Diagnostics
import Documents
import Platforms

/// The values of `${var.x}` and `${env.X}`.
struct Variables: Sendable {
    /// A variable of the project: its value, and its text where it stands within another text.
    struct Variable: Sendable {
        var node: Node
        var text: String?
    }

    private(set) var project: [String: Variable] = [:]
    let process: [String: String]
    /// The file of the chosen environment, for messages.
    let environmentFile: String?
    private let secrets: SecretVariables?

    init(
        process: [String: String], environmentFile: String? = nil,
        secrets: SecretVariables? = nil
    ) {
        self.process = process
        self.secrets = secrets
        self.environmentFile = environmentFile
    }

    /// Sets a variable; the text of a plain scalar is what was written.
    mutating func set(_ name: String, _ node: Node, _ sources: Sources) {
        var text = node.isNull ? "" : node.scalarText
        if text != nil, !node.isNull, node.text == nil, node.style == .plain {
            let bytes = sources[node.span.source].bytes
            let range = Int(node.span.start)..<min(Int(node.span.end), bytes.count)
            let written = String(decoding: bytes[range], as: UTF8.self)
            if PlainScalar.content(written) == node.content { text = written }
        }
        project[name] = Variable(node: node, text: text)
    }

    /// The value of a process variable; an empty one counts as not set.
    func environment(_ name: String) -> String? {
        process[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Says that a variable is missing and where to set it.
    func unknown(
        _ name: String, at span: SourceSpan, _ report: inout Report
    ) -> Diagnostic {
        let files = ["`weir.yaml`"] + (environmentFile.map { ["`\($0)`"] } ?? [])
        return .error(
            ProjectCode.unknownVariable, "no variable is called `\(name)`", at: span,
            help: report.nearest(to: name, among: project.keys).map { "did you mean `\($0)`?" }
                ?? "set it under `vars` in \(files.joined(separator: " or "))")
    }

    /// Whether a process variable holds a secret, so that no text takes its value.
    func isSecret(_ name: String) -> Bool { secrets?.contains(name) ?? false }

    /// Says that a process variable holds a secret.
    static func secret(_ name: String, at span: SourceSpan) -> Diagnostic {
        .error(
            SettingsCode.secretVariable,
            "the environment variable `\(name)` holds a secret, and `${env.\(name)}` would show it",
            at: span,
            help: "write `${secret.\(name)}` where a secret is meant, or take another variable")
    }

    /// Says that a process variable is missing.
    static func unset(_ name: String, at span: SourceSpan) -> Diagnostic {
        .error(
            SettingsCode.unset, "the environment variable `\(name)` is not set", at: span,
            help: "set `\(name)`, or write `${env.\(name):-default}`")
    }
}
