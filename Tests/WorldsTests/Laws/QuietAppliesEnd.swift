import Platforms

/// Once nothing goes wrong any more, a few applies leave nothing to do.
struct QuietAppliesEnd: Law {
    let name = "quiet applies end in an empty plan"
    private let most = 4

    func judge(_ history: History) -> Verdict {
        guard let plan = history.lastPlan else {
            let end = history.runs.last.map { "\($0.words): \($0.text.suffix(600))" }
            return Verdict(occasions: 1, breaches: ["there is no last plan: \(end ?? "")"])
        }
        let left = plan.rows.filter { !$0.isBlockedOnly }
        guard left.isEmpty, history.quietApplies <= most else {
            let rows = left.map { row in
                "\(row.verb) \(row.address) (\(row.reason)) \(row.fields.map { "\($0.path)" })"
            }
            return Verdict(
                occasions: 1,
                breaches: ["after \(history.quietApplies) quiet applies: \(rows)"])
        }
        return Verdict(occasions: 1)
    }
}

extension PlanRow {
    /// Whether it only says what a service kept otherwise, until a person accepts it.
    var isBlockedOnly: Bool { !blockedBy.isEmpty }
}
