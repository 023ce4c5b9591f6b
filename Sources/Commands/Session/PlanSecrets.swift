import Diagnostics
import Ledger
import Planning
import Platforms
import Projects

extension Session {
    /// Refuses a plan file whose key is another one than the ledger has by now.
    func refuseAnotherKey(than planned: String, _ workspace: Workspace) async throws {
        let match = try await keyMatch(workspace)
        let another = AnotherKey(here: match.keys, wanted: planned)
        let texts = try await secretTexts(workspace.project.resources, workspace)
        guard let key = match.key(for: texts) else {
            let ofLedger = AnotherKey(here: match.keys, wanted: match.keyring?.fingerprint)
            throw Failure(.failed, ofLedger.ofLedger(workspace.scope.environment))
        }
        guard key.fingerprint == planned else {
            throw Failure(.conflict, another.rotated(workspace.scope.environment))
        }
    }

    /// Refuses a plan file that names secrets where nothing says that there are any.
    func refuseUnexpectedSecrets(_ stored: StoredPlan, _ workspace: Workspace) throws {
        let names = stored.unexpectedSecrets(Workspace.kinds, recorded: workspace.recorded)
        guard !names.isEmpty else { return }
        throw Failure(
            .failed,
            .error(
                PlanCode.notAuthentic, "the plan names secrets in fields that have none",
                notes: names.map(Plan.words(ofSecret:)), help: "plan again"))
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
