import Diagnostics
import Ledger
import Planning
import Platforms
import Projects

/// The digests of what files want, and the key that made them.
struct KeyedDigests: Sendable {
    /// By address, a space, and the field's path.
    var values: [String: String] = [:]
    /// Nil where no field holds a secret, or no key is kept.
    var key: Plan.PlannedKey?
    /// What made them; nil where there are none, or where they are compared with none.
    var digester: Digester?
    /// The secrets that no key was there to compare.
    var uncompared: [String] = []
}

extension Session {
    /// Makes the digests of the secrets in some resources, with the key that made the ledger's.
    ///
    /// Where there are none yet, what is kept is made with the key of this machine, and what is
    /// only shown needs none.
    func digests(
        of resources: [Resource], _ workspace: Workspace, for use: PlanUse
    ) async throws -> KeyedDigests {
        let texts = try await secretTexts(resources, workspace)
        guard !texts.isEmpty else { return KeyedDigests() }
        let match = try await keyMatch(workspace)
        if let key = match.key(for: texts) { return texts.keyed(key, match.keyring?.salt) }
        guard match.recorded.isEmpty else {
            return try withoutKey(texts, match, workspace, for: use)
        }
        guard use != .show else {
            let digester = DigestKey.ofCommand.digester(salt: nil)
            return KeyedDigests(values: texts.digests(digester), digester: digester)
        }
        let made = try await failing { try DigestKey.findOrMake(variables) }
        return texts.keyed(made, match.keyring?.salt)
    }

    /// What is done where the key of the ledger is not here: an apply, and a machine that has
    /// another key, end with it.
    private func withoutKey(
        _ texts: SecretTexts, _ match: KeyMatch, _ workspace: Workspace, for use: PlanUse
    ) throws -> KeyedDigests {
        let another = AnotherKey(here: match.keys, wanted: match.keyring?.fingerprint)
        let environment = workspace.scope.environment
        guard match.keys.isEmpty, use != .apply else {
            throw Failure(.failed, another.ofLedger(environment))
        }
        var report = Report()
        report.add(another.uncompared(environment))
        show(report, workspace.project.sources)
        return texts.uncompared(with: match.recorded)
    }

    /// The texts of the secrets in some resources.
    func secretTexts(_ resources: [Resource], _ workspace: Workspace) async throws -> SecretTexts {
        try await asking(workspace.project) {
            try await SecretTexts(
                resources, vault: workspace.vault, shape: { Catalog.kind($0)?.shape })
        }
    }
}

extension SecretTexts {
    /// The digests that a key makes.
    fileprivate func keyed(_ key: DigestKey, _ salt: String?) -> KeyedDigests {
        let digester = key.digester(salt: salt)
        return KeyedDigests(
            values: digests(digester),
            key: Plan.PlannedKey(fingerprint: key.fingerprint, salt: salt), digester: digester)
    }

    /// The recorded digests where there are some, so that no secret counts as changed.
    fileprivate func uncompared(with recorded: [String: String]) -> KeyedDigests {
        let fresh = digests(DigestKey.ofCommand.digester(salt: nil))
        return KeyedDigests(
            values: fresh.merging(recorded.filter { fresh[$0.key] != nil }) { $1 },
            uncompared: names.sorted())
    }
}
