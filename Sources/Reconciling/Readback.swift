import Diagnostics
import Documents
import Ledger
import Platforms

/// Reads one object again after it was written.
struct Readback: Sendable {
    let client: AccountClient
    let kind: any Kind

    /// What the platform shows of an object; nil where it shows nothing.
    func read(
        _ address: Address, _ liveID: Value, value: Value, given: Object
    ) async throws(ReconcilingError) -> ObservedResource? {
        var scope = Scope(kinds: [kind.name])
        scope.given[Scope.key(kind.name, liveID)] = given
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
        return ours.first { $0.liveID == liveID }
    }
}

extension RecordedResource {
    /// What the ledger holds of a row, with a value and an id.
    init(_ row: PlanRow, _ record: PlanRow.Record, liveID: Value, value: Value) {
        self.init(
            row.address, row.kind, record, liveID: liveID, value: value, digests: record.digests)
    }

    /// What the ledger holds of a resource as soon as it exists: nothing is known to be applied.
    static func fresh(
        _ address: Address, _ kind: KindName, _ record: PlanRow.Record, liveID: Value
    ) -> RecordedResource {
        RecordedResource(address, kind, record, liveID: liveID, value: .object([:]), digests: [:])
    }

    /// What the ledger holds of a resource.
    init(
        _ address: Address, _ kind: KindName, _ record: PlanRow.Record, liveID: Value,
        value: Value, digests: [String: String]
    ) {
        self.init(
            address: address, kind: kind, liveID: liveID, value: value, given: record.given,
            digests: digests, isProtected: record.isProtected,
            onRemove: record.onRemove.flatMap { ResourceOptions.OnRemove(rawValue: $0) },
            file: record.file, needs: record.needs)
    }
}
