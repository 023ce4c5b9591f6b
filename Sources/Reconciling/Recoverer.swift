public import Ledger
public import Platforms

/// Finds out what became of calls that were begun and never ended; writes nothing.
public struct Recoverer: Sendable {
    private let clients: [String: AccountClient]
    private let kinds: [KindName: any Kind]
    private let now: Timestamp?

    /// Looks through clients, which are by account; `now` is RFC 3339, and without it no call is
    /// too young to be looked at.
    public init(
        clients: [String: AccountClient], kinds: [KindName: any Kind], now: String = ""
    ) {
        self.clients = clients
        self.kinds = kinds
        self.now = Timestamp(now)
    }

    /// How many calls are looked at side by side: each may wait for its platform to show it.
    private static let parallel = 8

    /// Looks at open calls, which are oldest first, beside what the ledger holds; an error where a
    /// platform cannot be asked.
    ///
    /// The calls are looked at side by side. One on which the finding of an older one bears is
    /// looked at again beside that.
    public func look(
        at entries: [JournalEntry], recorded: [Address: RecordedResource]
    ) async throws(ReconcilingError) -> Recovery {
        var recovery = Recovery(recorded: recorded)
        var left = entries
        while !left.isEmpty {
            let before = recovery.recorded
            let found = try await look(at: left, beside: before)
            var again: [JournalEntry] = []
            for (entry, call) in zip(left, found) {
                let isLater = again.contains { $0.address == entry.address }
                if isLater || recovery.bears(on: call, since: before) {
                    again.append(entry)
                } else {
                    recovery.add(call)
                }
            }
            left = again
        }
        return recovery
    }

    private func look(
        at entries: [JournalEntry], beside recorded: [Address: RecordedResource]
    ) async throws(ReconcilingError) -> [RecoveredCall] {
        let looks = await each(of: entries, parallel: Self.parallel) { entry in
            do throws(ReconcilingError) {
                return Result<RecoveredCall, ReconcilingError>.success(
                    try await look(at: entry, beside: recorded))
            } catch {
                return .failure(error)
            }
        }
        var found: [RecoveredCall] = []
        for look in looks { found.append(try look.get()) }
        return found
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
        try await interrupted.letArrive(now)
        return try await interrupted.look()
    }
}
