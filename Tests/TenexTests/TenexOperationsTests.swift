import Documents
import Platforms
import Tenex
import Testing

@Suite struct `what is asked of 10ex` {
    private static func operations(_ options: Object = [:]) -> TenexOperations {
        TenexOperations(
            Account(
                name: "tenex", platform: "tenex", url: "https://api.10ex.ai",
                tokenName: "TENEX_API_KEY", options: options))
    }
    private static let address = Address("tenex/run/new")

    @Test func `goes where the table says`() {
        let operations = Self.operations()
        let asks = [
            operations.workflow("w1"), operations.version(2, of: "w1"),
            operations.steps(of: "r1"), operations.template("lead-scoring"),
        ]
        let paths = asks.map { ask in
            (ask.request?.path ?? []).compactMap(\.text).dropFirst(3).joined(separator: "/")
        }
        #expect(
            paths == [
                "workflows/w1", "workflows/w1/versions/2", "runs/r1/steps",
                "templates/lead-scoring",
            ])
    }

    @Test func `filters runs by what was given, and by nothing else`() throws {
        var filter = TenexOperations.RunFilter()
        filter.status = TenexRunStatus("canceled")
        filter.after = Timestamp("2026-05-01T02:00:00+02:00")
        let query = Self.operations().runs(filter).request?.query
        #expect(query?["status"] == "cancelled")
        #expect(query?["created_after"] == "2026-05-01T00:00:00Z")
        #expect(query?["workflow_id"] == nil)
        #expect(filter.admits(["status": "canceled", "created_at": "2026-05-02T00:00:00Z"]))
        #expect(!filter.admits(["status": "cancelled", "created_at": "2026-04-02T00:00:00Z"]))
    }

    @Test func `speaks the names of the account, and is understood in the standard ones`() {
        let operations = Self.operations([
            "fields": [
                "Run": ["status": "state"], "RunStart": ["payload": "input"],
                "Query": ["workflow_id": "flow"],
            ],
            "paths": ["pause_run": .null], "methods": ["trigger_run": "PUT"],
        ])
        let call = operations.start(
            "w1", payload: ["lead_id": "x"], named: "it", at: Self.address, made: Slot("run"))
        #expect(call?.request.method == .put)
        #expect(call?.request.body == .value(["input": ["lead_id": "x"]]))
        #expect(operations.run("r1").canonical(["state": "paused"]) == ["status": "paused"])
        #expect(operations.triggers(of: "w1").request?.query["flow"] == "w1")
        #expect(operations.steer("r1", .pause, at: Self.address) == nil)
    }

    @Test func `is not repeated blindly`() throws {
        let operations = Self.operations()
        let start = operations.start(
            "w1", payload: [:], named: "it", at: Self.address, made: Slot("run"))
        guard case .never = start?.again else {
            Issue.record("a run is never started twice")
            return
        }
        let pause = operations.steer("r1", .pause, at: Self.address)
        guard case .probe(let probe) = pause?.again else {
            Issue.record("a pause is looked for")
            return
        }
        #expect(probe.matches == .oneOf(.at("status", .whole), ["paused"]))
        let made = operations.create(
            fromTemplate: "lead-scoring", inputs: [:], name: nil, at: Self.address)
        guard case .never = made?.again else {
            Issue.record("a workflow without a name is never made twice")
            return
        }
    }
}
