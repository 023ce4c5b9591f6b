import Documents
import Ledger
import Platforms
import TestSupport
import Testing

@testable import Reconciling

@Suite struct `A call that another one stands in for` {
    private let mug: Value = ["name": "mug", "price": 3]
    private let object = Slot("shop/item/mug", "object")

    /// Creates a mug by a first body, and by the right one where the first was not taken.
    private func row(first: Value, shows: Condition) -> PlanRow {
        var row = Bench.row(1, "mug", mug)
        let create = row.calls[0]
        var tried = create
        tried.request.body = .value(first)
        tried.yieldsTo = [400]
        tried.captures.append(Capture(object, from: .whole))
        var second = create
        second.summary = "create the item otherwise"
        second.unless = Unless(
            object, shows: shows, words: "the item shows its price", otherwise: "the price is lost")
        row.calls = [tried, second]
        return row
    }

    @Test func `is sent where the first is refused, which is told and fails nothing`() async throws
    {
        let bench = try Bench()
        let row = row(first: ["name": ""], shows: .exists(.member("price")))
        let receipt = try #require(try await bench.apply([row]).first)
        #expect(receipt.outcome == .done)
        #expect(receipt.writes == 2)
        #expect(
            receipt.remarks == [
                "`shop` refused to create the item: a name is needed (400); it is sent in another form"
            ])
        #expect(bench.shop.items.count == 1)
        #expect(try await bench.ledger.openCalls(bench.scope).isEmpty)
    }

    @Test func `is not sent where the first shows what it must`() async throws {
        let bench = try Bench()
        let row = row(first: mug, shows: .exists(.member("price")))
        let receipt = try #require(try await bench.apply([row]).first)
        #expect(receipt.outcome == .done)
        #expect(receipt.writes == 1)
        #expect(receipt.remarks == [])
        #expect(bench.shop.lines == ["POST /items", "GET /items/1"])
    }

    @Test func `is sent where the first shows something else, which is told`() async throws {
        let bench = try Bench()
        let row = row(first: ["name": "mug"], shows: .exists(.member("price")))
        let receipt = try #require(try await bench.apply([row]).first)
        #expect(receipt.outcome == .done)
        #expect(receipt.remarks == ["the price is lost"])
        #expect(bench.shop.lines.prefix(2) == ["POST /items", "POST /items"])
    }

    @Test func `a refusal of another status fails the row`() async throws {
        let bench = try Bench()
        var row = row(first: ["name": ""], shows: .exists(.member("price")))
        row.calls[0].yieldsTo = [404]
        let receipt = try #require(try await bench.apply([row]).first)
        #expect(receipt.outcome.word.hasPrefix("failed"))
        #expect(bench.shop.items.isEmpty)
    }
}
