import Diagnostics
import Ledger
import Reconciling
import Synchronization
import Testing

@testable import Commands

/// Taking the lock of a ledger, on a clock that never waits.
@Suite struct `a verb that changes the ledger` {
    private let scope = LedgerScope(project: "shop", environment: "staging")
    private let ledger: SQLiteLedger
    private let talk = Talk()

    init() throws { ledger = try SQLiteLedger() }

    /// What was said on stderr.
    private final class Talk: Sendable {
        private let said = Mutex("")
        var text: String { said.withLock { $0 } }
        func add(_ text: String) { said.withLock { $0 += text } }
    }

    /// A clock on which something happens instead of waiting.
    private struct EventfulClock: Clock {
        let onSleep: @Sendable () -> Void
        var now: ContinuousClock.Instant { ContinuousClock.now }
        var minimumResolution: Duration { .zero }

        func sleep(until deadline: Instant, tolerance: Duration?) async throws { onSleep() }
    }

    private func session(onSleep: @escaping @Sendable () -> Void) -> Session {
        let console = Console(
            writeData: { _ in }, writeTalk: { [talk] in talk.add($0) }, readAnswer: nil,
            isColored: false, showsProgress: false, width: 100)
        var session = Session(
            directory: ".", environment: nil, variables: [:], console: console, now: { "ten" })
        session.time = Timekeeper(EventfulClock(onSleep: onSleep))
        return session
    }

    @Test func `waits while another one only looks at the lock`() async throws {
        let look = try await ledger.lock(scope, holder: "ann", at: "nine")
        let session = session { look.release() }
        let holder = try await session.locking(ledger, scope, "bob") {
            try await ledger.holder(of: scope)
        }
        #expect(holder == LedgerLock(holder: "bob", since: "ten"))
        #expect(try await ledger.holder(of: scope) == nil)
    }

    @Test func `ends with 7 where another one stays, and says who it is`() async throws {
        let hold = try await ledger.lock(scope, holder: "ann", at: "nine")
        let session = session {}
        let failure = await #expect(throws: Failure.self) {
            try await session.locking(ledger, scope, "bob") { Issue.record("it must not begin") }
        }
        #expect(failure?.status == .locked)
        let message = failure?.report.diagnostics.first?.message
        #expect(message == "the ledger is locked by ann since nine")
        #expect(try await ledger.holder(of: scope)?.holder == "ann")
        hold.release()
    }

    @Test func `tells of a run that never ended, once`() async throws {
        try await ledger.lock(scope, holder: "ann", at: "nine").release()
        let session = session {}
        for _ in 0..<2 { try await session.locking(ledger, scope, "bob") {} }
        #expect(talk.text.contains("the run of ann since nine was interrupted"))
        #expect(talk.text.split(separator: "interrupted").count == 2)
    }

    @Test func `gives the lock back however it ends`() async throws {
        struct Trouble: Error {}
        let session = session {}
        await #expect(throws: Trouble.self) {
            try await session.locking(ledger, scope, "bob") { throw Trouble() }
        }
        #expect(try await ledger.holder(of: scope) == nil)
        #expect(try await ledger.lock(scope, holder: "ann", at: "nine").interrupted == nil)
    }
}
