import Foundation
import Ledger
import Planning
import Platforms
import Projects
import Testing

@testable import Commands

/// Secrets that did not change, and another key than the one that made their digests.
@Suite struct `another key of digests` {
    private static let long = "another key that is long enough to be one"

    @Test(arguments: [["one"], ["one", "two", "three"]])
    func `is an error of plan and apply, and never a changed secret`(_ ids: [String]) async throws {
        try await World.withAuths(ids) { world in
            try await world.apply()
            let made = try #require(try world.keys().first)
            #expect(try await world.keyring()?.fingerprint == made)
            #expect(try await world.plan().isEmpty)
            let other = world.on("there", key: Self.long)
            #expect(await other.code { _ = try await other.plan() } == "secret/another-key")
            #expect(await other.code { try await other.apply() } == "secret/another-key")
            let said = world.talk.text
            #expect(said.contains("set `WEIR_KEY`") && said.contains(made), "\(said)")
            #expect(!said.contains("value changed"))
            #expect(try await world.plan().isEmpty)
        }
    }

    @Test func `is one that is missing, too: a plan leaves secrets uncompared`() async throws {
        try await World.withAuths(["one", "two"]) { world in
            try await world.apply()
            let other = world.on("there")
            let planned = try await other.session.planProject(.init(), for: .file)
            let plan = planned.plan
            #expect(plan.isEmpty && plan.key == nil)
            #expect(
                plan.uncomparedSecrets == [
                    "lytics/auth/one config.webhook_request_headers",
                    "lytics/auth/two config.webhook_request_headers",
                ])
            #expect(plan.notes.count == 2)
            #expect(world.talk.text.contains("warning[secret/another-key]: "))
            let path = world.folder.path + "/plan"
            try await other.session.write(planned, to: path)
            let applying = try ApplyingOptions.unattended()
            for machine in [world, other] {
                let code = await machine.code {
                    _ = try await machine.session.apply(file: path, applying)
                }
                #expect(code == "plan/secrets-not-compared")
            }
            #expect(await other.code { try await other.apply() } == "secret/another-key")
            #expect(try other.keys() == [], "no key file was made")
        }
    }

    @Test func `is found in a plan file, also after a rotation`() async throws {
        try await World.withAuths(["one"]) { world in
            let path = world.folder.path + "/plan"
            let planned = try await world.planToFile()
            #expect(planned.key?.fingerprint == (try world.keys().first))
            let applying = try ApplyingOptions.unattended()
            for other in [world.on("there"), world.on("there", key: Self.long)] {
                let code = await other.code {
                    _ = try await other.session.apply(file: path, applying)
                }
                #expect(code == "secret/another-key")
            }
            #expect(try await world.session.apply(file: path, applying) == .done)
            #expect(try await world.plan().isEmpty, "the digests are as the ledger's")

            let later = try await world.with("BRAZE_KEY", "a new one").planToFile()
            #expect(later.rows.flatMap(\.fields).map(\.cause) == [.secret])
            _ = try await world.session.rotateKey(.proven)
            let code = await world.code {
                _ = try await world.session.apply(file: path, applying)
            }
            #expect(code == "secret/another-key")
            #expect(world.talk.text.contains("was changed since the plan was made"))
        }
    }

    @Test func `is told from a secret that changed`() async throws {
        try await World.withAuths(["one", "two"]) { world in
            try await world.apply()
            let changed = world.with("BRAZE_KEY", "a new one")
            #expect(try await changed.causes() == [.secret, .secret])
            try await changed.apply()
            #expect(try await changed.plan().isEmpty)
        }
    }

    @Test func `that is short, or that others can read, is refused by plan and apply`() async throws
    {
        try await World.withAuths(["one"]) { world in
            try await world.apply()
            let short = world.on("here", key: "short")
            #expect(await short.code { _ = try await short.plan() } == "secret/key")
            #expect(await short.code { try await short.apply() } == "secret/key")
            let path = try #require(KeyFolder(world.session.variables)).path
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            #expect(await world.code { _ = try await world.plan() } == "secret/key")
            #expect(await world.code { try await world.apply() } == "secret/key")
        }
    }

    @Test func `is not made by what only looks`() async throws {
        try await World.withAuths(["one"]) { world in
            _ = try await world.plan()
            _ = try await world.session.showKeys()
            #expect(await world.code { _ = try await world.session.exportKey() } == "secret/key")
            #expect(try world.keys() == [])
            #expect(!FileManager.default.fileExists(atPath: world.folder.path + "/.here"))
        }
    }

    @Test func `of a ledger without a fingerprint is the first with which a digest matches`()
        async throws
    {
        try await World.withAuths(["one", "two"]) { world in
            try await world.apply()
            let made = try await world.keyring()
            try await world.forgetFingerprint()
            let other = world.on("there", key: Self.long)
            #expect(await other.code { _ = try await other.plan() } == "secret/another-key")
            #expect(try await world.plan().isEmpty)
            #expect(try await world.keyring() == nil, "a plan notes nothing")
            try await world.apply()
            #expect(try await world.keyring()?.fingerprint == made?.fingerprint)
            #expect(try await world.plan().isEmpty)
            #expect(try await world.with("BRAZE_KEY", "x").causes() == [.secret, .secret])
        }
    }
}
