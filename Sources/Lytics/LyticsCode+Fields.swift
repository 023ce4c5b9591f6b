import Diagnostics
import Platforms

extension LyticsCode {
    /// A document of Lytics that breaks a rule about fields, where a short one exists.
    static func example(of code: FieldCode) -> String? {
        switch code {
        case .unknownKey:
            FlowCheck.document("entry_segmnet_id: new_signups")
        case .misplacedField:
            FlowCheck.document(
                """
                steps:
                  - { slug: a, type_hint: work_export, work_id: x, delay: 1h, next: end }
                """)
        case .missingField:
            "kind: lytics/job\nid: example\nworkflow: braze_export\nconfig: {}\n"
        case .wrongType:
            FlowCheck.document("reentry_allowed: sometimes")
        case .referenceKind:
            FlowCheck.document("entry_segment_id: ${auth/sendgrid}")
        case .unknownWord:
            FlowCheck.document("entry_condition: when_ready")
        case .literalSecret:
            """
            kind: lytics/auth
            id: example
            label: Example
            type: aws_keys
            config: { secret_key: abc }

            """
        case .readOnly, .duplicateKeyValue: nil
        }
    }
}

extension SharedCode {
    /// The code with Lytics' name in front.
    var lytics: AnyDiagnosticCode { of("lytics") }
}
