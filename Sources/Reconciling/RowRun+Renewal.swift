import Documents
import Platforms

extension RowRun {
    /// How a write is made anew whose body carries what reads of the row showed; nil where its
    /// body carries nothing like that.
    func renewal(
        of call: Call, at index: Int, _ client: AccountClient, isDue: Bool
    ) -> Renewal? {
        let carried = call.request.body.slots
        let reads = row.calls[..<index].filter { earlier in
            earlier.isRead && earlier.captures.contains { carried.contains($0.slot) }
        }
        guard !reads.isEmpty else { return nil }
        return Renewal(isDue: isDue) { () async throws(ReconcilingError) -> WireRequest in
            var fresh = self
            for read in reads { try await fresh.read(read, client) }
            return try fresh.wire(call, client)
        }
    }
}

extension Request.Body {
    /// The captured values that it is made of.
    fileprivate var slots: Set<Slot> {
        switch self {
        case .none: []
        case .value(let value): value.slots
        case .over(let overlay): overlay.ours.slots.union([overlay.read])
        }
    }
}
