import EmulatedKit
import Platforms

/// Everything that happened in a world, in order, and how it stands at the end.
struct History: Sendable {
    /// One thing that happened.
    enum Entry: Sendable {
        /// The files say this from now on; of these subjects the lifecycle was changed.
        case files([WantedObject], lifecycles: Set<String>)
        /// People or the platforms by themselves changed something.
        case changes(Range<Int>)
        case run(Outcome)
        case ledgerLost
    }

    var entries: [Entry] = []
    /// All changes.
    var events: [Event] = []
    /// All writes of all runs.
    var writes: [Write] = []
    /// What is live at the end.
    var objects: [LiveObject] = []
    /// What the ledger holds at the end.
    var recorded: [Address: RecordedResource] = [:]
    /// The files at the end.
    var drafts: [Draft] = []
    /// The plan at the end, once nothing goes wrong any more; nil where there was none.
    var lastPlan: Plan?
    /// How many applies it took, beside the decisions of people.
    var quietApplies = 0
    /// What objects lack at the end beside their fields, by row.
    var missing: [EmulatedStore.Key: [String]] = [:]

    /// All runs, those of other processes after the one that they came into.
    var runs: [Outcome] {
        entries.flatMap { entry -> [Outcome] in
            guard case .run(let outcome) = entry else { return [] }
            return [outcome] + outcome.others
        }
    }

    /// Whether the ledger was lost.
    var hasLostLedger: Bool {
        entries.contains { if case .ledgerLost = $0 { true } else { false } }
    }

    /// Who made each object that is there, by its row.
    var makers: [EmulatedStore.Key: Actor] {
        events.reduce(into: [:]) { makers, event in
            guard event.after?.isLive == true, event.before?.isLive != true else { return }
            makers[event.key] = event.actor
        }
    }
}
