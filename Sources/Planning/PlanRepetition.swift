public import Diagnostics
import Documents
public import Platforms

/// A stored plan beside the one that is made now of the same wishes, the ledger and what is live.
///
/// What is shown to people only, such as reasons and places, is not compared; what was live when
/// the plan was made is compared by `PlanStaleness`.
public struct PlanRepetition: Sendable {
    private let planned: Plan
    private let again: Plan
    private let plannedRows: [Address: [PlanRow]]
    private let rowsNow: [Address: [PlanRow]]

    /// Compares two plans.
    public init(of planned: Plan, again: Plan) {
        self.planned = planned
        self.again = again
        let plannedRows = Dictionary(grouping: planned.rows, by: \.address)
        self.plannedRows = plannedRows
        rowsNow = Dictionary(
            grouping: again.rows.filter { plannedRows[$0.address] != nil }, by: \.address)
    }

    /// What keeps a plan of which nothing was carried out yet from being carried out: rows that
    /// are not what planning makes of them now.
    public var differences: [Diagnostic] {
        let found = plannedRows.sorted { $0.key < $1.key }.compactMap { address, rows in
            RowDifference(address, rows, rowsNow[address] ?? [])?.diagnostic
        }
        guard found.isEmpty, again.rows.count == planned.rows.count else { return found }
        let isOrdered = zip(planned.rows, again.rows).allSatisfy { row, now in
            row.address != now.address || row.waitsFor == now.waitsFor
        }
        return isOrdered ? [] : [RowDifference.order]
    }

    /// What keeps a plan that was carried out in part from being carried on: rows that it did not
    /// have, and that are not what is left of one.
    public var strangers: [Diagnostic] {
        left.rows.compactMap { row in
            let rows = plannedRows[row.address] ?? []
            guard !rows.contains(where: { row.isLeft(of: $0, among: rows) }) else { return nil }
            return RowDifference(row.address, rows, [row])?.diagnostic
        }
    }

    /// The rows of the stored plan that are as they were planned.
    public var untouched: [PlanRow] {
        planned.rows.filter { row in
            (rowsNow[row.address] ?? []).contains { $0.essence == row.essence }
        }
    }

    /// What the ledger is to take note of, as it is found now.
    public var refreshed: [Refresh] {
        let addresses = Set(planned.refreshed.map(\.address)).union(plannedRows.keys)
        return again.refreshed.filter { addresses.contains($0.address) }
    }

    /// The plan of what is left to do.
    public var left: Plan {
        var plan = again
        let rows = again.rows.filter { plannedRows[$0.address] != nil }
        let numbers = Dictionary(
            uniqueKeysWithValues: rows.enumerated().map { ($1.number, $0 + 1) })
        plan.rows = rows.map { row in
            var row = row
            row.waitsFor = row.waitsFor.compactMap { numbers[$0] }
            row.number = numbers[row.number] ?? row.number
            return row
        }
        plan.notes = []
        plan.refreshed = refreshed
        return plan
    }
}

extension PlanRow {
    /// What is carried out: without what people read, and without what the row found live.
    var essence: PlanRow {
        var row = self
        row.number = 0
        row.reason = ""
        row.consequences = []
        row.place = nil
        row.waitsFor = []
        row.names = ReferenceNames()
        row.missing = row.missing.map { _ in "" }
        row.record?.digests = [:]
        for index in row.fields.indices {
            row.fields[index].before = nil
            row.fields[index].place = nil
        }
        return row
    }

    /// Whether it is what an interrupted run left to do of a planned row.
    fileprivate func isLeft(of planned: PlanRow, among rows: [PlanRow]) -> Bool {
        if essence == planned.essence { return true }
        return isStep(of: planned) && fields.allSatisfy { $0.isLeft(of: rows) }
    }

    private func isStep(of planned: PlanRow) -> Bool {
        switch action {
        case .delete, .stop:
            let isOld = isOfOlderObject && planned.action == .replace
            return (isOld || planned.action == action) && planned.liveID == liveID
        case .update, .newVersion:
            return planned.writes
        case .adopt: return planned.action == .adopt || planned.action == .create
        case .create: return planned.action.makesObject
        case .replace, .forget, .move, .start, .pause, .release: return planned.action == action
        }
    }

    private var writes: Bool {
        action.makesObject || [.update, .newVersion, .adopt].contains(action)
    }
}

extension FieldChange {
    /// Whether it is part of a planned difference, and nobody else has changed it since.
    fileprivate func isLeft(of rows: [PlanRow]) -> Bool {
        switch cause {
        case .unfinished: return true
        case .adopt where rows.contains { $0.action == .create || $0.action == .adopt }: return true
        default: break
        }
        return rows.flatMap(\.fields).contains { planned in
            planned.path.contains(path) && (planned.cause == cause || cause == .intended)
        }
    }
}
