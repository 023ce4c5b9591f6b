public import Documents
import Platforms

/// What a run did, step by step: the rows of a table, and what is new since it was last looked at.
public struct TenexTrace: Sendable {
    /// One step of a run, or one attempt at it.
    public struct Row: Sendable, Hashable {
        /// The step as the service shows it, with the standard names.
        public let step: Value

        /// Shows a step.
        public init(_ step: Value) { self.step = step }

        /// The step's key.
        public var key: String { step["step_key"]?.text ?? "" }
        /// How it stands; `pending` for a step that nobody came to yet.
        public var status: String {
            guard let word = step["status"]?.text else { return "" }
            return word == "pending" ? word : TenexRunStatus(word).word
        }
        /// Which try it is; 1 where the service does not say.
        public var attempt: Int64 { step["attempt"]?.int ?? 1 }
        /// Why it failed; nil where it did not.
        public var trouble: String? {
            guard let error = step["error"], !error.isNull else { return nil }
            return error.text ?? error["detail"]?.text ?? error["code"]?.text
                ?? error.canonicalJSON
        }
        /// How long it took; nil while it goes on.
        public var seconds: Int64? {
            guard let start = step["started_at"]?.text.flatMap({ Timestamp($0) }),
                let end = step["finished_at"]?.text.flatMap({ Timestamp($0) })
            else { return nil }
            // Fractions count, or else what takes no time seems to take a second now and then.
            let isShort = end.thousandths < start.thousandths
            return end.seconds - start.seconds - (isShort ? 1 : 0)
        }

        /// One line for people: `enrich  agent  completed in 2 s`.
        public var line: String {
            var line = "\(key)  \(step["type"]?.text ?? "step")  \(status)"
            if attempt > 1 { line += ", attempt \(attempt)" }
            if let seconds, seconds > 0 { line += " after \(Self.words(seconds))" }
            if let branch = step["branch_taken"]?.text { line += ", took `\(branch)`" }
            if let trouble { line += ": \(trouble)" }
            return line
        }

        static func words(_ seconds: Int64) -> String {
            let units: [(Int64, String)] = [(86400, "d"), (3600, "h"), (60, "min"), (1, "s")]
            var rest = seconds
            var parts: [String] = []
            for (length, unit) in units where rest >= length && parts.count < 2 {
                parts.append("\(rest / length) \(unit)")
                rest %= length
            }
            return parts.joined(separator: " ")
        }

        var mark: [Value] {
            ["step_key", "attempt", "status", "started_at", "finished_at", "branch_taken"]
                .map { step[$0] ?? .null }
        }
    }

    /// The latest that is known of every step, in the order in which they came up.
    public private(set) var rows: [Row] = []
    /// How the run stands; nil until that is known.
    public private(set) var status: TenexRunStatus?
    /// The run as it was last seen.
    public private(set) var run: Value = .null
    private var seen: Set<[Value]> = []

    /// Knows nothing yet.
    public init() {}

    /// Takes a step; tells it where something is new about it.
    public mutating func take(step: Value) -> Row? {
        let row = Row(step)
        if let place = rows.firstIndex(where: { $0.key == row.key && $0.attempt == row.attempt }) {
            rows[place] = row
        } else {
            rows.append(row)
        }
        guard seen.insert(row.mark).inserted, row.status != "pending" else { return nil }
        return row
    }

    /// Takes the run; tells how it stands where that is new.
    public mutating func take(run: Value) -> TenexRunStatus? {
        self.run = run
        guard let word = run["status"]?.text else { return nil }
        let status = TenexRunStatus(word)
        guard status != self.status else { return nil }
        self.status = status
        return status
    }

    /// Why a run failed, and at which step: `at `enrich`: the agent is not hired`.
    public static func trouble(of run: Value) -> String? {
        guard let error = run["error"], !error.isNull else { return nil }
        let text = error.text ?? error["detail"]?.text ?? error["code"]?.text ?? "no reason given"
        guard let step = error["step_key"]?.text else { return text }
        return "at `\(step)`: \(text)"
    }
}

extension Timestamp {
    /// The milliseconds behind its seconds.
    fileprivate var thousandths: Int {
        Int((fraction + "000").prefix(3)) ?? 0
    }
}
