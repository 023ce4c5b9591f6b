import Documents
import Testing

@testable import Platforms
@testable import Tenex

@Suite struct `Durations of 10ex` {
    private static let second: Int64 = 1_000_000_000

    @Test(arguments: [
        ("3d", 259_200), ("72h", 259_200), ("2w", 1_209_600), ("30m", 1800), ("45s", 45),
        ("P3D", 259_200), ("PT72H", 259_200), ("P1W", 604_800), ("P1DT12H", 129_600),
        ("PT1H30M", 5400), ("PT0S", 0), ("P2W3DT4H5M6S", 1_483_506), ("0", 0), ("1h30m", 5400),
    ])
    func `all forms are read as time`(text: String, seconds: Int64) {
        #expect(TenexDuration.parse(text) == seconds * Self.second)
    }

    @Test(arguments: [
        "", "P", "PT", "P3DT", "3 days", "P3", "PD", "PT3D", "P3H", "PT5M1H", "P1D1W", "P1D2D",
        "p3d", "P-3D", "-P3D", "PT1.H", "P99999999W", "P1M", "P1Y", "P1Y2M3D", "72",
    ])
    func `what is no length of time is not read`(text: String) {
        #expect(TenexDuration.parse(text) == nil)
    }

    @Test(arguments: [
        (259_200_000_000_000, "PT72H"), (1_800_000_000_000, "PT30M"), (0, "PT0S"),
        (5_400_000_000_000, "PT1H30M"), (90_500_000_000, "PT1M30.5S"), (1, "PT0.000000001S"),
        (-1_000_000_000, "-PT1S"),
    ])
    func `the platform gets hours and less`(nanoseconds: Int64, text: String) {
        #expect(TenexDuration.text(nanoseconds) == text)
    }

    @Test(arguments: ["3d", "P1W", "PT1M30.5S", "1h30m"])
    func `what is written comes back as the same time`(text: String) throws {
        let time = try #require(TenexDuration.parse(text))
        #expect(TenexDuration.parse(TenexDuration.text(time)) == time)
    }

    @Test func `answers may hold any form`() {
        #expect(TenexDuration(lenient: "P3D") == TenexDuration(lenient: 259_200_000_000_000))
        #expect(TenexDuration(lenient: "soon") == nil)
        #expect(TenexDuration(lenient: [:]) == nil)
        #expect(TenexDuration(5).canonical == 5)
    }
}
