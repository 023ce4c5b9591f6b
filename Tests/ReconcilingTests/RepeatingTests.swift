import Diagnostics
import Documents
import Platforms
import TestSupport
import Testing

@testable import Reconciling

/// What one client does with answers that say "later", on a clock that jumps.
@Suite struct `A call that cannot be answered now` {
    private let items = Read(Request(.get, ["items"]), purpose: "the items")
    private let write = WireRequest(.post, ["items"], body: Array(#"{"name":"mug"}"#.utf8))

    private func bench(
        _ fault: Shop.Fault, times: Int = 1, bound: Duration = Waiting.defaultBound
    ) throws -> Bench {
        var bench = try Bench()
        bench.bound = bound
        for number in 1...times { bench.shop.fail(number, fault) }
        return bench
    }

    private func error(
        _ bench: Bench, _ send: (AccountClient) async throws -> Void
    ) async throws -> ReconcilingError {
        do {
            try await send(bench.client)
        } catch let error as ReconcilingError {
            return error
        }
        throw EvaluationError("it was answered")
    }

    private func reading(_ bench: Bench) async throws -> ReconcilingError {
        try await error(bench) { _ = try await $0.read(items) }
    }

    private func writing(_ bench: Bench) async throws -> ReconcilingError {
        try await error(bench) { _ = try await $0.exchange(write, doing: "create the item") }
    }

    private func slept(_ bench: Bench) -> Duration { bench.clock.slept.reduce(.zero, +) }

    @Test(arguments: 1...6)
    func `waits as long as the platform says, as often as it says so`(times: Int) async throws {
        let bench = try bench(.status(429, headers: ["retry-after": "7"]), times: times)
        #expect(try await bench.client.read(items) == [])
        #expect(bench.clock.slept == Array(repeating: .seconds(7), count: times))
        let other = try self.bench(.status(429, headers: ["retry-after": "7"]), times: times)
        _ = try await other.client.exchange(write, doing: "create the item")
        #expect(other.clock.slept == Array(repeating: .seconds(7), count: times))
        #expect(other.shop.items.count == 1)
    }

    @Test func `waits until the date that the platform says`() async throws {
        let bench = try bench(
            .status(429, headers: ["retry-after": "Sun, 09 Sep 2001 01:46:52 GMT"]))
        #expect(try await bench.client.read(items) == [])
        #expect(bench.clock.slept == [.seconds(12)])
    }

    @Test func `waits longer each time where the platform says nothing`() async throws {
        let bench = try bench(.status(429), times: 4)
        #expect(try await bench.client.read(items) == [])
        #expect(
            bench.clock.slept == [.milliseconds(500), .seconds(1), .seconds(2), .seconds(4)])
    }

    @Test func `never hammers a platform that asks for no wait`() async throws {
        let bench = try bench(
            .status(429, headers: ["retry-after": "0"]), times: 100, bound: .seconds(10))
        let error = try await reading(bench)
        #expect(error.diagnostic().code == "account/too-many-requests")
        #expect(bench.shop.log.count == 21)
    }

    @Test func `ends at once where the platform asks for more than is left`() async throws {
        let bench = try bench(.status(429, headers: ["retry-after": "600"]))
        let client = bench.client
        for _ in 1...3 {
            let error = try await error(bench) { _ in _ = try await client.read(items) }
            let problem = error.diagnostic()
            #expect(problem.code == "account/too-many-requests")
            #expect(
                problem.message
                    == "`shop` takes no requests for another 10 min (429), and a call waits 5 min "
                    + "at most")
            #expect(problem.help?.contains("`--patience`") == true)
        }
        #expect(bench.clock.slept.isEmpty)
        #expect(bench.shop.log.count == 1)
    }

    @Test(arguments: [
        Shop.Fault.status(500), .status(502), .status(503), .status(408),
        .cut(afterEffect: false, dies: false),
    ])
    func `is repeated where it reads`(_ fault: Shop.Fault) async throws {
        let bench = try bench(fault, times: 5)
        #expect(try await bench.client.read(items) == [])
        #expect(bench.shop.log.count == 6)
    }

    @Test func `counts a server's own pause like that for too many requests`() async throws {
        let bench = try bench(.status(503, headers: ["retry-after": "9"]))
        #expect(try await bench.client.read(items) == [])
        #expect(bench.clock.slept == [.seconds(9)])
    }

