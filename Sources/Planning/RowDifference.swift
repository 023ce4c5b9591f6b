import Diagnostics
import Platforms

/// Why the rows of one resource are not carried out as they were planned.
struct RowDifference {
    private let address: Address
    private let planned: [PlanRow]
    private let now: [PlanRow]

    /// Nil where there is no difference.
    init?(_ address: Address, _ planned: [PlanRow], _ now: [PlanRow]) {
        guard planned.map(\.essence) != now.map(\.essence) else { return nil }
        self.address = address
        self.planned = planned
        self.now = now
    }

    /// The rows are the same, and not what they wait for.
    static var order: Diagnostic {
        .error(
            PlanCode.stale, "the rows wait for other rows than when the plan was made",
            help: RowDifference.help)
    }

    /// What differs.
    var diagnostic: Diagnostic {
        let place = planned.lazy.compactMap(\.place).first
        return .error(
            PlanCode.stale, "`\(address)` would be carried out otherwise than planned",
            notes: facts + (place.map { ["written at \($0.file):\($0.line):\($0.column)"] } ?? []),
            help: RowDifference.help)
    }

    private static let help = "make the plan again"

    private var facts: [String] {
        let (before, after) = (words(planned), words(now))
        guard before == after else { return ["planned: \(before)", "now: \(after)"] }
        return [pairs.compactMap(part).first ?? "its rows differ"]
    }

    private var pairs: [(PlanRow, PlanRow)] {
        zip(planned, now).map { ($0.essence, $1.essence) }
    }

    private func words(_ rows: [PlanRow]) -> String {
        let words = rows.map { row in
            let paths = row.fields.map { "`\($0.path)`" }.joined(separator: ", ")
            return paths.isEmpty ? row.verb : "\(row.verb) \(paths)"
        }
        return words.isEmpty ? "nothing" : words.joined(separator: ", then ")
    }

    /// The part of a row that differs, in words.
    private func part(_ one: PlanRow, _ other: PlanRow) -> String? {
        if one.calls != other.calls { return "its calls are not those that it makes now" }
        if one.fields != other.fields { return "what it writes is not what its fields are now" }
        if one.liveID != other.liveID { return "it is about another object" }
        if one.record != other.record { return "the ledger would hold something else of it" }
        return nil
    }
}
