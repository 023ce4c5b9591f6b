import Diagnostics
import Ledger
import Platforms
import Reconciling

/// What became of the rows of an apply, and whether the ledger has it.
struct AppliedRows: Sendable {
    /// What became of each row.
    var receipts: [Receipt]
    /// What went wrong, by the row's number.
    var failures: [Int: ReconcilingError]
    /// Why the end of the run is not in the ledger; nil where it is.
    var unended: LedgerError?

    /// How the run ends.
    var status: ExitStatus {
        if ledgerProblem != nil {
            return receipts.contains { $0.writes > 0 } ? .appliedInPart : .failed
        }
        let isCutShort = receipts.contains { $0.outcome == .notStarted }
        if isCutShort || failures.values.contains(where: \.isInterruption) { return .interrupted }
        return receipts.allSatisfy { $0.outcome == .done } ? .done : .appliedInPart
    }

    /// Why the ledger failed, told once, with everything that was sent and is not in it.
    var ledgerProblem: Diagnostic? {
        let rows = failures.filter(\.value.isOfLedger).sorted { $0.key < $1.key }.map(\.value)
        var problem = rows.first?.diagnostic() ?? unended?.diagnostic()
        problem?.notes = rows.compactMap(\.unrecorded)
        return problem
    }
}
