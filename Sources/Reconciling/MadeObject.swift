import Documents
import Ledger
import Platforms

/// What a create was to make, which tells its result from an object that others called alike.
struct MadeObject: Sendable {
    let address: Address
    let kind: any Kind
    /// What the ledger is to hold of it; what was not known when it was sent may still be open.
    let record: RecordedResource
    /// What is known by now.
    let known: Substitution

    /// A field in which an object differs from what was to be made, though nothing can change it
    /// later; nil where the object may be the result.
    func otherIdentity(
        _ captures: [Slot: Value], _ client: AccountClient
    ) async throws(ReconcilingError) -> FieldPath? {
        guard let liveID = captures[Slot(address.text)] else { return nil }
        var known = known
        known.slots.merge(captures) { _, new in new }
        let wanted = known.fillKnown(record.value)
        let seen = try await Readback(client: client, kind: kind).read(
            address, liveID, value: wanted, given: known.given(record.given), after: .create)
        guard let seen else { return nil }
        let type = SortedType.object(SortedShape(kind.shape))
        return ManagedFields(of: wanted, in: seen.value, type).keptOtherwise.map(\.path)
            .first { type.rules(along: $0.parts[...]).contains(where: \.isImmutable) }
    }
}
