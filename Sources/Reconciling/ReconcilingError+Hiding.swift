import Platforms

extension ReconcilingError {
    /// The same without the values of secrets, which a platform may repeat in its refusal.
    func hiding(_ secrets: some Sequence<Secret>) -> ReconcilingError {
        var copy = self
        switch cause {
        case .refused(var error):
            error.message = Self.hide(secrets, in: error.message)
            copy.cause = .refused(error)
        default: break
        }
        return copy
    }

    private static func hide(_ secrets: some Sequence<Secret>, in text: String) -> String {
        secrets.reduce(text) { text, secret in
            secret.reveal { $0.isEmpty ? text : text.replacing($0, with: "‹secret›") }
        }
    }
}
