import Documents
import Ledger
import Platforms
import Synchronization
import Testing

@testable import Reconciling

/// What is found out about calls that a run began and did not end.
@Suite struct `A recovery` {
    private let mug: Value = ["name": "mug", "price": 3]

    /// Creates the mug, cut off after its effect.
    private func interrupted(_ value: Value) async throws -> Bench {
        let bench = try Bench()
        bench.shop.fail(1, .cut(afterEffect: true, dies: true))
        try await bench.apply([Bench.row(1, "mug", value)])
        bench.shop.revive()
        return bench
    }

    @Test func `looks in memory, and closes nothing until it is told to`() async throws {
        let bench = try await interrupted(mug)
        let open = try await bench.ledger.openCalls(bench.scope)
        let recovery = try await bench.look()
        #expect(recovery.recorded[Bench.address("mug")]?.liveID == 1)
        #expect(try await bench.ledger.openCalls(bench.scope) == open)
        #expect(try await bench.ledger.resources(bench.scope).isEmpty)
        #expect(bench.shop.writes.isEmpty)
    }

    @Test func `never replaces an id that a later run recorded, and tells both until one is gone`()
        async throws
    {
        let bench = try await interrupted(mug)
        let later = RecordedResource(
            address: Bench.address("mug"), kind: ItemKind.kind, liveID: 2, value: mug)
        bench.shop.state.withLock { $0.items[2] = ["id": 2, "name": "mug", "price": 3] }
        try await bench.ledger.record(later, bench.scope)
        for _ in 0..<2 {
            let recovery = try await bench.look()
            try await recovery.close(in: bench.ledger, bench.scope, at: "t")
            let double = LikelyDouble(address: later.address, liveID: 2, otherID: 1)
            #expect(recovery.calls.map(\.double) == [double])
            #expect(try await bench.ledger.resources(bench.scope)[later.address] == later)
        }
        bench.shop.state.withLock { $0.items[1] = nil }
        #expect(
            try await bench.recover() == [
                "`create the item` of `shop/item/mug` was interrupted; a later run created it"
            ])
        #expect(try await bench.recover().isEmpty)
    }

    @Test func `takes the object of a recreation over, whose old id the ledger held`() async throws
    {
        let bench = try Bench()
        try await bench.apply([Bench.row(1, "mug", mug)])
        bench.shop.state.withLock { $0.items = [:] }
        var row = Bench.row(1, "mug", mug)
        row.record?.liveID = 1
        bench.shop.revive()
        bench.shop.fail(1, .cut(afterEffect: true, dies: true))
        try await bench.apply([row])
        bench.shop.revive()
        try await bench.recover()
        let recorded = try await bench.ledger.resources(bench.scope)
        #expect(recorded[Bench.address("mug")]?.liveID == 2)
    }

    @Test(arguments: [false, true])
    func `of a call that may be repeated goes by what is live, and never says it was done`(
        afterEffect: Bool
    ) async throws {
        let bench = try Bench()
        try await bench.apply([Bench.row(1, "mug", mug)])
        let before = try await bench.ledger.resources(bench.scope)
        let rows = try await bench.plan([("mug", ["name": "mug", "price": 9])])
        bench.shop.revive()
        bench.shop.fail(2, .cut(afterEffect: afterEffect, dies: true))
        try await bench.apply(rows)
        bench.shop.revive()
        let notes = try await bench.recover()
        #expect(notes.count == 1)
        #expect(notes.first?.hasSuffix("it is done again where it is still needed") == true)
        let after = try await bench.ledger.resources(bench.scope)
        #expect(after[Bench.address("mug")]?.value["price"] == (afterEffect ? 9 : 3))
        if !afterEffect { #expect(after == before) }
    }

    @Test func `of a call that may be repeated blames nobody where something else is live`()
        async throws
    {
        let bench = try Bench()
        try await bench.apply([Bench.row(1, "mug", mug)])
        let rows = try await bench.plan([("mug", ["name": "mug", "price": 9])])
        bench.shop.revive()
        bench.shop.fail(2, .cut(afterEffect: true, dies: true))
        try await bench.apply(rows)
        bench.shop.revive()
        bench.shop.edit(1, "price", 10)
        try await bench.recover()
        let recorded = try await bench.ledger.resources(bench.scope)[Bench.address("mug")]
        #expect(recorded?.isProvisional == true)
        #expect(recorded?.liveID == 1)
    }

    @Test func `of one write of several leaves the rest to be done`() async throws {
        let bench = try Bench()
        var row = Bench.row(1, "mug", mug)
        row.calls.append(
            Call("count the items", Request(.get, ["items"]), captures: []))
        row.calls.append(
            Call("name the item", Request(.put, ["items", .captured(Slot("shop/item/mug"))])))
        bench.shop.fail(1, .cut(afterEffect: true, dies: true))
        try await bench.apply([row])
        bench.shop.revive()
        try await bench.recover()
        let recorded = try await bench.ledger.resources(bench.scope)[Bench.address("mug")]
        #expect(recorded?.liveID == 1)
        #expect(recorded?.isProvisional == true)
    }

    @Test func `leaves calls of an account that is not in the project open`() async throws {
        let bench = try await interrupted(mug)
        let recoverer = Recoverer(clients: [:], kinds: [:])
        let entries = try await bench.ledger.openCalls(bench.scope)
        let recovery = try await recoverer.look(at: entries, recorded: [:])
        try await recovery.close(in: bench.ledger, bench.scope, at: "t")
        #expect(recovery.calls.map(\.finding) == [.unreachable])
        #expect(try await bench.ledger.openCalls(bench.scope) == entries)
    }

    @Test(arguments: [false, true])
    func `takes no object of another identity for what a cut create made, nor does the run itself`(
        dies: Bool
    ) async throws {
        let bench = try Bench()
        let theirs: Object = ["id": 1, "name": "mug", "make": "theirs"]
        bench.shop.state.withLock { $0.items[1] = theirs }
        bench.shop.fail(1, .cut(afterEffect: false, dies: dies))
        let ours: Value = ["name": "mug", "make": "ours"]
        let receipts = try await bench.apply([Bench.row(1, "mug", ours)])
        bench.shop.revive()
        let told = dies ? try await bench.recover().joined() : receipts[0].message
        #expect(told.contains("an object has the same name and another `make`"), "\(told)")
        #expect(try await bench.ledger.resources(bench.scope).isEmpty)
        #expect(bench.shop.items == [1: theirs])
    }

    @Test func `says once what nobody can tell, and stands in the way of nothing`() async throws {
        let bench = try await interrupted(mug)
        bench.shop.state.withLock { $0.items[2] = ["id": 2, "name": "mug"] }
        let notes = try await bench.recover()
        #expect(notes.first?.contains("2 objects look like what it was to make") == true)
        #expect(try await bench.recover().isEmpty)
    }
}

@Suite struct `The size of a journal` {
    @Test(arguments: [100, 400])
    func `grows with what a row does, not with its square`(_ parts: Int) async throws {
        let bench = try Bench()
        var row = Bench.row(1, "mug", ["name": "mug", "parts": .list(Self.parts(parts))])
        row.record?.given = Object(
            (0..<parts).map { ("part \($0)", .captured(Slot("shop/item/mug", "part.\($0)"))) })
        row.calls += (0..<parts).map { number in
            Call(
                "make part \(number)",
                Request(.post, ["items"], body: .value(["name": .text("part \(number)")])),
                captures: [
                    Capture(Slot("shop/item/mug", "part.\(number)"), from: .at("id", .whole))
                ])
        }
        #expect(try await bench.apply([row]).map(\.outcome) == [.done])
        let bytes = try await bench.ledgerBytes()
        #expect(bytes < 100_000 + parts * 2_000, "\(bytes) bytes for \(parts) parts")
    }

    private static func parts(_ count: Int) -> [Value] {
        (0..<count).map { number in
            [
                "slug": .text("part \(number)"),
                "text": .text(String(repeating: "x", count: 200)),
            ]
        }
    }
}
