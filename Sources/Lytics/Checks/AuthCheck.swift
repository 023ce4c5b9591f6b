import Diagnostics
import Platforms

/// One rule for auths, with its explanation.
struct AuthCheck: Sendable {
    /// What the rule asks for.
    let meaning: Meaning
    /// Reports where an auth breaks the rule.
    let run: @Sendable (LyticsAuth, inout Report) -> Void

    /// Every rule, in the order in which they report.
    static let all: [AuthCheck] = [.type]

    static let type = AuthCheck(
        meaning: Meaning(
            "The `type` of an auth is a word of Lytics, such as header_param_auth. Lytics has more "
                + "types than are known here, so another word is only warned about.",
            example: """
                kind: lytics/auth
                id: example
                label: Example
                type: header_parm_auth
                config: {}
                """)
    ) { auth, report in
        guard let type = auth.type.value, !CredentialKeys.types.contains(type) else { return }
        let nearest = Suggestion.nearest(to: type, among: CredentialKeys.types)
        let known = CredentialKeys.types.map { "`\($0)`" }.joined(separator: ", ")
        report.add(
            .warning(
                LyticsCode.authType, "`\(type)` is no type of auth that is known",
                at: auth.type.span, notes: nearest == nil ? ["known are \(known)"] : [],
                help: nearest.map { "did you mean `\($0)`?" }))
    }
}
