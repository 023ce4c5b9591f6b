public import Documents
public import Ledger
public import Platforms

/// Sends the calls of an operating command, with the same journal and care as an apply.
///
/// What the ledger holds of resources never changes: the next plan shows what was done.
public struct CallSender: Sendable {
    private let client: AccountClient
    private let work: ApplyWork

    /// Sends to one account; `vault` gives secrets, `now` is RFC 3339.
    public init(
        _ client: AccountClient, ledger: any LedgerStore, scope: LedgerScope,
        vault: @escaping @Sendable (String) async throws -> Secret,
        now: @escaping @Sendable () -> String
    ) {
        self.client = client
        work = ApplyWork(
            clients: [client.account.name: client], kinds: [:], ledger: ledger, scope: scope,
            vault: vault, now: now, live: ObjectIDs())
    }

    /// What came of the calls of a row.
    public struct Sent: Sendable {
        /// What the answers were asked for.
        public var captured: [Slot: Value]
        /// What an answer does not show although it should.
        public var remarks: [String]
    }

    /// Sends the calls of a row within a run of the ledger.
    public func send(_ row: PlanRow, run: Int64) async throws(ReconcilingError) -> Sent {
        var row = row
        row.record = nil
        var known = Substitution()
        if let liveID = row.liveID { known.slots[Slot(row.address.text)] = liveID }
        var sending = RowRun(row: row, run: run, work: work, plan: ObjectIDs(), known: known)
        do throws(ReconcilingError) {
            try await sending.sendCalls(client)
        } catch {
            var failure = error
            failure.address = row.address
            throw failure
        }
        return Sent(captured: sending.captured, remarks: sending.remarks)
    }
}
