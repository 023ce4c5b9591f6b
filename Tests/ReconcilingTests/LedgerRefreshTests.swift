import Documents
import Ledger
import Platforms
import Testing

@testable import Reconciling

@Suite struct `Taking note of what is as wanted already` {
    private let mug = Bench.address("mug")

    private func refresh(
        _ recorded: RecordedResource, to value: Value, held: RecordedResource? = nil
    ) -> Refresh {
        var record = recorded
        record.written = value
        record.returned = value
        record.file = "moved.yaml"
        record.onRemove = .forget
        return Refresh(held: held ?? recorded, record: record)
    }

    private func recordedMug(_ bench: Bench) async throws -> RecordedResource {
        try #require(try await bench.ledger.resources(bench.scope)[mug])
    }

    @Test func `writes the ledger and sends nothing`() async throws {
        let bench = try Bench()
        try await bench.apply(bench.plan([("mug", ["name": "mug"])]))
        bench.shop.revive()
        let refresh = refresh(try await recordedMug(bench), to: ["name": "cup"])
        let count = try await LedgerRefresh(bench.ledger, bench.scope).apply([refresh])
        #expect(count == 1)
        let recorded = try await recordedMug(bench)
        #expect(recorded.value == ["name": "cup"])
        #expect(recorded.file == "moved.yaml")
        #expect(recorded.onRemove == .forget)
        #expect(recorded.liveID == 1)
        #expect(bench.shop.log.isEmpty)
    }

    @Test func `leaves alone what changed since the plan was made`() async throws {
        let bench = try Bench()
        try await bench.apply(bench.plan([("mug", ["name": "mug"])]))
        let recorded = try await recordedMug(bench)
        var old = recorded
        old.written = ["name": "older"]
        var moved = refresh(recorded, to: ["name": "cup"])
        moved.held.liveID = 9
        var gone = refresh(recorded, to: ["name": "cup"])
        gone.held.address = Bench.address("gone")
        gone.record.address = Bench.address("gone")
        let stale = [refresh(recorded, to: ["name": "cup"], held: old), moved, gone]
        #expect(try await LedgerRefresh(bench.ledger, bench.scope).apply(stale) == 0)
        #expect(try await recordedMug(bench) == recorded)
        #expect(try await bench.ledger.resources(bench.scope).count == 1)
    }

    @Test func `happens before the rows of a plan`() async throws {
        let bench = try Bench()
        try await bench.apply(bench.plan([("mug", ["name": "mug"])]))
        let refresh = refresh(try await recordedMug(bench), to: ["name": "cup"])
        let plan = Plan(
            project: "p", environment: "e", rows: [Bench.row(1, "bad", ["name": ""])],
            refreshed: [refresh])
        let run = try await bench.ledger.beginRun(
            bench.scope, command: "apply", planDigest: "", at: "t")
        let receipts = await bench.applier().apply(plan, run: run)
        #expect(receipts.count == 1)
        #expect(try await recordedMug(bench).value == ["name": "cup"])
    }
}
