import Documents
import Platforms

/// How long to wait before a request is sent again to a server that does not say so.
enum Backoff {
    /// The shortest pause, also where a server asks for none.
    static let shortest = Duration.milliseconds(500)
    /// The longest pause.
    static let longest = Duration.seconds(30)

    /// Twice as long each time; `jitter` from 0 to 1 makes it up to half as long again.
    static func pause(_ attempt: Int, jitter: Double) -> Duration {
        let base = min(shortest * (1 << min(max(attempt, 0), 10)), longest)
        return min(base * (1 + min(max(jitter, 0), 1) / 2), longest)
    }
}

extension Answer {
    /// How long its `Retry-After` asks to wait, in seconds or until a date; nil where it says
    /// nothing that can be read. `now` is in seconds since 1970.
    func retryAfter(now: Int64) -> Duration? {
        guard let text = headers["retry-after"] else { return nil }
        if let seconds = Int64(text) {
            return .seconds(min(max(seconds, 0), 31_536_000))
        }
        guard let then = HTTPDate.seconds(text) else { return nil }
        // The server's own clock says how far away its date is.
        let now = headers["date"].flatMap(HTTPDate.seconds) ?? now
        return .seconds(min(max(then - now, 0), 31_536_000))
    }
}

/// Reads the dates of HTTP headers: `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The seconds since 1970; nil where the text is no such date.
    static func seconds(_ text: String) -> Int64? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let day = Int64(parts[1]),
            let month = months.firstIndex(of: String(parts[2])), let year = Int64(parts[3]),
            (1...31).contains(day), (1...9999).contains(year)
        else { return nil }
        let clock = parts[4].split(separator: ":").compactMap { Int64($0) }
        guard clock.count == 3, (0...23).contains(clock[0]), (0...59).contains(clock[1]),
            (0...60).contains(clock[2])
        else { return nil }
        return days(year, Int64(month) + 1, day) * 86_400 + clock[0] * 3600 + clock[1] * 60
            + clock[2]
    }

    /// Days from 1970-01-01 in the Gregorian calendar; a year begins in March here.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let year = month <= 2 ? year - 1 : year
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
