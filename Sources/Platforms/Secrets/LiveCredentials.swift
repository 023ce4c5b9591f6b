public import Documents

/// Finds the credentials in what a platform shows, by the names that they have there.
public struct LiveCredentials {
    private static let schemes = ["bearer ", "basic ", "token ", "apikey ", "digest "]
    private static let names = ["key", "name", "header", "param", "parameter"]

    private let secrets: KnownSecrets
    private var likely: [String: Bool] = [:]

    /// Remembers what it finds among the secrets of the process.
    public init(_ secrets: KnownSecrets) { self.secrets = secrets }

    /// Looks through a value.
    public mutating func find(in value: Value) {
        switch value {
        case .list(let items): for item in items { find(in: item) }
        case .object(let object):
            let isNamed = Self.names.contains { object[$0]?.text.map { isLikely($0) } ?? false }
            for member in object {
                let isCredential = isLikely(member.key) || isNamed && member.key == "value"
                if isCredential, let text = member.value.text { take(text) }
                find(in: member.value)
            }
        case .text(let text): takeParts(of: text)
        default: break
        }
    }

    /// Takes what a platform shows where a file or the ledger has a secret.
    public mutating func find(in value: Value, where other: Value) {
        switch (value, other) {
        case (.text(let text), .secret),
            (.text(let text), .joined) where other.holdsSecret:
            take(text)
        case (.object(let object), .object(let others)):
            for member in object {
                if let other = others[member.key] { find(in: member.value, where: other) }
            }
        case (.list(let items), .list(let others)):
            for (item, other) in zip(items, others) { find(in: item, where: other) }
        default: break
        }
    }

    private mutating func isLikely(_ name: String) -> Bool {
        if let known = likely[name] { return known }
        let isLikely = CredentialName.isLikely(name)
        likely[name] = isLikely
        return isLikely
    }

    /// Takes a credential without the word that says how it is used; a variable or a row of stars is none.
    private func take(_ text: String) {
        let scheme = Self.schemes.first { text.lowercased().hasPrefix($0) }
        let value = text.dropFirst(scheme?.count ?? 0)
        guard value.utf8.count >= 8, !value.hasPrefix("{{"), !value.hasPrefix("${"),
            Set(value).count > 2
        else { return }
        let isSentence = value.contains(" ") && !value.contains("=") && !value.contains("-----")
        if !isSentence { secrets.add(Secret(String(value))) }
    }

    private func takeParts(of text: String) {
        guard text.contains("://") else { return }
        let bytes = Array(text.utf8)
        for range in URLCredentials.ranges(in: bytes) where range.count >= 6 {
            secrets.add(Secret(String(decoding: bytes[range], as: UTF8.self)))
        }
    }
}
