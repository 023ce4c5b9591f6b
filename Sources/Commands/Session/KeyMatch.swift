import Ledger
import Platforms
import Projects

/// The keys of this machine beside the digests that a ledger holds.
struct KeyMatch: Sendable {
    /// The keys of this machine, the one that is used first.
    let keys: [DigestKey]
    /// Which key made the digests; nil in ledgers before they knew.
    let keyring: Keyring?
    /// The digests of the ledger, by address, a space, and the field's path.
    let recorded: [String: String]

    /// The key that made the digests, or that may make the first ones; nil where it is not here.
    func key(for texts: SecretTexts) -> DigestKey? {
        if let named = keys.first(where: { $0.fingerprint == keyring?.fingerprint }) {
            return named
        }
        if recorded.isEmpty { return keys.first }
        return keyring == nil ? keys.first { hasMade(any: texts, $0) } : nil
    }

    /// Whether a key made at least one of the digests.
    private func hasMade(any texts: SecretTexts, _ key: DigestKey) -> Bool {
        let now = texts.digests(key.digester(salt: nil))
        return recorded.contains { now[$0.key] == $0.value }
    }
}

extension Session {
    /// The keys of this machine beside the digests of an environment.
    func keyMatch(_ workspace: Workspace) async throws -> KeyMatch {
        try await failing {
            KeyMatch(
                keys: try DigestKey.known(variables),
                keyring: try await workspace.ledger.keyring(workspace.scope),
                recorded: workspace.recordedDigests)
        }
    }
}

extension Workspace {
    /// All recorded digests, by address, a space, and the field's path.
    var recordedDigests: [String: String] {
        recorded.values.reduce(into: [:]) { all, resource in
            for (path, digest) in resource.digests { all["\(resource.address) \(path)"] = digest }
        }
    }
}
