import Diagnostics
import Documents
import Foundation
import Ledger
import Platforms
import Projects
import Testing

@testable import Commands

extension World {
    /// Auths of Lytics with a secret each, by their ids.
    static func auths(_ ids: [String]) -> [Document] {
        ids.map { id in
            let value: Value = [
                "kind": "lytics/auth", "id": .text(id), "label": .text(id),
                "type": "header_param_auth", "provider_slug": "braze",
                "config": ["webhook_request_headers": "Bearer ${secret.BRAZE_KEY}"],
            ]
            return Document(path: "\(id).yaml", value: value)
        }
    }

    /// Plays with some auths on platforms in this process, on a machine that has no key yet.
    static func withAuths(
        _ ids: [String], environments: [String] = [],
        _ story: @Sendable (World) async throws -> Void
    ) async throws {
        let patched = environments.map { name in
            let labels = ids.map {
                ("lytics/auth/\($0)", Value.object(["label": .text($0 + name)]))
            }
            let value: Value = [
                "kind": "weir/environment", "id": .text(name), "patch": .object(Object(labels)),
            ]
            return Document(path: "environments/\(name).yaml", value: value)
        }
        let subject = Subject.lytics(wire: "steps")
        try await inProcess(subject, documents: auths(ids) + patched) { world, _ in
            try await story(world.on("here"))
        }
    }

    /// The same project on a machine with its own key file, or with `WEIR_KEY`.
    func on(_ machine: String, key: String? = nil) -> World {
        var world = self
        world.session.variables["XDG_CONFIG_HOME"] = folder.path + "/." + machine
        world.session.variables["WEIR_KEY"] = key
        return world
    }

    /// The same with a variable set.
    func with(_ name: String, _ value: String?) -> World {
        var world = self
        world.session.variables[name] = value
        return world
    }

    /// The same in an environment.
    func inEnvironment(_ name: String) -> World {
        var world = self
        world.session.environment = name
        return world
    }

    /// The fingerprints of the key files of this machine, the one that is used first.
    func keys() throws -> [String] {
        try DigestKey.files(session.variables).map(\.fingerprint)
    }

    /// What the ledger knows of its key.
    func keyring() async throws -> Keyring? {
        let project = try await session.loadProject()
        let scope = LedgerScope(project: project.name, environment: project.environment)
        return try await session.openLedger(project, for: .reading).keyring(scope)
    }

    /// The code of the failure that something ends with; nil where it does not fail.
    func code(_ work: () async throws -> Void) async -> String? {
        do {
            try await work()
            return nil
        } catch let failure as Failure {
            for one in failure.report.diagnostics {
                talk.add(([one.message] + one.notes + [one.help ?? ""]).joined(separator: "\n"))
            }
            return failure.report.diagnostics.first?.code
        } catch {
            return "\(error)"
        }
    }

    /// The causes of all differences of a plan.
    func causes() async throws -> [Cause] { try await plan().rows.flatMap(\.fields).map(\.cause) }

    /// Makes the ledger one of before ledgers knew their key: same records, unsalted digests.
    func forgetFingerprint() async throws {
        let project = try await session.loadProject()
        let workspace = try await session.open(project, for: .reading)
        let texts = try await session.secretTexts(project.resources, workspace)
        let key = try #require(try DigestKey.known(session.variables).first)
        let salt = try await keyring()?.salt
        let change = DigestChange(
            from: texts.digests(key.digester(salt: salt)),
            to: texts.digests(key.digester(salt: nil)))
        let records = workspace.recorded.values.map { change.applied(to: $0) }
        for path in [project.ledger, project.ledger + "-wal", project.ledger + "-shm"] {
            try? FileManager.default.removeItem(atPath: path)
        }
        try await SQLiteLedger(path: project.ledger).record(records, workspace.scope)
    }
}
