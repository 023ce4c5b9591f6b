import Ledger
import Planning
import Platforms
import Projects

extension Session {
    /// Notes in the ledger which key makes its digests, before anything is recorded with it, and
    /// makes the digests of a plan as the ledger's are made.
    ///
    /// A ledger that has no salt gets one, and its digests are made anew.
    func notingKey(of plan: Plan, _ workspace: Workspace) async throws -> Plan {
        guard let planned = plan.key else { return plan }
        let match = try await keyMatch(workspace)
        guard let key = match.keys.first(where: { $0.fingerprint == planned.fingerprint }) else {
            let another = AnotherKey(here: match.keys, wanted: planned.fingerprint)
            throw Failure(.failed, another.ofPlan)
        }
        let keyring = Keyring(
            fingerprint: key.fingerprint, salt: match.keyring?.salt ?? DigestKey.freshSalt())
        guard keyring != match.keyring || planned.salt != keyring.salt else { return plan }
        let texts = try await secretTexts(workspace.project.resources, workspace)
        let new = texts.digests(key.digester(salt: keyring.salt))
        let change = DigestChange(from: texts.digests(key.digester(salt: planned.salt)), to: new)
        if keyring != match.keyring {
            let old = texts.digests(key.digester(salt: match.keyring?.salt))
            try await note(keyring, DigestChange(from: old, to: new), workspace)
        }
        return change.applied(to: plan)
    }

    private func note(
        _ keyring: Keyring, _ change: DigestChange, _ workspace: Workspace
    ) async throws {
        let rewritten = workspace.recorded.values.filter { !$0.digests.isEmpty }
            .map { change.applied(to: $0) }
        try await failing {
            try await workspace.ledger.setKeyring(
                keyring, rewriting: rewritten, workspace.scope)
        }
    }
}
