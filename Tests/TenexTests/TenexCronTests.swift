import EmulatedKit
import Platforms
import Tenex
import Testing

@testable import TenexEmulated

struct TenexCronTests {
    /// The next times of a schedule after 2026-03-20T09:46:40Z, or after another time.
    private func next(
        _ text: String, _ zone: String = "UTC", after start: Int64 = 1_774_000_000, count: Int = 1
    ) throws -> [String] {
        let cron = try TenexCron(text)
        let zone = try #require(NamedTimeZone(zone))
        var time = EmulatedTime(milliseconds: start * 1000)
        var times: [String] = []
        for _ in 0..<count {
            time = try #require(cron.next(after: time, in: zone))
            times.append(Self.text(time.milliseconds / 1000))
        }
        return times
    }

    private static func text(_ seconds: Int64) -> String {
        let days = seconds / 86_400 - 20_532
        let rest = seconds % 86_400
        let minute = rest / 60 % 60
        return "\(days)d \(rest / 3600):\(minute < 10 ? "0" : "")\(minute)"
    }

    // Day 0 is 2026-03-20, a Friday.
    @Test(arguments: [
        ("* * * * *", "0d 9:47"), ("*/15 * * * *", "0d 10:00"), ("0 6 * * *", "1d 6:00"),
        ("0 6 * * 1", "3d 6:00"), ("0 6 * * mon-fri", "3d 6:00"), ("0 6 * * 7", "2d 6:00"),
        ("30 12 1 * *", "12d 12:30"), ("0 0 1 jan *", "287d 0:00"), ("0 0 21 * 1", "1d 0:00"),
        ("5,50 9-10 * * *", "0d 9:50"), ("0 0 29 2 *", "711d 0:00"), ("10/20 * * * *", "0d 9:50"),
    ])
    func `the next time is the first that matches`(text: String, next: String) throws {
        #expect(try self.next(text) == [next])
    }

    @Test func `a day that never comes has no next time`() throws {
        let zone = try #require(NamedTimeZone("UTC"))
        let start = EmulatedTime(milliseconds: 0)
        #expect(try TenexCron("0 0 31 2 *").next(after: start, in: zone) == nil)
    }

    @Test(arguments: [
        "", "* * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8",
        "a * * * *", "5-1 * * * *", "*/0 * * * *", "1,,2 * * * *", "-1 * * * *", "@daily",
    ])
    func `a text that is no schedule says why`(text: String) {
        #expect(throws: TenexCron.Mistake.self) { try TenexCron(text) }
    }

    @Test func `times are those of the zone's clocks, through both of its changes`() throws {
        // Berlin goes forward on 2026-03-29 and back on 2026-10-25, 219 days after day 0.
        let spring: Int64 = 1_774_656_000  // 2026-03-28T00:00:00Z, day 8
        #expect(
            try next("30 2 * * *", "Europe/Berlin", after: spring, count: 3)
                == ["8d 1:30", "9d 1:30", "10d 0:30"])
        let autumn: Int64 = 1_792_800_000  // 2026-10-24T00:00:00Z, day 218
        #expect(
            try next("30 2 * * *", "Europe/Berlin", after: autumn, count: 3)
                == ["218d 0:30", "219d 0:30", "220d 1:30"])
        #expect(
            try next("0 * * * *", "Europe/Berlin", after: autumn + 86_400 - 3600, count: 4)
                == ["219d 0:00", "219d 1:00", "219d 2:00", "219d 3:00"])
        #expect(
            try next("0 9 * * *", "Asia/Kolkata", after: autumn) == ["218d 3:30"])
    }
}
