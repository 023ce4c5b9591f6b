import Diagnostics
import Ledger
import Platforms
import Projects

extension Session {
    /// The variable that holds the key before a rotation.
    private static let oldVariable = "WEIR_OLD_KEY"

    /// Gives the ledger of the environment another key, under its lock; sends nothing.
    func rotateKey(_ old: OldDigests) async throws -> ExitStatus {
        try await changing(
            try await loadProject(), "key rotate", reaching: .interrupted
        ) { workspace in
            guard !workspace.recordedDigests.isEmpty else {
                console.say(
                    "nothing to rotate: the ledger of `\(workspace.scope.environment)` holds no"
                        + " digests of secrets")
                return .done
            }
            switch old {
            case .proven: try await prove(workspace)
            case .forgotten: try await forgetDigests(workspace)
            }
            return .done
        }
    }

    private func prove(_ workspace: Workspace) async throws {
        let texts = try await secretTexts(workspace.project.resources, workspace)
        let keyring = try await failing { try await workspace.ledger.keyring(workspace.scope) }
        let old = try await oldKey(keyring, texts, workspace)
        let new = try await newKey(insteadOf: old, workspace)
        let salt = DigestKey.freshSalt()
        let rotation = KeyRotation(
            of: Array(workspace.recorded.values),
            from: texts.digests(old.digester(salt: keyring?.salt)),
            to: texts.digests(new.digester(salt: salt)))
        try await take(new, salt, rotation, workspace)
        let count = rotation.proven == 1 ? "1 secret" : "\(rotation.proven) secrets"
        console.say(
            "rotated the key of `\(workspace.scope.environment)` from \(old.fingerprint) to"
                + " \(new.fingerprint): \(count) as applied")
        tell(rotation)
        try await tellOthers(than: workspace, with: old)
    }

    private func forgetDigests(_ workspace: Workspace) async throws {
        let new = try await failing { try DigestKey.findOrMake(variables) }
        let rotation = KeyRotation(forgetting: Array(workspace.recorded.values))
        try await take(new, DigestKey.freshSalt(), rotation, workspace)
        let count = rotation.forgotten == 1 ? "1 digest" : "\(rotation.forgotten) digests"
        console.say(
            "forgot \(count) of `\(workspace.scope.environment)`, whose key is \(new.fingerprint)"
                + " now: nothing is known of its secrets, so the next apply writes each of them"
                + " once more")
    }

    /// The key that made the digests, which must be here.
    private func oldKey(
        _ keyring: Keyring?, _ texts: SecretTexts, _ workspace: Workspace
    ) async throws -> DigestKey {
        let keys = try await failing {
            if let key = try DigestKey.named(Self.oldVariable, in: variables) { return [key] }
            return try allKeys()
        }
        let match = KeyMatch(keys: keys, keyring: keyring, recorded: workspace.recordedDigests)
        if let key = match.key(for: texts) { return key }
        let another = AnotherKey(here: keys, wanted: keyring?.fingerprint)
        throw Failure(.failed, another.ofRotation(workspace.scope.environment))
    }

    /// `WEIR_KEY`, else the key file where it is another one, else a new one beside it.
    private func newKey(
        insteadOf old: DigestKey, _ workspace: Workspace
    ) async throws -> DigestKey {
        let environment = workspace.scope.environment
        return try await failing {
            if let key = try DigestKey.named(DigestKey.variable, in: variables) {
                guard key.fingerprint != old.fingerprint else {
                    throw Failure(.failed, Self.sameKey(environment))
                }
                return key
            }
            let folder = try KeyFolder.required(variables)
            guard let current = try folder.current() else { return try folder.makeFirst() }
            return current.fingerprint == old.fingerprint ? try folder.makeBeside() : current
        }
    }

    private static func sameKey(_ environment: String) -> Diagnostic {
        .error(
            CommandCode.secretSameKey, "`WEIR_KEY` is the key of `\(environment)` already",
            help: "set `WEIR_OLD_KEY` to this key and `WEIR_KEY` to the new one")
    }

    /// Writes the digests and the fingerprint; only then the new key becomes the key file.
    private func take(
        _ key: DigestKey, _ salt: String, _ rotation: KeyRotation, _ workspace: Workspace
    ) async throws {
        try await failing {
            try await workspace.ledger.setKeyring(
                Keyring(fingerprint: key.fingerprint, salt: salt), rewriting: rotation.rewritten,
                workspace.scope)
            guard case .file(let path) = key.origin, let folder = KeyFolder(variables),
                path != folder.path
            else { return }
            try folder.use(key)
            console.talk("the new key is the key file `\(folder.path)`; the old stays beside it")
        }
    }

    private func tell(_ rotation: KeyRotation) {
        for place in rotation.changed {
            console.talk(
                "note: \(place.words) changed since it was applied; the next plan still shows that")
        }
        for place in rotation.unwanted {
            console.talk("note: \(place.words) is in no file; its digest was forgotten")
        }
    }

    /// Names the environments whose ledger still has the old key.
    private func tellOthers(than workspace: Workspace, with old: DigestKey) async throws {
        let keyrings = try await failing {
            try await workspace.ledger.keyrings(project: workspace.scope.project)
        }
        for (environment, keyring) in keyrings.sorted(by: { $0.key < $1.key })
        where keyring.fingerprint == old.fingerprint {
            console.talk(
                "`\(environment)` still has the old key: run"
                    + " `weir key rotate --env \(environment)`")
        }
    }
}

extension AnotherKey {
    /// The old key is not here, so nothing can be proven.
    fileprivate func ofRotation(_ environment: String) -> Diagnostic {
        var error = ofLedger(environment)
        error.help =
            "set `WEIR_OLD_KEY` to the key that made them, and `WEIR_KEY` to the new one; where"
            + " the old one is lost, `weir key rotate --forget-digests` writes every secret once"
            + " more"
        return error
    }
}
