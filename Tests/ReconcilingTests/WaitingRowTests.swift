import Diagnostics
import Documents
import Ledger
import Platforms
import Synchronization
import TestSupport
import Testing

@testable import Reconciling

/// What becomes of the rows of an apply whose calls have to wait, or may have been carried out.
@Suite struct `A row whose write is not answered plainly` {
    private let mug: Value = ["name": "mug"]

    private func openCalls(_ bench: Bench) async throws -> Int {
        try await bench.ledger.openCalls(bench.scope).count
    }

    private func created(_ bench: Bench, _ change: (inout PlanRow) -> Void = { _ in })
        async throws -> Receipt
    {
        var row = Bench.row(1, "mug", mug)
        change(&row)
        return try await bench.apply([row])[0]
    }

    @Test func `is done after the wait that the platform asked for`() async throws {
        let bench = try Bench()
        for number in 1...3 {
            bench.shop.fail(number, .status(429, headers: ["retry-after": "30"]))
        }
        #expect(try await created(bench).outcome == .done)
        #expect(bench.clock.slept == Array(repeating: .seconds(30), count: 3))
        #expect(bench.shop.items.count == 1)
    }

    @Test func `that was refused for now is not in flight when the run is interrupted`()
        async throws
    {
        let bench = try Bench()
        bench.shop.fail(1, .status(429, headers: ["retry-after": "200"]))
        bench.waits.react { [stop = bench.stop] _ in stop.stop() }
        let rows = [Bench.row(1, "mug", mug), Bench.row(2, "lid", ["name": "lid"])]
        let receipts = try await bench.apply(rows, parallel: 1)
        #expect(
            receipts.map(\.outcome.word) == [
                "failed: not sent again: interrupted while it waited for `shop`", "not started",
            ])
        #expect(receipts[0].writes == 1)
        #expect(bench.shop.items.isEmpty)
        #expect(try await openCalls(bench) == 0)
    }

    @Test func `that waits for its turn is not started when the run is interrupted`() async throws {
        var bench = try Bench()
        bench.platform.limits = RateLimit(requests: 1, window: .seconds(60))
        bench.waits.react { [stop = bench.stop] _ in stop.stop() }
        let client = bench.client
        _ = try await client.read(Read(Request(.get, ["items"]), purpose: "the items"))
        let applier = bench.applier(over: client)
        let run = try await bench.ledger.beginRun(
            bench.scope, command: "apply", planDigest: "", at: "t")
        let plan = Plan(project: "p", environment: "e", rows: [Bench.row(1, "mug", mug)])
        let receipts = await applier.apply(plan, run: run)
        #expect(receipts.map(\.outcome) == [.notStarted])
        #expect(receipts[0].writes == 0)
        #expect(bench.shop.writes.isEmpty)
        #expect(try await openCalls(bench) == 0)
    }

    @Test func `that was cut off stays open when the run is interrupted before the look`()
        async throws
    {
        let bench = try Bench()
        bench.shop.fail(1, .cut(afterEffect: false, dies: false))
        bench.shop.fail(2, .status(429, headers: ["retry-after": "60"]))
        bench.waits.react { [stop = bench.stop] _ in stop.stop() }
        let receipt = try await created(bench)
        #expect(receipt.message.hasPrefix("not sent again: interrupted"))
        #expect(try await openCalls(bench) == 1)
    }

    @Test func `that was cut off and sent again ends once the first cannot arrive any more`()
        async throws
    {
        for (fault, isWaited) in [
            (Shop.Fault.cut(afterEffect: false, dies: false), true), (.status(504), true),
            (.status(500), false),
        ] {
            let bench = try Bench()
            try await bench.apply([Bench.row(1, "mug", mug)])
            let rows = try await bench.plan([("mug", ["name": "mug", "price": 9])])
            bench.shop.revive()
            bench.shop.fail(2, fault)
            #expect(try await bench.apply(rows).map(\.outcome) == [.done])
            #expect(bench.shop.lines.suffix(2) == ["PUT /items/1", "GET /items/1"])
            let slept = bench.clock.slept.reduce(.zero, +)
            #expect(slept == (isWaited ? bench.platform.settleTime : Backoff.shortest))
        }
    }

    @Test(arguments: [Shop.Fault.cut(afterEffect: false, dies: false), .status(504)])
    func `that was cut off twice fails once neither can arrive any more`(
        _ fault: Shop.Fault
    ) async throws {
        let bench = try Bench()
        try await bench.apply([Bench.row(1, "mug", mug)])
        let rows = try await bench.plan([("mug", ["name": "mug", "price": 9])])
        bench.shop.revive()
        bench.shop.fail(2, fault)
        bench.shop.fail(4, fault)
        let receipt = try #require(try await bench.apply(rows).first)
        #expect(receipt.outcome != .done && receipt.writes == 2)
        let slept = bench.clock.slept.reduce(.zero, +)
        #expect(slept == Backoff.shortest + bench.platform.settleTime)
        #expect(try await openCalls(bench) == 1)
    }

    /// What an interrupted run sent last, by when the next one comes, and how long that waits.
    @Test(arguments: [
        ("2026-01-01T00:00:04Z", nil, 10), ("2026-01-01T00:05:00Z", nil, 10),
        ("2026-01-01T02:00:00Z", nil, 0), ("2026-01-01T00:05:04Z", "2026-01-01T00:05:00Z", 6),
        ("2026-01-01T00:05:10Z", "2026-01-01T00:05:00Z", 0),
    ])
    func `that was cut off by the end of its run is waited for by the next one`(
        now: String, end: String?, seconds: Int
    ) async throws {
        let bench = try Bench()
        try await bench.apply([Bench.row(1, "mug", mug)])
        let rows = try await bench.plan([("mug", ["name": "mug", "price": 9])])
        bench.shop.revive()
        bench.shop.fail(2, .cut(afterEffect: false, dies: true))
        try await bench.apply(rows)
        bench.shop.revive()
        let entries = try await bench.ledger.openCalls(bench.scope)
        let run = try #require(entries.first?.run)
        if let end { try await bench.ledger.endRun(run, outcome: "", at: end) }
        let before = bench.clock.slept.count
        let recoverer = Recoverer(
            clients: ["shop": bench.client], kinds: [ItemKind.kind: ItemKind()], now: now)
        let recovery = try await recoverer.look(
            at: bench.ledger.openCalls(bench.scope),
            recorded: bench.ledger.resources(bench.scope))
        #expect(recovery.calls.map(\.finding) == [.repeatable])
        #expect(
            bench.clock.slept.dropFirst(before).reduce(.zero, +) == .seconds(seconds))
    }

    @Test func `that waited for its turn leaves what others changed in the meantime`() async throws
    {
        var bench = try Bench()
        try await bench.apply([Bench.row(1, "mug", mug)])
        let rows = try await bench.plan([("mug", ["name": "mug", "price": 9])])
        bench.platform.limits = RateLimit(requests: 2, window: .seconds(60))
        bench.waits.react { [shop = bench.shop] _ in shop.edit(1, "tags", ["red"]) }
        let client = bench.client
        _ = try await client.read(Read(Request(.get, ["items"]), purpose: "the items"))
        let run = try await bench.ledger.beginRun(
            bench.scope, command: "apply", planDigest: "", at: "t")
        let plan = Plan(project: "p", environment: "e", rows: rows)
        let receipts = await bench.applier(over: client).apply(plan, run: run)
        #expect(receipts.map(\.outcome) == [.done])
        #expect(bench.shop.items[1]?["tags"] == ["red"])
        #expect(bench.shop.items[1]?["price"] == 9)
    }

    @Test func `that cannot be read again before it is sent again is not sent again`()
        async throws
    {
        let bench = try Bench()
        try await bench.apply([Bench.row(1, "mug", mug)])
        let rows = try await bench.plan([("mug", ["name": "mug", "price": 9])])
        bench.shop.revive()
        bench.shop.fail(2, .status(429, headers: ["retry-after": "60"]))
        bench.shop.fail(3, .status(403, body: ["message": "no"]))
        let receipt = try #require(try await bench.apply(rows).first)
        #expect(receipt.message == "`shop` refused to read the item: no (403)")
        #expect(receipt.writes == 1)
        #expect(bench.shop.lines == ["GET /items/1", "PUT /items/1", "GET /items/1"])
        #expect(try await openCalls(bench) == 0)
    }

    @Test(arguments: [408, 409, 499])
    func `that was carried out behind the refusal is done`(_ status: Int) async throws {
        let bench = try Bench()
        bench.shop.fail(1, .refusedAfterEffect(status, "cannot say"))
        #expect(try await created(bench).outcome == .done)
        #expect(bench.shop.items.count == 1)
        #expect(bench.shop.writes.count == 1)
    }

    @Test func `that is in conflict with nothing of ours fails in the platform's words`()
        async throws
    {
        let bench = try Bench()
        bench.shop.fail(1, .status(409, body: ["message": "the shelf is full"]))
        let receipt = try await created(bench)
        #expect(
            receipt.message == "`shop` refused to create the item: the shelf is full (409)")
        #expect(bench.shop.writes.count == 1)
        #expect(try await openCalls(bench) == 0)
    }

    @Test(arguments: [408, 499])
    func `that timed out and was not carried out is sent once more`(_ status: Int) async throws {
        let bench = try Bench()
        bench.shop.fail(1, .status(status))
        #expect(try await created(bench).outcome == .done)
        #expect(bench.shop.writes.count == 2)
    }

    @Test func `that the platform itself refuses is not looked for`() async throws {
        var bench = try Bench()
        bench.platform.ownRefusals = [409]
        bench.shop.state.withLock { $0.items = [7: ["id": 7, "name": "mug"]] }
        bench.shop.fail(1, .status(409, body: ["message": "mug exists"]))
        let receipt = try await created(bench)
        #expect(receipt.message == "`shop` refused to create the item: mug exists (409)")
        #expect(bench.shop.lines == ["POST /items"])
    }

    @Test func `that may never be repeated fails in the platform's words`() async throws {
        let bench = try Bench()
        bench.shop.fail(1, .status(409, body: ["message": "no"]))
        let receipt = try await created(bench) { $0.calls[0].again = .never("a mail may be out") }
        #expect(receipt.message == "`shop` refused to create the item: no (409)")
        #expect(try await openCalls(bench) == 0)
    }

    @Test func `that may be repeated is sent twice before it fails in the platform's words`()
        async throws
    {
        let bench = try Bench()
        for number in 1...2 { bench.shop.fail(number, .status(409, body: ["message": "no"])) }
        let receipt = try await created(bench) { $0.calls[0].again = .safe }
        #expect(receipt.message == "`shop` refused to create the item: no (409)")
        #expect(bench.shop.writes.count == 2)
        #expect(try await openCalls(bench) == 0)
    }

    @Test(arguments: 1...5)
    func `of a kind that is scarce waits for no limit of new objects`(times: Int) async throws {
        var bench = try Bench()
        bench.platform.isScarce = true
        for number in 1...times {
            bench.shop.fail(number, .status(429, body: ["message": "ten in an hour"]))
        }
        let receipt = try await created(bench)
        #expect(bench.clock.slept.reduce(.zero, +) <= .milliseconds(3500))
        guard times > 3 else { return #expect(receipt.outcome == .done) }
        #expect(receipt.message == "`shop` refused to create the item: ten in an hour (429)")
        #expect(bench.shop.writes.count == 4)
        let failure = try #require(bench.events.failures.first)
        #expect(
            failure.diagnostic().help
                == "the platform takes 10 of them in an hour: try again after that; what was done "
                + "is recorded")
    }
}
