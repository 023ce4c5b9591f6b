import Diagnostics
public import Documents
public import Ledger
public import Platforms

/// What became of calls that an interrupted run began and did not end, and what the ledger is to
/// hold now.
public struct Recovery: Sendable {
    /// The calls, oldest first.
    public private(set) var calls: [RecoveredCall] = []
    /// What the ledger holds, with what was found.
    public private(set) var recorded: [Address: RecordedResource]

    /// Begins with what the ledger holds.
    init(recorded: [Address: RecordedResource]) { self.recorded = recorded }

    /// Takes what was found; the calls stay in the order of the journal.
    mutating func add(_ call: RecoveredCall) {
        let place = calls.firstIndex { $0.entry > call.entry } ?? calls.endIndex
        calls.insert(call, at: place)
        switch call.effect {
        case .none: break
        case .record(let resource): recorded[resource.address] = resource
        case .forget: recorded[call.address] = nil
        }
    }

    /// Whether something that was found since a look may change what the look showed.
    func bears(on call: RecoveredCall, since before: [Address: RecordedResource]) -> Bool {
        if recorded[call.address] != before[call.address] { return true }
        let found = recorded.values.filter {
            $0 != before[$0.address] && $0.address.account == call.address.account
        }
        return switch call.finding {
        case .carriedOut(let id?), .double(let id, _): found.contains { $0.liveID == id }
        case .unknown: !found.isEmpty
        default: false
        }
    }

    /// Closes the calls in the journal, with what was found; only the holder of the lock may.
    public func close(
        in ledger: any LedgerStore, _ scope: LedgerScope, at time: String
    ) async throws(LedgerError) {
        for call in calls { try await call.close(in: ledger, scope, at: time) }
        try await ledger.pruneJournal(scope)
    }
}

/// What became of one call.
public struct RecoveredCall: Sendable, Equatable {
    /// What a look showed.
    public enum Finding: Sendable, Equatable {
        /// It was carried out; the id of what it made or changed.
        case carriedOut(Value?)
        case notCarriedOut
        /// Nobody looked, because repeating it changes nothing.
        case repeatable
        /// Nothing tells; with the reason.
        case unknown(String)
        /// It made an object, while a later run recorded another one.
        case double(made: Value, recorded: Value)
        /// A later run recorded what it was to make.
        case superseded
        /// Its account is not in `weir.yaml`.
        case unreachable
    }

    /// What follows for the ledger.
    enum Effect: Sendable, Equatable {
        case none
        case record(RecordedResource)
        case forget
    }

    /// Its number in the journal.
    let entry: Int64
    /// The resource.
    public let address: Address
    /// What the call was to do: `create the agent`.
    public let summary: String
    /// What a look showed.
    public let finding: Finding
    var captures: Value = .object([:])
    var effect = Effect.none

    /// How the journal closes it; nil where it stays open, since somebody has to act first.
    private var end: CallEnd? {
        switch finding {
        case .carriedOut: CallEnd(.found, captures: captures)
        case .notCarriedOut, .superseded: CallEnd(.absent)
        case .repeatable: CallEnd(.repeatable)
        case .unknown: CallEnd(.unknown)
        case .double, .unreachable: nil
        }
    }

    fileprivate func close(
        in ledger: any LedgerStore, _ scope: LedgerScope, at time: String
    ) async throws(LedgerError) {
        guard let end else { return }
        if effect == .forget { try await ledger.forget(address, scope) }
        var resource: RecordedResource?
        if case .record(let found) = effect { resource = found }
        try await ledger.endCall(entry, end, recording: resource, at: time)
    }
}

extension RecoveredCall {
    /// What became of the call, in words.
    public var note: String {
        let begun = "\(summary.quoted) of `\(address)` was interrupted"
        return switch finding {
        case .carriedOut(nil): "\(begun); it was carried out"
        case .carriedOut(let id?): "\(begun); it was carried out (id \(RecoveredCall.shown(id)))"
        case .notCarriedOut: "\(begun); it was not carried out"
        case .repeatable: "\(begun); it is done again where it is still needed"
        case .unknown(let reason):
            "\(begun), and its outcome is unknown: \(reason); look at it on the platform, the plan "
                + "goes by what is there"
        case .superseded: "\(begun); a later run created it"
        case .double: "\(begun); it was carried out, and a later run made another one"
        case .unreachable:
            "\(begun); its account `\(address.account)` is not in weir.yaml, so its outcome is "
                + "unknown"
        }
    }

    /// The two objects, where a later run made another one than this call did.
    public var double: LikelyDouble? {
        guard case .double(let made, let recorded) = finding else { return nil }
        return LikelyDouble(address: address, liveID: recorded, otherID: made)
    }

    private static func shown(_ id: Value) -> String { "`\(id.text ?? id.canonicalJSON)`" }
}
