import Diagnostics
import Ledger
import Planning
import Platforms
import Projects

extension Session {
    /// Refuses a plan file whose secrets were compared with another key, or not at all.
    func refuseAnotherKey(_ plan: Plan, _ workspace: Workspace) async throws {
        guard plan.uncomparedSecrets.isEmpty else { throw Failure(.failed, plan.uncompared) }
        guard let planned = plan.key else { return }
        let match = try await keyMatch(workspace)
        let another = AnotherKey(here: match.keys, wanted: planned.fingerprint)
        guard match.keys.contains(where: { $0.fingerprint == planned.fingerprint }) else {
            throw Failure(.failed, another.ofPlan)
        }
        guard !match.recorded.isEmpty else { return }
        let texts = try await secretTexts(workspace.project.resources, workspace)
        guard let key = match.key(for: texts) else {
            let ofLedger = AnotherKey(here: match.keys, wanted: match.keyring?.fingerprint)
            throw Failure(.failed, ofLedger.ofLedger(workspace.scope.environment))
        }
        guard key.fingerprint == planned.fingerprint else {
            throw Failure(.conflict, another.rotated(workspace.scope.environment))
        }
    }

    /// Refuses a plan file when a secret has another value than when it was planned.
    func refuseChangedSecrets(_ plan: Plan, _ workspace: Workspace) async throws {
        guard let planned = plan.key else { return }
        let keys = try await failing { try DigestKey.known(variables) }
        guard let key = keys.first(where: { $0.fingerprint == planned.fingerprint }) else { return }
        let texts = try await secretTexts(workspace.project.resources, workspace)
        let now = texts.digests(key.digester(salt: planned.salt))
        for row in plan.rows {
            for (path, digest) in row.record?.digests ?? [:] {
                guard let now = now["\(row.address) \(path)"], now != digest else { continue }
                throw Failure(
                    .conflict,
                    .error(
                        PlanCode.secretChanged,
                        "the secret in `\(row.address)` `\(path)` is not the planned one",
                        help: "plan again"))
            }
        }
    }
}

extension Plan {
    /// Why a plan that was made without a key is only to be read.
    fileprivate var uncompared: Diagnostic {
        .error(
            CommandCode.planSecretsNotCompared,
            "the plan was made without the key of the digests of secrets",
            notes: uncomparedSecrets.map { "not compared: \(Plan.words(ofSecret: $0))" },
            help: "set `WEIR_KEY` where plans are made, and plan again")
    }

    /// The address and the path of a secret, in words.
    static func words(ofSecret name: String) -> String {
        "`\(name.split(separator: " ", maxSplits: 1).joined(separator: "` `"))`"
    }
}

extension AnotherKey {
    /// The ledger was given another key since a plan was made.
    fileprivate func rotated(_ environment: String) -> Diagnostic {
        .error(
            CommandCode.secretAnotherKey,
            "the key of the ledger of `\(environment)` was changed since the plan was made",
            notes: wanted.map { ["the plan was made with the key \($0)"] } ?? [],
            help: "plan again")
    }
}