    @Test(arguments: [Shop.Fault.status(500), .cut(afterEffect: false, dies: false), .status(429)])
    func `ends at its bound, and says how often it was sent`(_ fault: Shop.Fault) async throws {
        let bench = try bench(fault, times: 100, bound: .seconds(60))
        let error = try await reading(bench)
        #expect(slept(bench) == .seconds(60))
        #expect(bench.shop.log.count == 8)
        #expect(error.diagnostic().notes.contains("it was sent 8 times"))
    }

    @Test(arguments: [Shop.Fault.status(500), .status(501), .status(400), .status(404)])
    func `is sent once where nobody waits, or waiting is of no use`(
        _ fault: Shop.Fault
    ) async throws {
        let isServerError = if case .status(500, _, _, _) = fault { true } else { false }
        let bench = try bench(
            fault, times: 9, bound: isServerError ? .zero : Waiting.defaultBound)
        _ = try await reading(bench)
        #expect(bench.shop.log.count == 1)
    }

    @Test(arguments: [
        Shop.Fault.status(500), .status(503, headers: ["retry-after": "1"]), .status(408),
        .status(409), .cut(afterEffect: false, dies: false),
    ])
    func `is never repeated where it writes and may have been carried out`(
        _ fault: Shop.Fault
    ) async throws {
        let bench = try bench(fault)
        _ = try await writing(bench)
        #expect(bench.shop.log.count == 1)
    }

    @Test func `is sent again where a write was never sent`() async throws {
        let bench = try bench(.unreachable, times: 3)
        _ = try await bench.client.exchange(write, doing: "create the item")
        #expect(bench.shop.items.count == 1)
    }

    @Test func `is not repeated where the server was never there`() async throws {
        let bench = try bench(.unreachable, times: 3)
        let client = bench.client
        _ = try await error(bench) { _ in _ = try await client.read(items) }
        #expect(bench.shop.log.count == 1)
        bench.shop.revive()
        _ = try await client.read(items)
        for number in 2...4 { bench.shop.fail(number, .unreachable) }
        #expect(try await client.read(items) == [])
        #expect(bench.shop.log.count == 5)
    }

    @Test func `makes every other call of the account wait as well`() async throws {
        let bench = try bench(.status(429, headers: ["retry-after": "20"]))
        let limiter = RequestLimiter(bench.platform.limits, time: bench.waiting.time)
        let waiting = bench.waiting
        let clients = (1...4).map { _ in
            AccountClient(
                ShopPlatform.account, on: bench.platform, over: bench.shop, waiting: waiting,
                limiter: limiter)
        }
        for client in clients { #expect(try await client.read(items) == []) }
        #expect(bench.clock.slept == [.seconds(20)])
        #expect(bench.shop.log.count == 5)
    }

    @Test func `tells its wait at the beginning, every half minute and at the end`() async throws {
        let bench = try bench(.status(429, headers: ["retry-after": "70"]))
        _ = try await bench.client.read(items)
        #expect(
            bench.waits.texts == [
                "waiting 70 s: The shop asked for it (429)",
                "waiting 40 s: The shop asked for it (429)",
                "waiting 10 s: The shop asked for it (429)",
            ])
        #expect(bench.waits.all.last?.isOver == true)
    }

    @Test func `tells nothing of two seconds`() async throws {
        let bench = try bench(.status(429, headers: ["retry-after": "2"]))
        _ = try await bench.client.read(items)
        #expect(bench.waits.all.isEmpty)
    }

    @Test func `says why it waits where the platform did not ask`() async throws {
        let bench = try bench(.status(502), times: 4)
        _ = try await bench.client.read(items)
        #expect(bench.waits.texts == ["waiting 4 s: The shop answered 502"])
    }

    @Test(arguments: [false, true])
    func `stops waiting at once when it is interrupted`(isCancelled: Bool) async throws {
        let shop = Shop()
        shop.fail(1, .status(429, headers: ["retry-after": "60"]))
        let stop = StopSignal()
        let (told, teller) = AsyncStream.makeStream(of: Wait.self)
        let client = AccountClient(
            ShopPlatform.account, on: ShopPlatform(), over: shop,
            waiting: Waiting(
                time: Timekeeper(FrozenClock()), stop: stop, tell: { teller.yield($0) }))
        let error = await withTaskGroup(of: ReconcilingError?.self) { group in
            group.addTask { [items] in
                do throws(ReconcilingError) {
                    _ = try await client.read(items)
                    return nil
                } catch {
                    return error
                }
            }
            for await _ in told { break }
            if isCancelled { group.cancelAll() } else { stop.stop() }
            return await group.next() ?? nil
        }
        #expect(error?.isInterruption == true)
        #expect(error?.message == "not sent again: interrupted while it waited for `shop`")
        #expect(shop.log.count == 1)
    }
}
