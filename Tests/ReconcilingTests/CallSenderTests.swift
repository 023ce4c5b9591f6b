import Documents
import Ledger
import Platforms
import Testing

@testable import Reconciling

/// The calls of operating commands, cut on the way.
@Suite struct `Calls of an operating command` {
    private func row(_ action: Action, _ calls: [Call], liveID: Value? = nil) -> PlanRow {
        PlanRow(
            number: 1, address: Bench.address("mug"), kind: ItemKind.kind, action: action,
            verb: action.rawValue, reason: "", calls: calls, liveID: liveID)
    }

    private func send(_ row: PlanRow, _ bench: Bench) async throws -> CallSender.Sent {
        let sender = CallSender(
            bench.client, ledger: bench.ledger, scope: bench.scope,
            vault: { _ in throw EvaluationError("there is none") }, now: { "t" })
        let run = try await bench.ledger.beginRun(
            bench.scope, command: "delete", planDigest: "", at: "t")
        return await sender.send(row, run: run)
    }

    private func calls(_ count: Int) -> [Call] {
        [Call("look around", Request(.get, ["items"]))]
            + (1...count).map { number in
                Call(
                    "write \(number)",
                    Request(.post, ["items"], body: .value(["name": .text("item \(number)")])))
            }
    }

    @Test(arguments: 1...3)
    func `tell what was carried out and what was not sent`(write: Int) async throws {
        let bench = try Bench()
        bench.shop.fail(write + 1, .status(403, body: ["message": "no"]))
        let sent = try await send(row(.update, calls(3), liveID: 1), bench)
        let words = (1...3).map { "write \($0)" }
        #expect(sent.carriedOut == Array(words.prefix(write - 1)))
        #expect(sent.unsent == Array(words.dropFirst(write)))
        #expect(!sent.isOpen && sent.failure != nil)
        #expect(sent.mayHaveEffect == (write > 1))
        #expect(try await bench.ledger.openCalls(bench.scope).isEmpty)
    }

    @Test func `tell that the one whose answer is lost may have been carried out`() async throws {
        let bench = try Bench()
        bench.shop.fail(2, .cut(afterEffect: true, dies: true))
        let sent = try await send(row(.update, calls(2), liveID: 1), bench)
        #expect(sent.carriedOut.isEmpty && sent.isOpen && sent.mayHaveEffect)
        #expect(sent.unsent == ["write 2"])
        #expect(try await bench.ledger.openCalls(bench.scope).count == 1)
    }

    @Test(arguments: [Action.delete, .update, .create])
    func `change nothing in the ledger when they are recovered`(action: Action) async throws {
        let bench = try Bench()
        try await bench.apply([Bench.row(1, "mug", ["name": "mug"])])
        bench.shop.revive()
        let held = try await bench.ledger.resources(bench.scope)
        let call =
            switch action {
            case .delete:
                Call(
                    "delete the item", Request(.delete, ["items", 1]),
                    again: .probe(
                        Probe(
                            read: Request(.get, ["account"]),
                            matches: .exists(.at("id", .whole)), captures: [])))
            case .create: ItemKind.create(Bench.address("mug"), ["name": "mug"])
            default: Call("write it", Request(.put, ["items", 1], body: .value(["name": "cup"])))
            }
        bench.shop.fail(1, .cut(afterEffect: true, dies: true))
        _ = try await send(row(action, [call], liveID: action == .create ? nil : 1), bench)
        bench.shop.revive()
        let recovery = try await bench.look()
        #expect(recovery.calls.count == 1)
        #expect(recovery.calls.allSatisfy { $0.double == nil })
        try await recovery.close(in: bench.ledger, bench.scope, at: "t")
        #expect(try await bench.ledger.resources(bench.scope) == held)
        #expect(try await bench.ledger.openCalls(bench.scope).isEmpty)
    }
}
