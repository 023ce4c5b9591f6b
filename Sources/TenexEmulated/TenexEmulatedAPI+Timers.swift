import Documents
import EmulatedKit

extension TenexEmulatedAPI {
    /// How often schedules fire at most while time passes once; what is missed beyond is skipped.
    private static let mostFirings = 1000

    /// Remembers that something is due; the name says what: `run/…` or `trigger/…`.
    static func setTimer(at time: Int64, _ name: String, _ store: inout EmulatedStore) {
        store["tenex/timer", "\(padded(time))/\(name)"] = true
        let next = store["tenex/meta", "next"]?.int ?? .max
        if time < next { store["tenex/meta", "next"] = .int(time) }
    }

    /// Lets everything happen that is due, in the order of its time and at its own time.
    static func pass(_ store: inout EmulatedStore, to now: EmulatedTime) {
        var firings = 0
        while let next = store["tenex/meta", "next"]?.int, next <= now.milliseconds {
            let timers = store.rows("tenex/timer").map(\.id)
            let time = timers.first.map(time(of:)) ?? .max
            let isDue = time <= now.milliseconds
            let due = isDue ? Array(timers.prefix { self.time(of: $0) == time }) : []
            let later = timers.dropFirst(due.count).first
            store["tenex/meta", "next"] = later.map { .int(self.time(of: $0)) }
            for timer in due {
                store["tenex/timer", timer] = nil
                firings += 1
                let moment = EmulatedTime(milliseconds: time)
                let late = firings > mostFirings ? now : moment
                ring(timer.dropFirst(16), &store, at: moment, catchingUp: late)
            }
        }
    }

    /// When something happens next by itself, a webhook that is due included.
    static func nextDue(_ store: EmulatedStore, after now: EmulatedTime) -> EmulatedTime? {
        let timer = store["tenex/meta", "next"]?.int
        let delivery = store["tenex/meta", "delivery"]?.int
        guard let next = [timer, delivery].compactMap(\.self).min() else { return nil }
        return EmulatedTime(milliseconds: max(next, now.milliseconds + 1))
    }

    private static func time(of id: String) -> Int64 { Int64(id.prefix(15)) ?? 0 }

    /// Does what a timer is for: a run walks on, or a schedule fires.
    private static func ring(
        _ name: Substring, _ store: inout EmulatedStore, at time: EmulatedTime,
        catchingUp late: EmulatedTime
    ) {
        let parts = name.split(separator: "/").map(String.init)
        guard parts.count == 3 else { return }
        if parts[0] == "run" {
            proceed(run: parts[2], parts[1], &store, now: time)
        } else {
            fireSchedule(of: parts[2], parts[1], &store, at: time, catchingUp: late)
        }
    }
}
