import Diagnostics
import Documents
import Ledger
import Platforms
import Synchronization
import TestSupport
import Testing

@testable import Reconciling

@Suite struct `Applying a plan` {
    private let mug: Value = ["name": "mug", "price": 3]

    @Test func `a create sends one write, reads back and records`() async throws {
        let bench = try Bench()
        let receipts = try await bench.apply([Bench.row(1, "mug", mug)])
        #expect(receipts.map(\.outcome) == [.done])
        #expect(receipts[0].writes == 1)
        #expect(bench.shop.lines == ["POST /items", "GET /items/1"])
        let recorded = try await bench.ledger.resources(bench.scope)
        #expect(recorded[Bench.address("mug")]?.liveID == 1)
        #expect(recorded[Bench.address("mug")]?.value == mug)
        #expect(recorded[Bench.address("mug")]?.file == "mug.yaml")
        #expect(try await bench.ledger.openCalls(bench.scope).isEmpty)
    }

    @Test func `applying twice sends no write the second time`() async throws {
        let bench = try Bench()
        try await bench.apply(bench.plan([("mug", mug)]))
        #expect(try await bench.plan([("mug", mug)]).isEmpty)
    }

    @Test func `a reference is filled in with the id that its row captured`() async throws {
        let bench = try Bench()
        let lid: Value = ["name": "lid", "parent": .captured(Slot("shop/item/mug"))]
        let rows = [Bench.row(1, "mug", mug), Bench.row(2, "lid", lid, waitsFor: [1])]
        let receipts = try await bench.apply(rows)
        #expect(receipts.map(\.outcome) == [.done, .done])
        #expect(bench.shop.items[2]?["parent"] == 1)
        let recorded = try await bench.ledger.resources(bench.scope)
        #expect(recorded[Bench.address("lid")]?.value["parent"] == 1)
    }

