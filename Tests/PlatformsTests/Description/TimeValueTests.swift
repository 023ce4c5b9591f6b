import Documents
import Platforms
import Testing

@Suite struct TimeValueTests {
    @Test(
        arguments: [
            ("24h", 86_400_000_000_000), ("1h30m", 5_400_000_000_000), ("3d", 259_200_000_000_000),
            ("2w", 1_209_600_000_000_000), ("72h0m0s", 259_200_000_000_000),
            ("1.5h", 5_400_000_000_000), ("500ms", 500_000_000), ("0", 0), ("0s", 0), ("1ns", 1),
            ("365d", 31_536_000_000_000_000),
        ] as [(String, Int64)])
    func `A duration is read exactly`(_ text: String, _ count: Int64) {
        #expect(Nanoseconds(text)?.rawValue == count)
    }

    @Test(arguments: ["", "h", "12", "1x", "-1h", "1.h.", "1h 30m", "300000000w", "0.3ns", "٣h"])
    func `What is no duration is refused`(_ text: String) {
        #expect(Nanoseconds(text) == nil)
    }

    @Test(arguments: [
        "0s", "30m", "24h", "72h", "4d", "30d", "2w", "1h30m", "1s500ms", "365d", "1us1ns",
    ])
    func `A duration is written as people write it`(_ text: String) {
        #expect(Nanoseconds(text)?.description == text)
    }

    @Test(arguments: [
        ("2026-12-31T18:00:00Z", "2026-12-31T18:00:00Z"),
        ("2026-12-31T23:30:00-01:00", "2027-01-01T00:30:00Z"),
        ("2024-02-29t00:00:00.500z", "2024-02-29T00:00:00.5Z"),
        ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
        ("2000-03-01T00:00:00+05:30", "2000-02-29T18:30:00Z"),
    ])
    func `A time is turned into UTC`(_ text: String, _ canonical: String) {
        #expect(Timestamp(text)?.description == canonical)
    }

    @Test(arguments: [
        "2026-12-31", "2026-13-01T00:00:00Z", "2025-02-29T00:00:00Z", "2026-01-01T24:00:00Z",
        "2026-01-01T00:00:00", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00Zx", "tomorrow",
    ])
    func `What is no time is refused`(_ text: String) {
        #expect(Timestamp(text) == nil)
    }
}
