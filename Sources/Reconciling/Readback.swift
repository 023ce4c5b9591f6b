import Diagnostics
import Documents
import Ledger
import Platforms

/// Reads one object again after it was written.
struct Readback: Sendable {
    let client: AccountClient
    let kind: any Kind

    /// What the platform shows of an object; nil where it shows nothing.
    ///
    /// Of two versions it is the one that a write of fields goes to, or the one that a step of the
    /// lifecycle is about.
    func read(
        _ address: Address, _ liveID: Value, value: Value, given: Object, after action: Action
    ) async throws(ReconcilingError) -> ObservedResource? {
        var scope = Scope(kinds: [kind.name])
        scope.given[Scope.key(kind.name, liveID)] = given
        scope.written[Scope.key(kind.name, liveID)] = value
        let read = kind.readBack(
            liveID: liveID, value: value, address: address, account: client.account)
        var report = Report()
        let seen: Observation
        do throws(ReconcilingError) {
            seen = try await Observer(parallel: 1).unfold([read], client, scope, into: &report)
        } catch  where error.isNotFound {
            return nil
        }
        let ours = seen.resources.filter { $0.kind == kind.name }
        let shown = ours.first { $0.liveID == liveID }
        guard action.isLifecycle else { return shown?.written }
        return shown?.stepped(value, .object(SortedShape(kind.shape)), kind.lifecycle)
    }
}

extension RecordedResource {
    /// The same of an object that exists and of which nothing is known to be applied.
    func provisional(liveID: Value) -> RecordedResource {
        var copy = self
        copy.liveID = liveID
        copy.written = nil
        copy.returned = .object([:])
        copy.digests = [:]
        return copy
    }
}
