import Diagnostics
import Documents
import Platforms
import TestSupport
import Testing

@testable import Reconciling

@Suite struct `The request limiter` {
    private let clock = ManualClock()

    private func limiter(_ requests: Int) -> RequestLimiter {
        RequestLimiter(
            RateLimit(requests: requests, window: .seconds(60)), time: Timekeeper(clock))
    }

    private func client(_ limiter: RequestLimiter) -> AccountClient {
        AccountClient(
            ShopPlatform.account, on: ShopPlatform(), over: Shop(),
            waiting: Waiting(time: Timekeeper(clock), interval: .seconds(60)), limiter: limiter)
    }

    @Test func `lets a window's requests through and then waits for the next window`() async {
        let client = client(limiter(2))
        for _ in 1...5 { #expect(await client.isAdmitted()) }
        #expect(clock.slept == [.seconds(60), .seconds(60)])
    }

    @Test func `waits only for the rest of a window`() async {
        let client = client(limiter(1))
        #expect(await client.isAdmitted())
        clock.advance(by: .seconds(45))
        #expect(await client.isAdmitted())
        clock.advance(by: .seconds(60))
        #expect(await client.isAdmitted())
        #expect(clock.slept == [.seconds(15)])
    }

    @Test func `says what it waits for, and when all that is expected will be sent`() async {
        let limiter = limiter(1000)
        await limiter.expect(3200)
        for _ in 1...1000 { #expect(await limiter.admit() == nil) }
        clock.advance(by: .seconds(19))
        let delay = await limiter.admit()
        #expect(delay?.end == .seconds(60))
        #expect(delay?.finish == .seconds(180))
        let wait = Wait(
            "Lytics", delay?.reason ?? .pending(""), now: .seconds(19), end: .seconds(60),
            finish: delay?.finish)
        #expect(
            wait.text == "waiting 41 s: Lytics takes 1,000 requests a minute · about 3 min left")
    }

    @Test func `holds everybody back for as long as one was asked to wait`() async {
        let limiter = limiter(10)
        await limiter.hold(until: .seconds(20), because: .asked(status: 429))
        await limiter.hold(until: .seconds(5), because: .asked(status: 429))
        let delay = await limiter.admit()
        #expect(delay?.end == .seconds(20))
        #expect(delay?.isHeld == true)
        clock.advance(by: .seconds(20))
        #expect(await limiter.admit() == nil)
    }

    @Test func `is one for all who talk to one account of a server`() {
        let limiters = RequestLimiters()
        func limiter(_ name: String, token: String) -> RequestLimiter {
            limiters.limiter(
                of: Account(name: name, platform: "shop", url: "http://a.test", tokenName: token),
                on: ShopPlatform(), time: Timekeeper(clock))
        }
        #expect(limiter("a", token: "T") === limiter("b", token: "T"))
        #expect(limiter("a", token: "T") !== limiter("a", token: "U"))
    }
}
