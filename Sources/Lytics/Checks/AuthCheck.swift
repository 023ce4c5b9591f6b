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
        // What is made in a browser stands in no list of credentials.
        guard let type = auth.type.value, !CredentialKeys.types.contains(type),
            !type.contains("oauth")
        else { return }
        let nearest = Suggestion.nearest(to: type, among: CredentialKeys.types)
        let count = CredentialKeys.types.count
        report.add(
            .warning(
                LyticsCode.authType, "`\(type)` is no type of auth that is known",
                at: auth.type.span,
                notes: nearest == nil ? ["\(count) types are known, and Lytics has more"] : [],
                help: nearest.map { "did you mean `\($0)`?" }))
    }
}
