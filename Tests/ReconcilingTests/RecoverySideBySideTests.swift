import Documents
import Ledger
import Platforms
import Synchronization
import TestSupport
import Testing

@testable import Reconciling

/// Calls that are looked at together, on a clock that moves once all who look are waiting.
@Suite struct `A recovery of several calls` {
    @Test(arguments: [(8, 5), (16, 10)])
    func `waits for all of them at once, eight at a time, and tells them in their order`(
        count: Int, steps: Int
    ) async throws {
        let bench = try Bench()
        let names = (0..<count).map { "item \(($0 * 7) % count)" }
        for name in names { try await bench.interrupt(name, afterEffect: false) }
        let clock = StepClock(sleepers: 8)
        let recovery = try await bench.look(by: clock)
        #expect(recovery.calls.map(\.address) == names.map { Bench.address($0) })
        #expect(recovery.calls.allSatisfy { $0.finding == .notCarriedOut })
        #expect(clock.steps == steps)
        #expect(bench.shop.state.withLock { $0.mostInFlight } <= 8)
    }

    @Test func `gives an object to the first call that may have made it, and to no other`()
        async throws
    {
        let bench = try Bench()
        for (id, afterEffect) in [("first", true), ("second", false)] {
            try await bench.interrupt(id, name: "mug", afterEffect: afterEffect)
        }
        let recovery = try await bench.look()
        #expect(recovery.calls.map(\.finding) == [.carriedOut(1), .notCarriedOut])
        #expect(recovery.recorded.keys.map(\.text) == ["shop/item/first"])
    }
}

extension Bench {
    /// Begins a create that is cut, with everything after it.
    fileprivate func interrupt(
        _ id: String, name: String? = nil, afterEffect: Bool
    ) async throws {
        shop.fail(1, .cut(afterEffect: afterEffect, dies: true))
        try await apply([Bench.row(1, id, ["name": .text(name ?? id)])])
        shop.revive()
    }

    /// What became of open calls, by a clock.
    fileprivate func look(by clock: StepClock) async throws -> Recovery {
        let waiting = Waiting(
            time: Timekeeper(clock, date: { 0 }), bound: bound, stop: stop, jitter: { 0 },
            tell: { _ in })
        let client = AccountClient(
            ShopPlatform.account, on: platform, over: shop, waiting: waiting)
        let recoverer = Recoverer(
            clients: ["shop": client], kinds: [ItemKind.kind: ItemKind()])
        return try await recoverer.look(
            at: ledger.openCalls(scope), recorded: ledger.resources(scope))
    }
}

/// A clock that takes one step whenever so many sleep, or nobody else comes.
private final class StepClock: Clock, Sendable {
    private struct State {
        var time = Duration.zero
        var asleep = 0
        var steps = 0
    }

    private let sleepers: Int
    private let state = Mutex(State())

    init(sleepers: Int) { self.sleepers = sleepers }

    var steps: Int { state.withLock { $0.steps } }
    var now: ManualClock.Instant { ManualClock.Instant(offset: state.withLock { $0.time }) }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: ManualClock.Instant, tolerance: Duration?) async throws {
        let step = state.withLock { state in
            state.asleep += 1
            return state.steps
        }
        for _ in 0..<100_000 {
            let isReady = state.withLock { $0.steps != step || $0.asleep >= sleepers }
            if isReady { break }
            await Task.yield()
        }
        state.withLock { state in
            guard state.steps == step else { return }
            state.steps += 1
            state.asleep = 0
            state.time = max(state.time, deadline.offset)
        }
    }
}
