import Documents
public import Ledger
public import Platforms

/// The calls of operating commands that were cut off, beside those that a command is about to send.
///
/// What is given again may do everything twice, so that it is looked for first. Writes nothing.
public struct UnansweredCalls: Sendable {
    private let client: AccountClient
    private let kinds: [KindName: any Kind]
    private let entries: [JournalEntry]

    /// Takes the open calls of a ledger, of which those of applies are left alone.
    public init(
        _ entries: [JournalEntry], of client: AccountClient, kinds: [KindName: any Kind]
    ) {
        self.client = client
        self.kinds = kinds
        self.entries = entries.filter { JournaledCall($0.planned)?.isOperating == true }
    }

    /// What became of those that rows would send again, where that does something a second time.
    public func repeated(
        by rows: [PlanRow]
    ) async throws(ReconcilingError) -> [RecoveredCall] {
        let repeated = entries.filter { entry in rows.contains { repeats(entry, $0) } }
        let recoverer = Recoverer(clients: [client.account.name: client], kinds: kinds)
        let recovery = try await recoverer.look(at: repeated, recorded: [:])
        return recovery.calls.filter { $0.finding != .notCarriedOut }
    }

    private func repeats(_ entry: JournalEntry, _ row: PlanRow) -> Bool {
        guard let sent = JournaledCall(entry.planned), entry.address == row.address,
            sent.kind == row.kind, sent.action == row.action
        else { return false }
        var known = Substitution()
        if let liveID = row.liveID { known.slots[Slot(row.address.text)] = liveID }
        return row.calls.contains { call in
            guard !call.isRead, sent.summary == call.summary, call.doubles(row.action) else {
                return false
            }
            // What an answer tells first cannot be compared, and is rather asked about.
            guard let request = try? known.wire(call.request) else { return true }
            return request.isLike(entry.request, client.secrets.redactor)
        }
    }
}

extension Call {
    /// Whether carrying it out twice does more than once.
    fileprivate func doubles(_ action: Action) -> Bool {
        switch again {
        case .safe: false
        case .probe: action.makesObject
        case .never: true
        }
    }
}

extension WireRequest {
    /// Whether it is the one that the journal holds; journals before had no checksums.
    fileprivate func isLike(_ journaled: Value, _ redactor: Redactor) -> Bool {
        let own = self.journaled(redactor)
        return ["line", "bytes", "sum"].allSatisfy { name in
            journaled[name].map { $0 == own[name] } ?? true
        }
    }
}
