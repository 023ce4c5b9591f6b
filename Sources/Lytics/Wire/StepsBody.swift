import Documents
import Platforms

/// Writes a flow as steps with numbers, for `/v2/flow/ui` and `/v2/flow`.
struct StepsBody {
    /// How a length of time is written.
    enum Durations { case text, nanoseconds }

    private let numbers: Object
    private let durations: Durations
    /// What stands for the end: nothing, or null where a body goes over a read one.
    private let end: Value?

    init(_ numbers: Object, durations: Durations, end: Value? = nil) {
        self.numbers = numbers
        self.durations = durations
        self.end = end
    }

    /// The members of a canonical flow, without its state.
    func body(of flow: Object) -> Object {
        var body = flow
        body["state"] = nil
        body["reentry_delay"] = duration(flow["reentry_delay"])
        body["root_step_id"] = target(flow["root_step_id"])
        if let steps = flow["steps"]?.list {
            body["steps"] = .list(steps.map { .object(step($0.object ?? [:])) })
        }
        return body
    }

    private func step(_ step: Object) -> Object {
        var body = step
        body["id"] = numbers[step["slug"]?.text ?? ""]
        body["next"] = target(step["next"], end: end)
        if end != nil { body.clearWhatIsReplaced() }
        body["work_exit_step_ref"] = target(step["work_exit_step_ref"])
        body["delay"] = duration(step["delay"])
        for key in ["split_conditions", "split_affinities", "split_probabilities"] {
            guard let ways = step[key]?.list else { continue }
            body[key] = .list(ways.map { way($0, of: ways) })
        }
        return body
    }

    /// A way out; the one for everybody else comes last.
    private func way(_ way: Value, of ways: [Value]) -> Value {
        guard var body = way.object else { return way }
        body["next"] = target(body["next"])
        if body["conditions"] == "" {
            let last = ways.compactMap { $0["priority"]?.int }.max() ?? 0
            body["priority"] = .int(last + 1)
        }
        return .object(body)
    }

    /// The number of a step; for the end nothing, or what is given for it.
    private func target(_ value: Value?, end: Value? = nil) -> Value? {
        guard let slug = value?.text else { return value }
        if slug == "end" { return end }
        return numbers[slug]
    }

    private func duration(_ value: Value?) -> Value? {
        guard durations == .text, let count = value?.int else { return value }
        return .text(GoDuration.text(count))
    }
}

extension Object {
    /// Sets to null what a read step, or node, may show and what cannot stay beside what it has now.
    mutating func clearWhatIsReplaced() {
        let pairs = [
            ("delay_until", "delay"), ("delay", "delay_until"), ("work_id", "work_config"),
        ]
        for (ours, other) in pairs where self[ours]?.isNull == false && self[other] == nil {
            self[other] = .null
        }
    }
}

/// Durations as Go writes and reads them: hours at most, no days or weeks.
enum GoDuration {
    private static let units: [(name: String, size: Int64)] = [
        ("h", 3_600_000_000_000), ("m", 60_000_000_000), ("s", 1_000_000_000), ("ms", 1_000_000),
        ("us", 1_000), ("ns", 1),
    ]

    /// The text of so many nanoseconds: `72h`, `1h30m`.
    static func text(_ nanoseconds: Int64) -> String {
        guard nanoseconds > 0 else { return "0s" }
        var rest = nanoseconds
        return units.reduce(into: "") { text, unit in
            if rest >= unit.size { text += "\(rest / unit.size)\(unit.name)" }
            rest %= unit.size
        }
    }
}
