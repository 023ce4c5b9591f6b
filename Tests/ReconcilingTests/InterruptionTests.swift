import Documents
import Ledger
import Platforms
import Synchronization
import TestSupport
import Testing

@testable import Reconciling

/// A run cut off at every request, before and after its effect; then recovered, planned, resumed.
@Suite struct `A run cut off anywhere` {
    private let wanted: [(id: String, value: Value)] = [
        ("mug", ["name": "mug", "price": 3]),
        ("lid", ["name": "lid", "parent": .captured(Slot("shop/item/mug"))]),
        ("bag", ["name": "bag", "token": .secret("TOKEN")]),
    ]

    @Test(arguments: 1...6, [false, true])
    func `is recovered and resumed without a duplicate`(request: Int, afterEffect: Bool)
        async throws
    {
        let bench = try Bench()
        let first = try await bench.plan(wanted)
        bench.shop.revive()
        bench.shop.fail(request, .cut(afterEffect: afterEffect, dies: true))
        let receipts = try await bench.apply(first, parallel: 1)
        #expect(!receipts.allSatisfy { $0.outcome == .done })
        bench.shop.revive()

        try await bench.recover()
        #expect(try await bench.ledger.openCalls(bench.scope).isEmpty)
        let rest = try await bench.apply(bench.plan(wanted), parallel: 1)
        #expect(rest.allSatisfy { $0.outcome == .done })
        try await expectTheEnd(bench)
    }

    @Test(arguments: 1...8, [false, true])
    func `of an update ends in the same state`(request: Int, afterEffect: Bool) async throws {
        let bench = try Bench()
        try await bench.apply(bench.plan([("mug", ["name": "mug"]), ("lid", ["name": "lid"])]))
        bench.shop.edit(1, "colour", "blue")
        let changed: [(id: String, value: Value)] = [
            ("mug", ["name": "mug", "price": 9]), ("lid", ["name": "lid", "price": 8]),
        ]
        let rows = try await bench.plan(changed)
        bench.shop.revive()
        bench.shop.fail(request, .cut(afterEffect: afterEffect, dies: true))
        try await bench.apply(rows, parallel: 1)
        bench.shop.revive()

        try await bench.recover()
        try await bench.apply(bench.plan(changed), parallel: 1)
        #expect(bench.shop.items.values.compactMap { $0["price"]?.int }.sorted() == [8, 9])
        #expect(bench.shop.items[1]?["colour"] == "blue")
        #expect(bench.shop.items.count == 2)
        #expect(try await bench.plan(changed).isEmpty)
    }

    @Test(arguments: 1...6, [false, true])
    func `by a lost answer alone goes on by itself`(request: Int, afterEffect: Bool) async throws {
        let bench = try Bench()
        let rows = try await bench.plan(wanted)
        bench.shop.revive()
        bench.shop.fail(request, .cut(afterEffect: afterEffect, dies: false))
        let receipts = try await bench.apply(rows, parallel: 1)
        #expect(receipts.map(\.outcome.word) == ["done", "done", "done"])
        try await expectTheEnd(bench)
    }

    @Test func `a server error on a create is looked into, not repeated blindly`() async throws {
        let bench = try Bench()
        bench.shop.fail(1, .status(503, body: ["message": "busy"]))
        let receipts = try await bench.apply([Bench.row(1, "mug", wanted[0].value)])
        #expect(receipts.map(\.outcome) == [.done])
        #expect(
            bench.shop.lines == [
                "POST /items", "GET /items", "GET /items", "GET /items", "GET /items", "GET /items",
                "GET /items", "POST /items", "GET /items/1",
            ])
        let looks = [0.5, 1, 2, 4, 2.5].map { Duration.seconds($0) }
        #expect(bench.clock.slept == looks + [.seconds(0.5)])
    }

    @Test func `a call that must never be repeated is left to people, and said once`() async throws
    {
        let bench = try Bench()
        var row = Bench.row(1, "mug", wanted[0].value)
        row.calls[0].again = .never("a mail may have gone out")
        bench.shop.fail(1, .cut(afterEffect: true, dies: false))
        let receipts = try await bench.apply([row])
        #expect(receipts[0].message.contains("a mail may have gone out"))
        #expect(bench.shop.writes.count == 1)
        let notes = try await bench.recover()
        #expect(notes.count == 1)
        #expect(notes.first?.contains("its outcome is unknown: a mail may have gone out") == true)
        #expect(try await bench.recover().isEmpty)
    }

    @Test func `two objects that look like ours cannot be told apart`() async throws {
        let bench = try Bench()
        bench.shop.state.withLock { state in
            state.items = [1: ["id": 1, "name": "mug"], 2: ["id": 2, "name": "mug"]]
        }
        bench.shop.fail(1, .cut(afterEffect: false, dies: false))
        let receipts = try await bench.apply([Bench.row(1, "mug", wanted[0].value)])
        #expect(receipts[0].message.contains("2 objects look like what it was to make"))
        #expect(bench.shop.writes.count == 1)
    }

    @Test func `an object that is recorded for another address is not taken for ours`() async throws
    {
        let bench = try Bench()
        try await bench.apply([Bench.row(1, "old", wanted[0].value)])
        bench.shop.revive()
        bench.shop.fail(1, .cut(afterEffect: false, dies: false))
        let receipts = try await bench.apply([Bench.row(1, "new", wanted[0].value)])
        #expect(receipts.map(\.outcome) == [.done])
        #expect(bench.shop.items.count == 2)
    }

    @Test func `is said to have done what it did`() async throws {
        let bench = try Bench()
        bench.shop.fail(1, .cut(afterEffect: true, dies: true))
        try await bench.apply([Bench.row(1, "mug", wanted[0].value)])
        bench.shop.revive()
        #expect(
            try await bench.recover() == [
                "`create the item` of `shop/item/mug` was interrupted; it was carried out (id `1`)"
            ])
        let recorded = try await bench.ledger.resources(bench.scope)
        #expect(recorded[Bench.address("mug")]?.value == wanted[0].value)
        #expect(try await bench.recover().isEmpty)
    }

    private func expectTheEnd(_ bench: Bench) async throws {
        let items = bench.shop.items.values
        #expect(items.compactMap { $0["name"]?.text }.sorted() == ["bag", "lid", "mug"])
        let mug = items.first { $0["name"] == "mug" }
        let lid = items.first { $0["name"] == "lid" }
        #expect(lid?["parent"] == mug?["id"])
        #expect(try await bench.plan(wanted).isEmpty)
        #expect(try await bench.ledger.openCalls(bench.scope).isEmpty)
        #expect(try await bench.ledger.resources(bench.scope).count == 3)
    }
}
