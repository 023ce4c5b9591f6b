import Documents
public import Ledger
public import Platforms

/// Finds out what became of calls that were begun and never ended, before anything else is done.
public struct Settler: Sendable {
    private let clients: [String: AccountClient]
    private let kinds: [KindName: any Kind]
    private let ledger: any LedgerStore
    private let scope: LedgerScope
    private let now: @Sendable () -> String
    private let settling: Duration

    /// Settles the calls of a scope; `clients` are by account.
    public init(
        clients: [String: AccountClient], kinds: [KindName: any Kind], ledger: any LedgerStore,
        scope: LedgerScope, now: @escaping @Sendable () -> String,
        settling: Duration = .seconds(2)
    ) {
        self.clients = clients
        self.kinds = kinds
        self.ledger = ledger
        self.scope = scope
        self.now = now
        self.settling = settling
    }

    /// Settles all open calls, oldest first, and says what was found; an error where it cannot be
    /// told.
    public func settle() async throws(ReconcilingError) -> [String] {
        var notes: [String] = []
        for entry in try await openCalls() {
            guard let client = clients[entry.address.account] else {
                notes.append(
                    "`\(entry.address)`: a call of an account that weir.yaml no longer names is "
                        + "left open")
                continue
            }
            notes.append(try await settle(entry, client))
        }
        return notes
    }

    private func openCalls() async throws(ReconcilingError) -> [JournalEntry] {
        do throws(LedgerError) {
            return try await ledger.openCalls(scope)
        } catch {
            let account = Account(name: "", platform: "", url: "", tokenName: "")
            throw ReconcilingError(.ledger(error), doing: "read the journal", account: account)
        }
    }

    private func settle(
        _ entry: JournalEntry, _ client: AccountClient
    ) async throws(ReconcilingError) -> String {
        guard let call = JournaledCall(entry.planned) else {
            return try await giveUp(entry, "a call", "the journal's entry cannot be read", client)
        }
        switch call.again {
        case .safe: return try await lookAgain(entry, call, client)
        case .never(let reason): return try await giveUp(entry, call.summary, reason, client)
        case .probe(let probe): return try await settle(entry, call, by: probe, client)
        }
    }

    private func settle(
        _ entry: JournalEntry, _ call: JournaledCall, by probe: Probe, _ client: AccountClient
    ) async throws(ReconcilingError) -> String {
        let prober = Prober(
            client: client, taken: try await taken(call, client), settling: settling)
        switch try await prober.find(probe, known: Substitution(), doing: call.summary) {
        case .done(let captures):
            let liveID = captures[Slot(entry.address.text)] ?? call.liveID
            let resource = try await resource(entry, call, liveID, client)
            let end = CallEnd(.found, captures: captures.journaled)
            try await close(entry, end, recording: resource, client)
            let id = liveID.map { " (id `\($0.text ?? $0.canonicalJSON)`)" } ?? ""
            return
                "`\(entry.address)`: `\(call.summary)` was cut off, and had been carried out\(id)"
        case .notDone:
            try await close(entry, CallEnd(.absent), recording: nil, client)
            return "`\(entry.address)`: `\(call.summary)` was cut off, and was not carried out"
        case .unclear(let count):
            throw client.failure(
                .cannotTell("\(count) objects look like it; delete those that are not wanted"),
                doing: call.summary, address: entry.address)
        }
    }

    /// A call that may be repeated: if the object is as it was to be, that is recorded.
    private func lookAgain(
        _ entry: JournalEntry, _ call: JournaledCall, _ client: AccountClient
    ) async throws(ReconcilingError) -> String {
        var resource = try await resource(entry, call, call.liveID, client)
        // The fields may be as wanted, and other calls of the row not carried out all the same.
        if call.isPart, let found = resource { resource = found.provisional(liveID: found.liveID) }
        let isDone = resource.map { !$0.value.isEmptyObject } ?? false
        try await close(
            entry, CallEnd(isDone ? .found : .repeatable),
            recording: isDone || call.isPart ? resource : nil, client)
        let end = isDone ? "and had been carried out" : "the plan goes by what is live"
        return "`\(entry.address)`: `\(call.summary)` was cut off, \(end)"
    }

    /// Ends a call about which nothing can be found out, so that it is said once.
    private func giveUp(
        _ entry: JournalEntry, _ summary: String, _ reason: String, _ client: AccountClient
    ) async throws(ReconcilingError) -> String {
        try await close(entry, CallEnd(.failed), recording: nil, client)
        throw client.failure(.cannotTell(reason), doing: summary, address: entry.address)
    }

    /// What the ledger should hold: the returned form if it is the wanted one, or the id alone.
    private func resource(
        _ entry: JournalEntry, _ call: JournaledCall, _ liveID: Value?, _ client: AccountClient
    ) async throws(ReconcilingError) -> RecordedResource? {
        guard let record = call.record, let liveID, let kind = kinds[call.kind] else { return nil }
        let fresh = record.provisional(liveID: liveID)
        let readback = Readback(client: client, kind: kind)
        guard
            let seen = try await readback.read(
                entry.address, liveID, value: record.value, given: record.given)
        else { return nil }
        let form = ManagedForm(of: record.value, in: seen.value, kind.shape, after: call.action)
        guard form.keptOtherwise.isEmpty, record.digests.isEmpty else { return fresh }
        var found = fresh
        found.written = record.value
        found.returned = form.value
        return found
    }

    private func taken(
        _ call: JournaledCall, _ client: AccountClient
    ) async throws(ReconcilingError) -> Set<Value> {
        let recorded = try await client.recording(nil) { () async throws(LedgerError) in
            try await ledger.resources(scope)
        }
        var taken = Set(recorded.values.filter { $0.kind == call.kind }.map(\.liveID))
        if let own = call.liveID, !call.action.makesObject { taken.remove(own) }
        return taken
    }

    private func close(
        _ entry: JournalEntry, _ end: CallEnd, recording resource: RecordedResource?,
        _ client: AccountClient
    ) async throws(ReconcilingError) {
        try await client.recording(entry.address) { () async throws(LedgerError) in
            try await ledger.endCall(entry.id, end, recording: resource, at: now())
        }
    }
}

extension Value {
    /// Whether it is an object without members.
    fileprivate var isEmptyObject: Bool { object?.isEmpty ?? false }
}