    @Test func `a failed row skips only what waits for it`() async throws {
        let bench = try Bench()
        let rows = [
            Bench.row(1, "bad", ["name": ""]), Bench.row(2, "a", ["name": "a"], waitsFor: [1]),
            Bench.row(3, "b", ["name": "b"], waitsFor: [2]), Bench.row(4, "mug", mug),
        ]
        let receipts = try await bench.apply(rows, parallel: 1)
        #expect(
            receipts.map(\.outcome.word) == [
                "failed: `shop` refused to create the item: a name is needed (400)",
                "skipped because of 1", "skipped because of 1", "done",
            ])
        #expect(receipts[0].outcome == .failed(message: receipts[0].message, requestID: "req-1"))
        #expect(
            bench.events.all == [
                "start 1", "1 \(receipts[0].outcome.word)", "start 4", "4 done",
                "2 skipped because of 1", "3 skipped because of 1",
            ])
        #expect(try await bench.ledger.openCalls(bench.scope).isEmpty)
    }

    @Test func `rows run side by side, but no more than asked for`() async throws {
        let bench = try Bench(Shop(meeting: 3))
        let rows = (1...9).map { Bench.row($0, "i\($0)", ["name": .text("i\($0)")]) }
        let receipts = try await bench.apply(rows, parallel: 3)
        #expect(receipts.allSatisfy { $0.outcome == .done })
        #expect(bench.shop.state.withLock { $0.mostInFlight } == 3)
    }

    @Test func `receipts are in the order of the plan`() async throws {
        let bench = try Bench()
        let rows = (1...20).map { Bench.row($0, "i\($0)", ["name": .text("i\($0)")]) }
        #expect(try await bench.apply(rows, parallel: 8).map(\.row) == Array(1...20))
    }

    @Test func `stopping begins nothing new and says what was not started`() async throws {
        let bench = try Bench()
        let rows = (1...4).map { Bench.row($0, "i\($0)", ["name": .text("i\($0)")]) }
        let receipts = try await bench.apply(rows, parallel: 1, stopAfter: 2)
        #expect(receipts.map(\.outcome) == [.done, .done, .notStarted, .notStarted])
        #expect(bench.shop.items.count == 2)
    }

    @Test func `every field that the author did not write survives an update`() async throws {
        let bench = try Bench()
        try await bench.apply([Bench.row(1, "mug", mug)])
        bench.shop.edit(1, "colour", "blue")
        bench.shop.edit(1, "parts", [["slug": "cap", "size": 1, "serial": "x9"]])
        let wanted: Value = ["name": "mug", "price": 4, "parts": [["slug": "cap", "size": 2]]]
        let receipts = try await bench.apply(bench.plan([("mug", wanted)]))
        #expect(receipts.map(\.outcome) == [.done])
        #expect(bench.shop.items[1]?["colour"] == "blue")
        #expect(bench.shop.items[1]?["price"] == 4)
        #expect(
            bench.shop.items[1]?["parts"] == [["slug": "cap", "size": 2, "serial": "x9"]])
    }

    @Test func `a secret is sent, and is in no ledger and no journal`() async throws {
        let bench = try Bench()
        let wanted: Value = ["name": "mug", "token": .secret("TOKEN")]
        bench.shop.fail(1, .cut(afterEffect: false, dies: true))
        try await bench.apply([Bench.row(1, "mug", wanted)])
        let sent = bench.shop.log[0].body.map { String(decoding: $0, as: UTF8.self) }
        #expect(sent == #"{"name":"mug","token":"s3cret"}"#)
        let entry = try #require(try await bench.ledger.openCalls(bench.scope).first)
        #expect(entry.request["line"] == "POST /items")
        #expect(entry.request["body"] == nil)
        #expect(!entry.planned.canonicalJSON.contains("s3cret"))
    }

    @Test func `a missing secret fails its row before anything is sent`() async throws {
        let bench = try Bench()
        let wanted: Value = ["name": "mug", "token": .secret("OTHER")]
        let receipts = try await bench.apply([Bench.row(1, "mug", wanted)])
        #expect(receipts[0].message.hasPrefix("couldn't read the secret `OTHER`"))
        #expect(bench.shop.log.isEmpty)
    }

    @Test func `a secret is recorded by its name`() async throws {
        let bench = try Bench()
        let wanted: Value = ["name": "mug", "token": .secret("TOKEN")]
        let receipts = try await bench.apply([Bench.row(1, "mug", wanted)])
        #expect(receipts[0].keptOtherwise.isEmpty)
        let recorded = try await bench.ledger.resources(bench.scope)
        #expect(recorded[Bench.address("mug")]?.value == wanted)
    }

    @Test func `a delete forgets, also when the object was gone already`() async throws {
        let bench = try Bench()
        for isGone in [false, true] {
            try await bench.apply([Bench.row(1, "mug", mug)])
            let id = try await bench.ledger.resources(bench.scope)[Bench.address("mug")]?.liveID
            if isGone { bench.shop.state.withLock { $0.items = [:] } }
            let call = Call(
                "delete the item", Request(.delete, ["items", id ?? 0]), accepts: [404])
            var row = Bench.row(1, "mug", mug)
            row.action = .delete
            row.calls = [call]
            row.record = nil
            #expect(try await bench.apply([row]).map(\.outcome) == [.done])
            #expect(try await bench.ledger.resources(bench.scope).isEmpty)
        }
        #expect(bench.shop.items.isEmpty)
    }

    @Test func `adopting and moving only touch the ledger`() async throws {
        let bench = try Bench()
        var adopt = Bench.row(1, "mug", mug)
        adopt.action = .adopt
        adopt.calls = []
        adopt.liveID = 5
        var move = Bench.row(2, "cup", mug, waitsFor: [1])
        move.action = .move
        move.calls = []
        move.was = Bench.address("mug")
        #expect(try await bench.apply([adopt, move]).map(\.outcome) == [.done, .done])
        let recorded = try await bench.ledger.resources(bench.scope)
        #expect(recorded.keys.map(\.id) == ["cup"])
        #expect(recorded[Bench.address("cup")]?.liveID == 5)
        #expect(recorded[Bench.address("cup")]?.file == "cup.yaml")
        #expect(bench.shop.log.isEmpty)
    }

    @Test func `an expectation that does not hold stops the row before its next call`() async throws
    {
        let bench = try Bench()
        var row = Bench.row(1, "mug", mug)
        row.calls[0].expects = [
            Expectation(
                .equal(.at("state", .whole), "draft"),
                code: AnyDiagnosticCode(recorded: "shop/no-draft"),
                message: "the new item is no draft")
        ]
        row.calls.append(
            Call("start the item", Request(.put, ["items", .captured(Slot("shop/item/mug"))])))
        let receipts = try await bench.apply([row])
        #expect(receipts[0].message == "the new item is no draft")
        #expect(bench.shop.lines == ["POST /items"])
        let recorded = try await bench.ledger.resources(bench.scope)
        #expect(recorded[Bench.address("mug")]?.liveID == 1)
    }

    @Test func `a patient read asks again until what it waits for holds`() async throws {
        let bench = try Bench()
        try await bench.apply([Bench.row(1, "mug", mug)])
        var row = Bench.row(1, "mug", mug)
        row.calls = [
            Call(
                "wait for the item", Request(.get, ["items", 1]),
                expects: [
                    Expectation(
                        .equal(.at("state", .whole), "ready"),
                        code: AnyDiagnosticCode(recorded: "shop/late"),
                        message: "the item is not ready")
                ], patience: 3)
        ]
        #expect(try await bench.apply([row])[0].message == "the item is not ready")
        #expect(bench.clock.slept == [.seconds(1), .seconds(1), .seconds(1)])
    }

    @Test func `what the platform kept otherwise is said and recorded as returned`() async throws {
        let bench = try Bench()
        bench.shop.fail(
            2, .status(200, body: ["id": 1, "name": "mug", "price": 2.5]))
        let receipts = try await bench.apply([Bench.row(1, "mug", mug)])
        #expect(
            receipts[0].keptOtherwise == [
                KeptField(path: FieldPath(["price"]), written: 3, returned: 2.5)
            ])
        let recorded = try await bench.ledger.resources(bench.scope)
        #expect(recorded[Bench.address("mug")]?.written?["price"] == 3)
        #expect(recorded[Bench.address("mug")]?.returned["price"] == 2.5)
    }
}

