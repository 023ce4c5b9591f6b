/// Names of fields, headers and parameters that are given to credentials.
public enum CredentialName {
    private static let words = [
        "authorization", "secret", "password", "passwd", "passphrase", "token", "apikey",
        "privatekey", "accesskey", "credential", "connectionstring", "serviceaccountkey", "cookie",
    ]
    private static let harmless = [
        "public", "endpoint", "tokentype", "tokenid", "secretid", "tokens", "tokenname",
        "secretname", "passwordless",
    ]
    /// What a name ends with that tells about a credential without being one.
    private static let ends = ["url", "id", "email", "type", "name", "count", "at", "expiry"]

    /// Whether what bears a name is likely a credential: `Authorization`, `x-api-key`,
    /// `refresh_token`.
    public static func isLikely(_ name: String) -> Bool {
        let plain = name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " && $0 != "." }
        guard plain.utf8.count >= 5, words.contains(where: { plain.contains($0) }) else {
            return false
        }
        return !harmless.contains { plain.contains($0) } && !ends.contains { plain.hasSuffix($0) }
    }
}
