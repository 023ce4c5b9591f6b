import EmulatedKit
import Platforms
import Tenex

extension TenexCron {
    /// The next moment after one at which the schedule fires in a time zone; nil if it never does.
    ///
    /// What falls into the hour that a zone skips in spring fires an hour later by its clocks. In
    /// the hour that it repeats in autumn a schedule fires once, one for every hour twice.
    func next(after time: EmulatedTime, in zone: NamedTimeZone) -> EmulatedTime? {
        let seconds = Self.floor(time.milliseconds, 1000)
        let today = Self.floor(seconds + zone.offset(at: seconds), 86_400)
        for day in today...(today + 366 * 8) where matches(day) {
            if let found = first(of: day, after: seconds, in: zone) {
                return EmulatedTime(milliseconds: found * 1000)
            }
        }
        return nil
    }

    /// The first moment of a local day behind another moment, in seconds since 1970.
    private func first(of day: Int64, after seconds: Int64, in zone: NamedTimeZone) -> Int64? {
        let midnight = day * 86_400
        let before = zone.offset(at: midnight - 86_400)
        let after = zone.offset(at: midnight + 2 * 86_400)
        var best: Int64?
        for hour in hours.sorted() {
            for minute in minutes.sorted() {
                let local = midnight + Int64(hour * 3600 + minute * 60)
                let moments = moments(of: local, zone, [before, after])
                for moment in moments where moment > seconds {
                    best = min(best ?? moment, moment)
                }
                if before == after, let best { return best }
            }
        }
        return best
    }

    /// The moments at which a zone's clocks show a local time: none, one or two of them.
    private func moments(of local: Int64, _ zone: NamedTimeZone, _ offsets: [Int64]) -> [Int64] {
        guard offsets[0] != offsets[1] else { return [local - offsets[0]] }
        let shown = offsets.map { local - $0 }.filter { $0 + zone.offset(at: $0) == local }
        guard let first = shown.min() else { return [local - offsets[0]] }
        return isHourly ? shown : [first]
    }

    private func matches(_ day: Int64) -> Bool {
        let date = Self.date(of: day)
        guard months.contains(date.month) else { return false }
        let isDay = days.contains(date.day)
        let isWeekday = weekdays.contains(Int((day % 7 + 11) % 7))
        return limitsDays && limitsWeekdays ? isDay || isWeekday : isDay && isWeekday
    }

    /// The month and the day of a day counted from 1970, by the usual era arithmetic.
    private static func date(of day: Int64) -> (month: Int, day: Int) {
        let shifted = day + 719_468
        let inEra = shifted - floor(shifted, 146_097) * 146_097
        let year = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
        let ofYear = inEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        return (Int(month < 10 ? month + 3 : month - 9), Int(ofYear - (153 * month + 2) / 5 + 1))
    }

    private static func floor(_ number: Int64, _ size: Int64) -> Int64 {
        number >= 0 ? number / size : (number - size + 1) / size
    }
}
