import Diagnostics
import Lytics
import Platforms
import Reconciling

/// The types of auths that Weir knows; the service has more.
enum LyticsAuthTypes {
    /// Refuses a type that no auth has and that is not known.
    static func check(_ type: String) throws {
        let written = type.replacing("-", with: "_")
        guard !CredentialKeys.types.contains(written) else { return }
        throw Failure(
            .failed,
            .error(
                LyticsCommandCode.unknownAuthType,
                "no auth has the type `\(type)`, and it is not known here", notes: [among(written)],
                help: suggestion(written)))
    }

    /// Says before a write that a type may be misspelt.
    static func warning(_ type: String) -> String? {
        let written = type.replacing("-", with: "_")
        guard !CredentialKeys.types.contains(written),
            let nearest = Suggestion.nearest(to: written, among: CredentialKeys.types)
        else { return nil }
        return "`\(type)` is no type that is known here; the nearest one is `\(nearest)`"
    }

    /// Adds the nearest types to the refusal of a type that does not exist.
    static func explain(_ type: String) -> Operation.Explain {
        { error, diagnostic in
            guard case .refused(let refusal) = error.cause, refusal.code == "AUTHTYPE-NOTFOUND-007"
            else { return diagnostic }
            var copy = diagnostic
            let written = type.replacing("-", with: "_")
            copy.notes.append(among(written))
            copy.help = suggestion(written)
            return copy
        }
    }

    private static func among(_ type: String) -> String {
        "among the types are \(Suggestion.list(CredentialKeys.types, nearestTo: type))"
    }

    private static func suggestion(_ type: String) -> String? {
        Suggestion.nearest(to: type, among: CredentialKeys.types).map { "did you mean `\($0)`?" }
    }
}
