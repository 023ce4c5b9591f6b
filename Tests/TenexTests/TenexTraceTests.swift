import Documents
import Platforms
import Tenex
import Testing

@Suite struct `the trace of a run of 10ex` {
    private static func step(_ key: String, _ status: Value, _ more: Object = [:]) -> Value {
        var step: Object = ["step_key": .text(key), "type": "agent", "status": status]
        for member in more { step[member.key] = member.value }
        return .object(step)
    }

    @Test func `tells of a step only what is new`() {
        var trace = TenexTrace()
        let lines = [
            Self.step("enrich", "pending"), Self.step("enrich", "running"),
            Self.step("enrich", "running"),
            Self.step(
                "enrich", "success",
                ["started_at": "2026-05-01T00:00:00Z", "finished_at": "2026-05-01T01:01:05Z"]),
            Self.step("score", "completed", ["type": "branch", "branch_taken": "hot"]),
            Self.step(
                "add", "failed", ["attempt": 2, "error": ["code": "x", "detail": "no way"]]),
        ].compactMap { trace.take(step: $0)?.line }
        #expect(
            lines == [
                "enrich  agent  running", "enrich  agent  completed after 1 h 1 min",
                "score  branch  completed, took `hot`", "add  agent  failed, attempt 2: no way",
            ])
        #expect(trace.rows.map(\.key) == ["enrich", "score", "add"])
    }

    @Test func `counts whole seconds only`() {
        let row = TenexTrace.Row([
            "started_at": "2026-05-01T00:00:00.9Z", "finished_at": "2026-05-01T00:00:02.100Z",
        ])
        #expect(row.seconds == 1)
    }

    @Test func `keeps the attempts at a step apart`() {
        var trace = TenexTrace()
        _ = trace.take(step: Self.step("enrich", "failed", ["attempt": 1]))
        _ = trace.take(step: Self.step("enrich", "completed", ["attempt": 2]))
        #expect(trace.rows.map(\.status) == ["failed", "completed"])
    }

    @Test func `tells how the run stands when that changes`() {
        var trace = TenexTrace()
        let told = ["queued", "running", "running", "canceled"].compactMap {
            trace.take(run: ["status": .text($0)])
        }
        #expect(told == [.queued, .running, .cancelled])
        #expect(trace.status?.isTerminal == true)
    }

    @Test func `says where and why a run failed`() {
        let run: Value = ["error": ["step_key": "enrich", "detail": "it is not hired"]]
        #expect(TenexTrace.trouble(of: run) == "at `enrich`: it is not hired")
        #expect(TenexTrace.trouble(of: ["error": "no reason"]) == "no reason")
        #expect(TenexTrace.trouble(of: ["error": .null]) == nil)
    }
}
