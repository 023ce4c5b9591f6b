import Diagnostics
import Documents
import Ledger
import Platforms
import Synchronization
import TestSupport
import Testing

@testable import Reconciling

@Suite struct `What no list shows` {
    /// A shop with items, of which the ledger holds all.
    private func bench(_ count: Int64, needs: Bool = false) async throws -> Bench {
        let bench = try Bench()
        bench.shop.state.withLock { state in
            for id in 1...count { state.items[id] = ["id": .int(id), "name": .text("i\(id)")] }
            state.nextID = count + 1
        }
        let records = (1...count).map { id in
            RecordedResource(
                address: Bench.address("i\(id)"), kind: ItemKind.kind, liveID: .int(id),
                value: ["name": .text("i\(id)")],
                needs: needs && id > 1 ? [Bench.address("i\(id - 1)")] : [])
        }
        try await bench.ledger.record(records, bench.scope)
        return bench
    }

    private func hide(_ ids: some Sequence<Int64>, _ bench: Bench, reads: Int? = nil) {
        bench.shop.state.withLock { state in
            for id in ids { state.unlisted[id] = .some(reads) }
        }
    }

    private func observe(_ bench: Bench, onlyListed: Bool = false) async throws -> Observation {
        var report = Report()
        let scope = Scope(
            kinds: [ItemKind.kind], recorded: try await bench.ledger.resources(bench.scope))
        let seen = try await Observer().observe(bench.client, scope, into: &report)
        bench.shop.revive()
        let kinds: [KindName: any Kind] = [ItemKind.kind: ItemKind(isOnlyListed: onlyListed)]
        return try await ExistenceCheck(bench.client, scope, kinds: kinds)
            .completing(seen, into: &report)
    }

    @Test func `is asked for by its id, and nothing else is`() async throws {
        let bench = try await bench(5)
        hide([2, 4], bench)
        let seen = try await observe(bench)
        #expect(seen.resources.compactMap(\.liveID.int).sorted() == [1, 2, 3, 4, 5])
        #expect(seen.missing.isEmpty)
        #expect(bench.shop.lines.sorted() == ["GET /items/2", "GET /items/4"])
    }

    @Test func `is missing where the platform answers that it is not there`() async throws {
        let bench = try await bench(3)
        bench.shop.state.withLock { $0.items[2] = nil }
        let seen = try await observe(bench)
        #expect(
            seen.missing == [Bench.address("i2"): "the platform answered 404 for it"])
        #expect(seen.resources.count == 2)
    }

    @Test(arguments: [401, 403, 500])
    func `fails the observation where the platform answers anything else`(status: Int)
        async throws
    {
        let bench = try await bench(1)
        hide([1], bench)
        let scope = Scope(
            kinds: [ItemKind.kind], recorded: try await bench.ledger.resources(bench.scope))
        for number in 1...40 { bench.shop.fail(number, .status(status, body: ["message": "no"])) }
        let check = ExistenceCheck(bench.client, scope, kinds: [ItemKind.kind: ItemKind()])
        var report = Report()
        await #expect(throws: ReconcilingError.self) {
            try await check.completing(Observation(), into: &report)
        }
    }

    @Test(arguments: [
        (Answer(status: 404, body: nil, text: "<html>"), "account/not-found"),
        (Answer(status: 200, body: ["id": 7, "name": "other"]), "account/unexpected-answer"),
        (Answer(status: 200, body: [:]), "account/unexpected-answer"),
    ])
    func `is not missing because of an answer that is not about it`(
        answer: Answer, code: String
    ) async throws {
        let bench = try await bench(1)
        let scope = Scope(
            kinds: [ItemKind.kind], recorded: try await bench.ledger.resources(bench.scope))
        bench.shop.fail(1, .status(answer.status, body: answer.body, text: answer.text))
        let check = ExistenceCheck(bench.client, scope, kinds: [ItemKind.kind: ItemKind()])
        var report = Report()
        let error = await #expect(throws: ReconcilingError.self) {
            try await check.completing(Observation(), into: &report)
        }
        #expect(error?.diagnostic().code == code)
    }

    @Test func `is looked for in a second list where nothing reads one object`() async throws {
        let bench = try await bench(3)
        bench.shop.state.withLock { $0.items[3] = nil }
        hide([2], bench, reads: 1)
        let seen = try await observe(bench, onlyListed: true)
        #expect(seen.resources.compactMap(\.liveID.int).sorted() == [1, 2])
        #expect(seen.missing.keys.map(\.text) == ["shop/item/i3"])
        #expect(bench.clock.slept == [.seconds(5)])
    }

    @Test func `is asked for after what it needs`() async throws {
        let bench = try await bench(3, needs: true)
        hide(1...3, bench)
        _ = try await observe(bench)
        #expect(bench.shop.lines == ["GET /items/1", "GET /items/2", "GET /items/3"])
    }

    @Test func `and is much shows that the list is not whole`() async throws {
        let bench = try await bench(60)
        hide(1...55, bench)
        let error = await #expect(throws: ReconcilingError.self) { try await observe(bench) }
        #expect(error?.diagnostic().code == "account/short-list")
        #expect(bench.shop.log.count == ExistenceCheck.sample)
    }

    @Test func `and is much may be gone`() async throws {
        let bench = try await bench(60)
        bench.shop.state.withLock { state in
            for id in Int64(1)...55 { state.items[id] = nil }
        }
        let seen = try await observe(bench)
        #expect(seen.missing.count == 55)
        #expect(bench.shop.log.count == 55)
    }
}

