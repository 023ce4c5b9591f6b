import Foundation
import Ledger
import Platforms
import Projects
import Testing

@testable import Commands

/// `weir key` on a project with secrets.
@Suite struct `a rotation of the key` {
    private static let long = "another key that is long enough to be one"

    @Test func `makes a new key file, and the old one stays`() async throws {
        try await World.withAuths(["one", "two"]) { world in
            try await world.apply()
            let old = try #require(try await world.keyring())
            let code = await world.code { _ = try await world.session.makeKey() }
            #expect(code == "secret/key-in-use")
            #expect(try await world.session.rotateKey(.proven) == .done)
            let new = try #require(try await world.keyring())
            #expect(new.fingerprint != old.fingerprint && new.salt != old.salt)
            #expect(try world.keys() == [new.fingerprint, old.fingerprint])
            #expect(try await world.plan().isEmpty)
            #expect(try await world.with("BRAZE_KEY", "x").causes() == [.secret, .secret])
        }
    }

    @Test func `moves the ledger to WEIR_KEY, and back`() async throws {
        try await World.withAuths(["one"]) { world in
            try await world.apply()
            let shared = world.on("here", key: Self.long)
            #expect(try await shared.session.rotateKey(.proven) == .done)
            #expect(try await shared.on("there", key: Self.long).plan().isEmpty)
            #expect(await world.code { _ = try await world.plan() } == "secret/another-key")
            let same = await shared.code { _ = try await shared.session.rotateKey(.proven) }
            #expect(same == "secret/same-key")
            let none = await world.code { _ = try await world.session.rotateKey(.proven) }
            #expect(none == "secret/another-key")
            let back = world.with("WEIR_OLD_KEY", Self.long)
            #expect(try await back.session.rotateKey(.proven) == .done)
            #expect(try await world.plan().isEmpty)
        }
    }

    @Test func `keeps a secret that changed since it was applied a change`() async throws {
        try await World.withAuths(["one"]) { world in
            try await world.apply()
            let changed = world.with("BRAZE_KEY", "a new one")
            _ = try await changed.session.rotateKey(.proven)
            #expect(world.talk.text.contains("; the next plan still shows that"))
            #expect(try await changed.causes() == [.secret])
            try await changed.apply()
            #expect(try await changed.plan().isEmpty)
        }
    }

    @Test func `goes an environment at a time, and the other one keeps working`() async throws {
        try await World.withAuths(["one"], environments: ["staging", "production"]) { world in
            let staging = world.inEnvironment("staging")
            let production = world.inEnvironment("production")
            try await staging.apply()
            try await production.apply()
            _ = try await staging.session.rotateKey(.proven)
            #expect(
                world.talk.text.contains(
                    "`production` still has the old key: run `weir key rotate --env production`"))
            #expect(try await staging.keyring() != (try await production.keyring()))
            #expect(try await staging.plan().isEmpty)
            #expect(try await production.plan().isEmpty)
            _ = try await production.session.rotateKey(.proven)
            let new = try await staging.keyring()?.fingerprint
            #expect(try await production.keyring()?.fingerprint == new)
            #expect(try await production.plan().isEmpty)
            #expect(try world.keys().count == 2)
        }
    }

    @Test(arguments: [nil, long])
    func `of a lost key forgets what was applied: every secret is written once more`(
        _ key: String?
    ) async throws {
        try await World.withAuths(["one", "two"]) { world in
            try await world.apply()
            let other = world.on("there", key: key)
            let code = await other.code { _ = try await other.session.rotateKey(.proven) }
            #expect(code == "secret/another-key")
            #expect(try await other.session.rotateKey(.forgotten) == .done)
            #expect(world.talk.text.contains("forgot 2 digests of `default`"))
            #expect(try await other.causes() == [.unknownSecret, .unknownSecret])
            try await other.apply()
            #expect(try await other.plan().isEmpty)
            #expect(await world.code { _ = try await world.plan() } == "secret/another-key")
        }
    }

    @Test func `has nothing to do where no secret was applied`() async throws {
        try await World.withAuths(["one"]) { world in
            let proven = try await world.session.rotateKey(.proven)
            let forgotten = try await world.session.rotateKey(.forgotten)
            #expect(proven == .done && forgotten == .done)
            #expect(try world.keys() == [])
            let first = try await world.session.makeKey()
            let second = try await world.session.makeKey()
            #expect(first == .done && second == .done, "no ledger depends on the first")
            #expect(try world.keys().count == 2)
        }
    }

    @Test func `and no other verb prints a key but export`() async throws {
        try await World.withAuths(["one"]) { world in
            try await world.apply()
            _ = try await world.session.rotateKey(.proven)
            _ = try await world.session.showKeys()
            let shared = world.on("there", key: Self.long)
            _ = try await shared.session.showKeys()
            #expect(!world.talk.text.contains(Self.long))
            let keys = try DigestKey.files(world.session.variables)
            #expect(keys.count == 2)
            for key in keys {
                #expect(key.exported.reveal { !world.talk.text.contains($0) })
            }
            _ = try await world.session.exportKey()
            let printed = keys.filter { $0.exported.reveal { world.talk.text.contains($0) } }
            #expect(printed.map(\.fingerprint) == [keys[0].fingerprint])
        }
    }
}