extension `Applying a plan` {
    /// A create of a mug of which the shop keeps another price, and a start that waits for it.
    private func rows(acceptsKept: Bool = false, accepted: [KeptField] = []) -> [PlanRow] {
        var create = Bench.row(1, "mug", mug)
        create.acceptsKept = acceptsKept
        create.record?.keptOtherwise = accepted
        var start = Bench.row(2, "lid", ["name": "lid"], waitsFor: [1])
        start.action = .start
        return [create, start]
    }

    private func outcomes(_ rows: [PlanRow]) async throws -> [String] {
        let bench = try Bench()
        bench.shop.fail(2, .status(200, body: ["id": 1, "name": "mug", "price": 2.5]))
        return try await bench.apply(rows).map(\.outcome.word)
    }

    @Test func `nothing goes before people that waits for what was kept otherwise`() async throws {
        let blocked = try await outcomes(rows())
        #expect(blocked == ["done", "blocked"])
        let accepting = try await outcomes(rows(acceptsKept: true))
        #expect(accepting == ["done", "done"])
        let kept = KeptField(
            path: FieldPath(["price"]), written: 3, returned: 2.5, isAccepted: true)
        let accepted = try await outcomes(rows(accepted: [kept]))
        #expect(accepted == ["done", "done"])
        var other = kept
        other.returned = 2
        let changed = try await outcomes(rows(accepted: [other]))
        #expect(changed == ["done", "blocked"])
    }

    @Test func `what waits for a blocked row is skipped because of it`() async throws {
        var last = Bench.row(3, "pot", ["name": "pot"], waitsFor: [2])
        last.action = .start
        let outcomes = try await outcomes(rows() + [last])
        #expect(outcomes == ["done", "blocked", "skipped because of 2"])
    }
}

extension Receipt {
    /// The message of a failed row.
    var message: String { if case .failed(let message, _) = outcome { message } else { "" } }
}
