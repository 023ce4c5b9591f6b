import Ledger
import Platforms
import Synchronization

/// A ledger whose disk is full after a number of writes.
struct FullLedger: LedgerStore {
    private let kept: any LedgerStore
    private let room: Room

    /// How many writes still fit.
    private final class Room: Sendable {
        let left: Mutex<Int>

        init(_ left: Int) { self.left = Mutex(left) }
    }

    /// What a write says that does not fit.
    static let error = LedgerError.unwritable("database or disk is full")

    init(_ kept: any LedgerStore, room: Int) {
        self.kept = kept
        self.room = Room(room)
    }

    private func take() throws(LedgerError) {
        let left = room.left.withLock { left in
            left -= 1
            return left
        }
        if left < 0 { throw FullLedger.error }
    }

    func resources(
        _ scope: LedgerScope
    ) async throws(LedgerError) -> [Address: RecordedResource] {
        try await kept.resources(scope)
    }

    func keyrings(project: String) async throws(LedgerError) -> [String: Keyring] {
        try await kept.keyrings(project: project)
    }

    func setKeyring(
        _ keyring: Keyring, rewriting resources: [RecordedResource], _ scope: LedgerScope
    ) async throws(LedgerError) {
        try take()
        try await kept.setKeyring(keyring, rewriting: resources, scope)
    }

    func record(
        _ resources: [RecordedResource], _ scope: LedgerScope
    ) async throws(LedgerError) {
        try take()
        try await kept.record(resources, scope)
    }

    func forget(_ address: Address, _ scope: LedgerScope) async throws(LedgerError) {
        try take()
        try await kept.forget(address, scope)
    }

    func move(
        _ address: Address, to new: Address, _ scope: LedgerScope
    ) async throws(LedgerError) {
        try take()
        try await kept.move(address, to: new, scope)
    }

    func identities(_ scope: LedgerScope) async throws(LedgerError) -> [String: String] {
        try await kept.identities(scope)
    }

    func bind(
        account: String, identity: String, _ scope: LedgerScope
    ) async throws(LedgerError) {
        try take()
        try await kept.bind(account: account, identity: identity, scope)
    }

    func lock(
        _ scope: LedgerScope, holder: String, at: String
    ) async throws(LedgerError) -> LedgerHold {
        try await kept.lock(scope, holder: holder, at: at)
    }

    func unlock(_ scope: LedgerScope, _ hold: LedgerHold) async { await kept.unlock(scope, hold) }

    func holder(of scope: LedgerScope) async throws(LedgerError) -> LedgerLock? {
        try await kept.holder(of: scope)
    }

    func beginRun(
        _ scope: LedgerScope, command: String, planDigest: String, at: String
    ) async throws(LedgerError) -> Int64 {
        try await kept.beginRun(scope, command: command, planDigest: planDigest, at: at)
    }

    func endRun(_ run: Int64, outcome: String, at: String) async throws(LedgerError) {
        try take()
        try await kept.endRun(run, outcome: outcome, at: at)
    }

    func history(_ scope: LedgerScope) async throws(LedgerError) -> [RunSummary] {
        try await kept.history(scope)
    }

    func beginCall(
        _ entry: JournalEntry, _ scope: LedgerScope, at: String
    ) async throws(LedgerError) -> Int64 {
        try take()
        return try await kept.beginCall(entry, scope, at: at)
    }

    func endCall(
        _ id: Int64, _ end: CallEnd, recording resource: RecordedResource?, at: String
    ) async throws(LedgerError) {
        try take()
        try await kept.endCall(id, end, recording: resource, at: at)
    }

    func openCalls(_ scope: LedgerScope) async throws(LedgerError) -> [JournalEntry] {
        try await kept.openCalls(scope)
    }

    func pruneJournal(_ scope: LedgerScope) async throws(LedgerError) {
        try take()
        try await kept.pruneJournal(scope)
    }

    func hold(_ run: Int64) async throws(LedgerError) -> RunHold { try await kept.hold(run) }

    func isHeld(_ run: Int64) async throws(LedgerError) -> Bool { try await kept.isHeld(run) }
}
