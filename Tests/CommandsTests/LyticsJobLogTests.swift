import Documents
import Lytics
import Platforms
import Testing

@testable import Commands

@Suite struct `the log of jobs` {
    private static func entry(_ time: String, _ level: String = "info", code: String = "") -> Value
    {
        [
            "job_id": "j", "level": .text(level), "message": "m", "timestamp": .text(time),
            "code": .text(code), "context": [:],
        ]
    }

    @Test func `is sorted by time, whatever the answer's order`() {
        var log = LyticsJobLog(level: nil)
        let late = Self.entry("2026-11-21T12:00:00Z")
        let early = Self.entry("2026-11-20T12:00:00Z")
        #expect(log.take(.list([late, early])).entries.map(\.raw) == [early, late])
    }

    @Test func `shows an entry once, however often it is answered`() {
        var log = LyticsJobLog(level: nil)
        let first = Self.entry("2026-11-20T12:00:00Z")
        let second = Self.entry("2026-11-20T13:00:00Z")
        _ = log.take(.list([first]))
        #expect(log.take(.list([first, second])).entries.map(\.raw) == [second])
        #expect(log.take(.list([first, second])).entries.isEmpty)
    }

    @Test func `keeps to a level, and explains only codes that it shows`() {
        var log = LyticsJobLog(level: "error")
        let shown = log.take(
            .list([
                Self.entry("2026-11-20T12:00:00Z", "warn", code: "UNAUTHORIZED-017"),
                Self.entry("2026-11-20T13:00:00Z", "error", code: "JOB-FAULT-022"),
            ]))
        #expect(shown.entries.count == 1)
        #expect(log.explanations.count == 1)
        #expect(log.explanations[0].hasPrefix("JOB-FAULT-022: "))
    }

    @Test(arguments: [
        ("2026-11-21T12:00:00Z", 0.0), ("2026-11-22T12:00:00Z", 86_400.0),
        ("2026-11-24T12:00:00.500Z", 259_200.5),
    ])
    func `is as old as its newest entry, of whatever level`(_ now: String, _ age: Double) {
        var log = LyticsJobLog(level: "error")
        _ = log.take(.list([Self.entry("2026-11-21T12:00:00Z")]))
        #expect(log.age(at: now) == age)
    }

    @Test func `without entries has no age`() {
        #expect(LyticsJobLog(level: nil).age(at: "2026-11-21T12:00:00Z") == nil)
    }

    @Test(
        arguments: [
            (3.0, "running", "3 days old, although it is running"), (1.5, "running", "1 day old"),
            (0.5, "running", nil), (9.0, "paused", nil),
        ] as [(Double, String, String?)])
    func `of a running job is stale after a day`(_ days: Double, _ status: String, _ words: String?)
    {
        let condition = LyticsJobCondition(status)
        let note = LyticsJobLog.staleness("job `x`", condition, age: days * 86_400)
        #expect(words.map { note?.contains($0) == true } ?? (note == nil))
    }
}
