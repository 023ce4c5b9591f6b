public import Ledger
public import Platforms

/// Finds out what became of calls that were begun and never ended; writes nothing.
public struct Recoverer: Sendable {
    private let clients: [String: AccountClient]
    private let kinds: [KindName: any Kind]

    /// Looks through clients, which are by account.
    public init(clients: [String: AccountClient], kinds: [KindName: any Kind]) {
        self.clients = clients
        self.kinds = kinds
    }

    /// Looks at open calls, oldest first, beside what the ledger holds; an error where a platform
    /// cannot be asked.
    public func look(
        at entries: [JournalEntry], recorded: [Address: RecordedResource]
    ) async throws(ReconcilingError) -> Recovery {
        var recovery = Recovery(recorded: recorded)
        for entry in entries {
            recovery.add(try await look(at: entry, beside: recovery.recorded))
        }
        return recovery
    }

    private func look(
        at entry: JournalEntry, beside recorded: [Address: RecordedResource]
    ) async throws(ReconcilingError) -> RecoveredCall {
        guard let call = JournaledCall(entry.planned) else {
            return RecoveredCall(
                entry: entry.id, address: entry.address, summary: "a call",
                finding: .unknown("the journal's entry cannot be read"))
        }
        guard let client = clients[entry.address.account] else {
            return RecoveredCall(
                entry: entry.id, address: entry.address, summary: call.summary,
                finding: .unreachable)
        }
        let interrupted = InterruptedCall(
            entry: entry, call: call, client: client, kind: kinds[call.kind], recorded: recorded)
        return try await interrupted.look()
    }
}
