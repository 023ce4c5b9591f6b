import Documents
import Platforms

extension Slot {
    /// The key of a captured value in the journal.
    var journalKey: String { "\(address) \(name)" }

    /// Reads a key of the journal.
    init(journalKey: String) {
        let parts = journalKey.split(separator: " ", maxSplits: 1).map(String.init)
        self.init(parts.first ?? "", parts.count > 1 ? parts[1] : "id")
    }
}

extension [Slot: Value] {
    /// The captured ids as the journal keeps them; a whole answered object may show a secret.
    var journaled: Value {
        let ids = filter { $0.value.object == nil && $0.value.list == nil }
        return .object(Object(ids.map { ($0.key.journalKey, $0.value) }))
    }
}

extension Substitution {
    /// What the journal may fill in: its own id is not known before a create.
    func forJournal(of row: PlanRow) -> Substitution {
        var copy = self
        let own = Slot(row.address.text)
        if copy.slots[own] == nil { copy.slots[own] = .captured(own) }
        return copy
    }
}
