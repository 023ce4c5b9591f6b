import Documents
import Platforms

/// How far an apply is: which rows wait, run and ended, and what they captured.
struct ApplyProgress {
    private let rows: [PlanRow]
    private let numbers: Set<Int>
    private var waiting: [Int]
    private var outcomes: [Int: Receipt] = [:]
    /// What the platform kept otherwise, by row: of the row itself and of all that it waited for.
    private var kept: [Int: [KeptField]] = [:]
    /// The row to which an account refused one more new object of a kind.
    private var shortages: [Supply: Int] = [:]
    /// What is known by now.
    var slots: [Slot: Value] = [:]

    /// New objects of a kind, as an account takes so many of them in a time.
    private struct Supply: Hashable {
        let account: String
        let kind: KindName

        init(of row: PlanRow) { (account, kind) = (row.address.account, row.kind) }
    }

    init(_ plan: Plan) {
        rows = plan.rows
        numbers = Set(plan.rows.map(\.number))
        waiting = Array(rows.indices)
    }

    /// The live ids that the plan speaks of.
    var plannedIDs: ObjectIDs {
        rows.reduce(into: ObjectIDs()) { ids, row in
            if let id = row.liveID { ids.insert(id, row.kind, row.address.account) }
        }
    }

    /// Takes the first row for which all that it waits for is done.
    mutating func takeReady() -> PlanRow? {
        let place = waiting.firstIndex { index in
            rows[index].waitsFor.allSatisfy { number in
                !numbers.contains(number) || outcomes[number]?.outcome == .done
            }
        }
        return place.map { rows[waiting.remove(at: $0)] }
    }

    /// What keeps a row from putting something before people: what was kept otherwise when the
    /// plan was made, or by a row before it.
    func blocks(of row: PlanRow) -> [KeptField] {
        if !row.blockedBy.isEmpty { return row.blockedBy }
        return row.action == .start ? row.waitsFor.flatMap { kept[$0] ?? [] } : []
    }

    /// Takes note that the account takes no more new objects of the row's kind for now.
    mutating func runOut(by row: PlanRow) {
        let supply = Supply(of: row)
        if shortages[supply] == nil { shortages[supply] = row.number }
    }

    /// The row to which the object that a row is to make was refused already; nil where none was.
    func shortage(for row: PlanRow) -> Int? {
        row.action.makesObject ? shortages[Supply(of: row)] : nil
    }

    mutating func finish(_ number: Int, _ receipt: Receipt, captured: [Slot: Value]) {
        outcomes[number] = receipt
        let before = rows.first { $0.number == number }?.waitsFor.flatMap { kept[$0] ?? [] } ?? []
        kept[number] = receipt.keptOtherwise + before
        slots.merge(captured) { _, new in new }
    }

    /// Closes what never started: skipped because of a row that failed, or not started.
    mutating func closeRest() -> [(PlanRow, Receipt)] {
        var closed: [(PlanRow, Receipt)] = []
        for index in waiting where outcomes[rows[index].number] == nil {
            let row = rows[index]
            let receipt = Receipt(
                row: row.number, address: row.address,
                outcome: blocker(of: row).map { .skipped(becauseOf: $0) } ?? .notStarted)
            outcomes[row.number] = receipt
            closed.append((row, receipt))
        }
        waiting = []
        return closed
    }

    /// The receipts in the order of the plan.
    var receipts: [Receipt] { rows.compactMap { outcomes[$0.number] } }

    /// The failed row that a row waits for, directly or through others; rows are in order.
    private func blocker(of row: PlanRow) -> Int? {
        for number in row.waitsFor {
            switch outcomes[number]?.outcome {
            case .failed, .blocked: return number
            case .skipped(let cause): return cause
            default: continue
            }
        }
        return nil
    }
}
