import Diagnostics
import Documents
import Platforms
import Testing

@testable import Reconciling

@Suite struct `The request limiter` {
    @Test func `lets a window's requests through and then waits for the next window`() async {
        let clock = ManualClock()
        let limiter = RequestLimiter(
            RateLimit(requests: 2, window: .seconds(60)), time: Timekeeper(clock))
        for _ in 1...5 { await limiter.admit() }
        #expect(clock.slept == [.seconds(60), .seconds(60)])
    }

    @Test func `waits only for the rest of a window`() async {
        let clock = ManualClock()
        let limiter = RequestLimiter(
            RateLimit(requests: 1, window: .seconds(60)), time: Timekeeper(clock))
        await limiter.admit()
        clock.advance(by: .seconds(45))
        await limiter.admit()
        clock.advance(by: .seconds(60))
        await limiter.admit()
        #expect(clock.slept == [.seconds(15)])
    }
}
