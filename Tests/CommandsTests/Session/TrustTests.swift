import Diagnostics
import Foundation
import InProcess
import Synchronization
import Testing

@testable import Commands

@Suite struct `Hosts that nobody trusted` {
    @Test(arguments: ["lytics.example.evil", "other.example", "lytics.example:444"])
    func `are never reached`(_ trusted: String) async throws {
        let desk = try Desk()
        let reached = Reached()
        var session = desk.session
        session.variables["WEIR_TRUST_HOSTS"] = trusted
        session.transport = { account, platform, token in
            reached.count.withLock { $0 += 1 }
            return desk.account.transport(account, platform, token)
        }
        let failure = await #expect(throws: Failure.self) {
            _ = try await session.operate(on: "lytics", account: nil)
        }
        #expect(failure?.status == .failed)
        #expect(failure?.report.diagnostics.map(\.code) == ["trust/host"])
        #expect(reached.count.withLock { $0 } == 0)
        session.variables["WEIR_TRUST_HOSTS"] = "lytics.example"
        _ = try await session.operate(on: "lytics", account: nil)
        #expect(reached.count.withLock { $0 } == 1)
    }

    private final class Reached: Sendable {
        let count = Mutex(0)
    }
}

@Suite struct `Completion` {
    @Test(arguments: [
        ("$(touch${IFS}x)", false), ("a b", false), ("`x`", false), ("x;y", false), ("ü", false),
        ("flow/a-b_c.d:e@f", true),
    ])
    func `offers no word that a shell would read something into`(_ word: String, _ isOffered: Bool)
    {
        let words = [CompletionWord(word: word, meaning: "a name")]
        #expect(words.completing("").isEmpty == !isOffered)
    }

    @Test func `runs no program for secrets`() async throws {
        let desk = try Desk()
        try desk.write(
            "weir.yaml",
            """
            kind: weir/project
            name: desk
            default_environment: sandbox
            accounts: { lytics: { token: "${secret.OTHER}" } }
            secrets: { command: [touch, ran] }
            """)
        var session = desk.session
        session.variables["WEIR_ALLOW_COMMAND"] = "1"
        session.runsCommands = false
        let failure = await #expect(throws: Failure.self) {
            _ = try await session.operate(on: "lytics", account: nil)
        }
        #expect(failure?.report.diagnostics.map(\.code) == ["trust/secret"])
        #expect(!FileManager.default.fileExists(atPath: session.directory + "/ran"))
    }
}