@Suite struct `An answer to a create` {
    private let mug: Value = ["name": "mug"]

    @Test func `that shows an object of before is not its result`() async throws {
        let bench = try Bench()
        bench.shop.state.withLock { state in
            state.items = [1: ["id": 1, "name": "mug"]]
            state.nextID = 2
        }
        var seen = Observation()
        seen.resources = [
            ObservedResource(
                account: "shop", kind: ItemKind.kind, liveID: 1, naturalKey: "mug", value: mug,
                raw: mug)
        ]
        bench.shop.fail(1, .status(200, body: ["id": 1, "name": "mug"]))
        let receipts = try await bench.apply(
            [Bench.row(1, "mug", mug)], live: ObjectIDs(["shop": seen]))
        #expect(receipts[0].outcome.word == "failed: the answer shows `1`, which is another object")
        #expect(try await bench.ledger.resources(bench.scope).isEmpty)
        #expect(bench.shop.writes == ["POST /items"])
    }

    @Test func `that shows the object of another resource is looked into`() async throws {
        let bench = try Bench()
        try await bench.apply([Bench.row(1, "lid", ["name": "lid"])])
        bench.shop.revive()
        bench.shop.state.withLock { $0.items[2] = ["id": 2, "name": "mug"] }
        bench.shop.fail(1, .status(200, body: ["id": 1, "name": "lid"]))
        let receipts = try await bench.apply([Bench.row(1, "mug", mug)])
        #expect(receipts.map(\.outcome) == [.done])
        let recorded = try await bench.ledger.resources(bench.scope)
        #expect(recorded[Bench.address("mug")]?.liveID == 2)
        #expect(recorded[Bench.address("lid")]?.liveID == 1)
    }
}

@Suite struct `A create that is carried out late` {
    @Test(arguments: [1, 3, 6, 9])
    func `is found within the time that the platform may take`(seconds: Int) async throws {
        let bench = try Bench()
        bench.shop.fail(1, .cut(afterEffect: true, dies: false))
        // Each look reads the list once; the item shows after so many of them.
        let looks = [1: 2, 3: 3, 6: 4, 9: 5][seconds]
        bench.shop.state.withLock { $0.unlisted[1] = .some(looks) }
        let receipts = try await bench.apply([Bench.row(1, "mug", ["name": "mug"])])
        #expect(receipts.map(\.outcome) == [.done])
        #expect(bench.shop.items.count == 1)
    }
}
