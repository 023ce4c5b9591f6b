import Diagnostics
import Foundation
import Ledger
import Planning
import Platforms
import Projects

extension Session {
    /// Writes a plan file that only its owner can read.
    func write(_ planned: Planned, to path: String) async throws {
        let project = planned.workspace.project
        let wanted = planned.options.isDestroy ? [] : project.resources
        let stored = StoredPlan(
            planned.plan.hiding(console.secrets.redactor), of: wanted,
            recorded: planned.workspace.recorded, planned.options,
            lookups: project.lookups,
            kinds: Workspace.kinds, sources: project.sources
        ) { project.sources.place(of: $0) }
        let text = PlanFile.text(stored, key: try await signingKey(for: planned))
        try write(text, to: URL(fileURLWithPath: path), for: .owner)
    }

    /// Reads a plan file with the keys of this machine.
    func planFile(_ path: String) async throws -> PlanFile {
        try PlanFile.read(path, keys: try await failing { try DigestKey.known(variables) })
    }

    /// The key of the ledger, or the one that it will have; nil where it is not here.
    private func signingKey(for planned: Planned) async throws -> DigestKey? {
        guard planned.plan.uncomparedSecrets.isEmpty else { return nil }
        let match = try await keyMatch(planned.workspace)
        let wanted = planned.plan.key?.fingerprint ?? match.keyring?.fingerprint
        guard let wanted else {
            return try await failing { try DigestKey.findOrMake(variables) }
        }
        if let key = match.keys.first(where: { $0.fingerprint == wanted }) { return key }
        var report = Report()
        report.add(AnotherKey(here: match.keys, wanted: wanted).ofUnsigned)
        show(report, planned.workspace.project.sources)
        return nil
    }

    /// Refuses a plan file that is not known to be as it was written; tells the key that it has.
    func refuseUnproven(_ file: PlanFile, _ path: String) throws -> String {
        guard file.stored.plan.uncomparedSecrets.isEmpty else {
            throw Failure(.failed, file.stored.plan.uncompared)
        }
        switch file.origin {
        case .authentic(let key): return key
        case .unknown(let key):
            let keys = try DigestKey.known(variables)
            throw Failure(.failed, AnotherKey(here: keys, wanted: key).ofPlan)
        case .keyless:
            throw Failure(
                .failed,
                .error(
                    PlanCode.notAuthentic, "`\(path)` was made without a key",
                    notes: ["nothing tells whether it was changed since"],
                    help: "set `WEIR_KEY` where plans are made and where they are applied, and "
                        + "plan again"))
        case .changed:
            throw Failure(
                .failed,
                .error(
                    PlanCode.notAuthentic, "`\(path)` was changed since it was written",
                    notes: ["its code is not the one that its key makes"],
                    help: "write it again with `weir plan --out \(path)`"))
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
}

extension AnotherKey {
    /// A plan file is written without a code.
    fileprivate var ofUnsigned: Diagnostic {
        .warning(
            CommandCode.secretAnotherKey,
            "the key of the ledger is not here, so this plan can be shown and not applied",
            notes: wanted.map { ["the key of the ledger has the fingerprint \($0)"] } ?? [],
            help: "set `WEIR_KEY` to that key: `weir key export` prints it where it is")
    }
}
