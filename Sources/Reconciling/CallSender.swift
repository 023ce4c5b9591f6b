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
        var work = ApplyWork(
            clients: [client.account.name: client], kinds: [:], ledger: ledger, scope: scope,
            vault: vault, now: now, live: ObjectIDs())
        work.isOperating = true
        self.work = work
    }

    /// What came of the calls of a row.
    public struct Sent: Sendable {
        /// What the answers were asked for.
        public var captured: [Slot: Value]
        /// What an answer does not show although it should.
        public var remarks: [String]
        /// The writes that were carried out, in words.
        public var carriedOut: [String]
        /// The writes that were not sent, in words.
        public var unsent: [String]
        /// The effects that were to be brought about and were not.
        public var undone: [FieldPath]
        /// Whether the last write may have been carried out, which nobody could find out.
        public var isOpen: Bool
        /// What went wrong; nil where everything was carried out.
        public var failure: ReconcilingError?

        /// Whether something was, or may have been, carried out.
        public var mayHaveEffect: Bool { isOpen || !carriedOut.isEmpty }
    }

    /// Sends the calls of a row within a run of the ledger, up to the first that fails.
    public func send(_ row: PlanRow, run: Int64) async -> Sent {
        var row = row
        row.record = nil
        var known = Substitution()
        if let liveID = row.liveID { known.slots[Slot(row.address.text)] = liveID }
        var sending = RowRun(row: row, run: run, work: work, plan: ObjectIDs(), known: known)
        var failure: ReconcilingError?
        do throws(ReconcilingError) {
            try await sending.sendCalls(client)
        } catch {
            failure = error
            failure?.address = row.address
        }
        let reach = sending.reach
        func words(_ isMeant: (Int) -> Bool) -> [String] {
            row.calls.indices.filter { !row.calls[$0].isRead && isMeant($0) }
                .map { row.calls[$0].summary }
        }
        return Sent(
            captured: sending.captured, remarks: sending.remarks,
            carriedOut: words(reach.carriedOut.contains),
            unsent: words {
                $0 > reach.begun ?? -1 && !reach.needless.contains($0)
            }, undone: sending.undone,
            isOpen: reach.isOpen, failure: failure)
    }
}
