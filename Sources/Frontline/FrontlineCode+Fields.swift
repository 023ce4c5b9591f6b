import Diagnostics
import Platforms

extension FrontlineCode {
    /// A document of Frontline that breaks a rule about fields, where a short one exists.
    static func example(of code: FieldCode) -> String? {
        switch code {
        case .unknownKey:
            Self.agent("temperature: 0.5")
        case .misplacedField:
            FrontlineCheck.document(
                "next: { type: SAY_AI, data: { message: Hello, url: \"https://a.b\" } }")
        case .missingField:
            "kind: frontline/agent\nid: example\n"
        case .wrongType:
            Self.agent("isOffline: sometimes")
        case .unknownWord:
            Self.agent("agentSetting: { agentType: SMART }")
        case .duplicateKeyValue:
            Self.agent("variables: [{ name: order }, { name: order }]")
        case .readOnly, .literalSecret, .referenceKind: nil
        }
    }
}

extension SharedCode {
    /// The code with Frontline's name in front.
    var frontline: AnyDiagnosticCode { of("frontline") }
}
