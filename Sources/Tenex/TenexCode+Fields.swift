import Diagnostics
import Platforms

extension TenexCode {
    /// A document of 10ex that breaks a rule about fields, where a short one exists.
    static func example(of code: FieldCode) -> String? {
        switch code {
        case .unknownKey:
            Self.workflow("summary: Hello")
        case .misplacedField:
            TenexCheck.document(
                "next: { type: agent, config: { agent_slug: growth-audit, duration: 1h } }")
        case .missingField:
            "kind: tenex/workflow\nid: example\n"
        case .wrongType:
            Self.workflow("archive_superseded: sometimes")
        case .unknownWord:
            Self.workflow("status: running")
        case .duplicateKeyValue:
            Self.workflow(
                "inputs: [{ name: a, type: string }, { name: a, type: number }]")
        case .readOnly, .literalSecret, .referenceKind: nil
        }
    }
}

extension SharedCode {
    /// The code with 10ex' name in front.
    var tenex: AnyDiagnosticCode { of("tenex") }
}
