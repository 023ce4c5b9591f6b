import Diagnostics
import Documents
import Ledger
import Platforms
import Testing

@testable import Reconciling

/// A ledger that fails at any of its writes: what cannot be recorded is not sent.
@Suite struct `An apply whose ledger fails` {
    private let wanted: [(id: String, value: Value)] = [
        ("mug", ["name": "mug"]), ("lid", ["name": "lid"]), ("bag", ["name": "bag"]),
    ]

    private func failed(_ bench: Bench, room: Int, parallel: Int = 1) async throws -> [Receipt] {
        let rows = try await bench.plan(wanted)
        bench.shop.revive()
        let full = Bench(bench, ledger: FullLedger(bench.ledger, room: room))
        return try await full.apply(rows, parallel: parallel)
    }

    @Test(arguments: 0...8)
    func `says so in the row, and starts nothing new`(_ room: Int) async throws {
        let bench = try Bench()
        let receipts = try await failed(bench, room: room)
        let row = room / 3
        let words = receipts.map(\.outcome.word)
        #expect(words.prefix(row).allSatisfy { $0 == "done" })
        #expect(
            words[row] == "failed: the ledger cannot be written: database or disk is full")
        #expect(words.dropFirst(row + 1).allSatisfy { $0 == "not started" })
        // A write is sent once it is begun, and a row has three: begun, ended, read back.
        #expect(bench.shop.writes.count == row + (room % 3 == 0 ? 0 : 1))
        #expect(receipts.map(\.writes).reduce(0, +) == bench.shop.writes.count)
    }

    @Test(arguments: 0...8)
    func `is made up for by the next, and nothing twice`(_ room: Int) async throws {
        let bench = try Bench()
        _ = try await failed(bench, room: room)
        bench.shop.revive()
        _ = try await bench.recover()
        let rest = try await bench.apply(bench.plan(wanted), parallel: 1)
        #expect(rest.allSatisfy { $0.outcome == .done })
        #expect(bench.shop.items.count == 3)
        #expect(try await bench.plan(wanted).isEmpty)
    }

    @Test func `begins no row beside those that run`() async throws {
        let bench = try Bench()
        let receipts = try await failed(bench, room: 0, parallel: 2)
        #expect(bench.shop.writes.isEmpty)
        #expect(receipts.last?.outcome == .notStarted)
    }

    @Test func `names what it sent and did not record`() async throws {
        let bench = try Bench()
        let full = Bench(bench, ledger: FullLedger(bench.ledger, room: 1))
        try await full.apply([Bench.row(1, "mug", ["name": "mug"])])
        let note = try #require(full.events.failures.first?.diagnostic().notes.first)
        #expect(
            note == "sent and not recorded: `create` of `shop/item/mug`, which was carried out"
                + " (id `1`)")
    }

    @Test func `fails before its first call with the first row alone`() async throws {
        let bench = try Bench()
        let record = RecordedResource(
            address: Bench.address("old"), kind: ItemKind.kind, liveID: 1, value: [:],
            file: "old.yaml")
        var plan = Plan(
            project: "p", environment: "e",
            rows: [Bench.row(1, "mug", ["name": "mug"]), Bench.row(2, "lid", ["name": "lid"])])
        plan.refreshed = [Refresh(held: record, record: record)]
        try await bench.ledger.record(record, bench.scope)
        let full = Bench(bench, ledger: FullLedger(bench.ledger, room: 0))
        let receipts = await full.applier().apply(plan, run: 1)
        #expect(
            receipts.map(\.outcome.word) == [
                "failed: the ledger cannot be written: database or disk is full", "not started",
            ])
        #expect(full.events.all.count == 2)
        #expect(bench.shop.writes.isEmpty)
    }
}
