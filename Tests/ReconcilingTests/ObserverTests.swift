import Diagnostics
import Documents
import Ledger
import Platforms
import Synchronization
import Testing

@testable import Reconciling

@Suite struct `Observing an account` {
    private func shop(_ count: Int64, meeting: Int = 1, pageSize: Int = .max) -> Shop {
        let shop = Shop(meeting: meeting, pageSize: pageSize)
        shop.state.withLock { state in
            for id in 1...count { state.items[id] = ["id": .int(id), "name": .text("i\(id)")] }
            state.nextID = count + 1
        }
        return shop
    }

    private func observe(_ bench: Bench) async throws -> Observation {
        var report = Report()
        return try await Observer().observe(
            bench.client, Scope(kinds: [ItemKind.kind]), into: &report)
    }

    @Test func `further reads are carried out and merged in the order of the reads`() async throws {
        let bench = try Bench(shop(12))
        let seen = try await observe(bench)
        #expect(seen.resources.map(\.liveID) == (1...12).map { .int($0) })
        #expect(bench.shop.log.count == 13)
    }

    @Test func `at most four reads run at once`() async throws {
        let bench = try Bench(shop(12, meeting: 1))
        _ = try await observe(bench)
        #expect(bench.shop.state.withLock { $0.mostInFlight } <= 4)
    }

    @Test func `a list that comes in pages is read to its end`() async throws {
        let bench = try Bench(shop(7, pageSize: 3))
        let seen = try await observe(bench)
        #expect(seen.resources.map(\.liveID) == (1...7).map { .int($0) })
        #expect(
            bench.shop.lines.prefix(3) == [
                "GET /items", "GET /items?after=3", "GET /items?after=6",
            ])
    }

    @Test func `a look for what was cut off goes through all pages`() async throws {
        let bench = try Bench(shop(5, pageSize: 2))
        bench.shop.fail(1, .cut(afterEffect: true, dies: false))
        let receipts = try await bench.apply([Bench.row(1, "mug", ["name": "mug"])])
        #expect(receipts.first?.outcome == .done)
        #expect(bench.shop.items.values.count { $0["name"] == "mug" } == 1)
    }

    @Test(arguments: [nil, .null, [:], "ok", ["message": "soon"], [["name": "mug"]]] as [Value?])
    func `a look that shows nothing of the kind makes nothing a second time`(
        body: Value?
    ) async throws {
        let bench = try Bench()
        bench.shop.fail(1, .cut(afterEffect: true, dies: false))
        bench.shop.fail(2, .status(200, body: body))
        let receipts = try await bench.apply([Bench.row(1, "mug", ["name": "mug"])])
        #expect(receipts.first?.outcome != .done)
        #expect(bench.shop.items.count == 1)
        #expect(bench.shop.writes.count == 1)
    }

    @Test func `a list that never ends is an error`() async throws {
        let bench = try Bench(shop(1))
        for number in 1...3 {
            bench.shop.fail(number, .status(200, headers: ["x-last": "1"], body: []))
        }
        let error = await #expect(throws: ReconcilingError.self) { try await observe(bench) }
        #expect(error?.diagnostic().code == "account/endless-list")
        #expect(bench.shop.log.count == 2)
    }

    @Test func `one read that fails is the error of the whole`() async throws {
        let bench = try Bench(shop(3))
        bench.shop.fail(3, .status(400, body: ["message": "no"]))
        await #expect(throws: ReconcilingError.self) { try await observe(bench) }
    }

    @Test func `the identity of a new environment is bound, and another is refused`() async throws {
        let bench = try Bench()
        let check = IdentityCheck(bench.ledger, bench.scope)
        let client = try await check.verify(bench.client)
        #expect(client.account.identity == "account-1")
        try await check.bind([client])
        #expect(try await bench.ledger.identities(bench.scope) == ["shop": "account-1"])

        let other = Shop(identity: "account-2")
        let stranger = AccountClient(ShopPlatform.account, on: ShopPlatform(), over: other)
        let error = await #expect(throws: ReconcilingError.self) {
            try await check.verify(stranger)
        }
        let problem = error?.diagnostic()
        #expect(problem?.code == "account/other-identity")
        #expect(problem?.help == "check the secret `SHOP_TOKEN`, or choose another `--env`")
        #expect(other.lines == ["GET /account"])
        #expect(try await bench.ledger.identities(bench.scope) == ["shop": "account-1"])
    }
}
