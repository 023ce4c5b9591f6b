import Documents
import Ledger
import Platforms

/// A call that was begun and never ended, beside what the ledger holds.
struct InterruptedCall: Sendable {
    let entry: JournalEntry
    let call: JournaledCall
    let client: AccountClient
    let kind: (any Kind)?
    let recorded: [Address: RecordedResource]

    /// Finds out what became of it, and what the ledger is to hold.
    func look() async throws(ReconcilingError) -> RecoveredCall {
        switch call.again {
        case .safe where call.isOperating: return ended(.unknown("its answer never came"))
        case .safe:
            let effect = try await effectOfRepeatable()
            return ended(.repeatable, effect: effect)
        case .never(let reason): return ended(.unknown(reason))
        case .probe(let probe): return try await look(by: probe)
        }
    }

    private func look(by probe: Probe) async throws(ReconcilingError) -> RecoveredCall {
        let prober = Prober(client: client, kind: call.kind, taken: taken, made: made)
        switch try await prober.find(probe, known: Substitution(), doing: call.summary) {
        case .done(let captures): return try await carriedOut(captures)
        case .notDone: return ended(isSuperseded ? .superseded : .notCarriedOut)
        case .unclear(let reason): return ended(.unknown(reason))
        }
    }

    /// What it was to make; nil where it makes no object, or where the ledger holds none.
    private var made: MadeObject? {
        guard call.action.makesObject, let kind, let record = RecordedResource(entry) else {
            return nil
        }
        return MadeObject(
            address: entry.address, kind: kind, record: record,
            known: Substitution(slots: entry.slots))
    }

    private func carriedOut(
        _ captures: [Slot: Value]
    ) async throws(ReconcilingError) -> RecoveredCall {
        if let made = captures[own], let later, later.liveID != made {
            return ended(.double(made: made, recorded: later.liveID))
        }
        let effect = try await effect(of: captures)
        var ended = ended(.carriedOut(captures[own] ?? call.liveID), effect: effect)
        ended.captures = captures.journaled
        return ended
    }

    private func ended(
        _ finding: RecoveredCall.Finding, effect: RecoveredCall.Effect = .none
    ) -> RecoveredCall {
        RecoveredCall(
            entry: entry.id, address: entry.address, summary: call.summary, finding: finding,
            effect: effect)
    }

    /// The slot of the object's own id.
    var own: Slot { Slot(entry.address.text) }

    /// What the ledger holds of the resource.
    var held: RecordedResource? { recorded[entry.address] }

    /// What the ledger holds if a run after this one recorded it: another object than the plan of
    /// this run knew.
    private var later: RecordedResource? {
        guard call.action.makesObject, !call.isOperating, let held, held.liveID != call.liveID
        else { return nil }
        let planned = RecordedResource(entry)?.liveID
        return held.liveID == planned || held.liveID == entry.slots[own] ? nil : held
    }

    private var isSuperseded: Bool { later != nil }

    /// The objects that the ledger holds and that the call did not make.
    private var taken: ObjectIDs {
        var taken = ObjectIDs()
        for resource in recorded.values {
            for id in resource.orphans + [resource.liveID] {
                taken.insert(id, resource.kind, resource.address.account)
            }
        }
        // A create over a missing object may get the id that the ledger still has for it, unless a
        // later run recorded that id.
        let own = call.action == .create ? (isSuperseded ? nil : held?.liveID) : call.liveID
        if let own, call.action != .replace { taken.remove(own, call.kind, client.account.name) }
        return taken
    }
}
