import Documents
import Platforms

/// One write that a command is about to make: its calls, what they mean, and how it asks.
struct Intent: Sendable {
    /// How much is asked before the write.
    enum Question: Sendable {
        /// A short yes or no.
        case brief
        /// A yes written out.
        case plain
        /// The object's id, typed; for what cannot be undone.
        case typed
    }

    /// What the next plan makes of the write, where a file manages the object.
    enum Effect: Sendable { case content, deletion, lifecycle, nothing }

    /// The calls with their address; its consequences are shown before anything is sent.
    var row: PlanRow
    /// `job `Braze welcome` (3f2a…)`.
    var title: String
    /// What people type to confirm, and programs read: the live id.
    var id: String
    /// What people call the object.
    var name: String
    /// What was done once it is: `paused`.
    var done: String
    /// How it asks.
    var question: Question
    /// What the next plan makes of it.
    var effect: Effect
    /// What the ledger holds of the object.
    var recorded: RecordedResource?

    /// Intends to send the calls of a change to a live object.
    init(
        _ verb: String, _ found: Found, _ action: Action, _ calls: [Call],
        consequences: [String] = [], done: String, question: Question, effect: Effect
    ) {
        row = PlanRow(
            number: 1, address: found.address, kind: found.noun.kind, action: action, verb: verb,
            reason: "", consequences: consequences, calls: calls, liveID: found.liveID)
        title = found.title
        id = found.id
        name = found.name
        self.done = done
        self.question = question
        self.effect = effect
        recorded = found.recorded
    }

    /// Intends to carry out a planned row.
    init(
        _ row: PlanRow, title: String, id: String, name: String, done: String,
        recorded: RecordedResource?
    ) {
        self.row = row
        self.title = title
        self.id = id
        self.name = name
        self.done = done
        self.recorded = recorded
        question = .plain
        effect = .content
    }

    /// Whether `protect` forbids it.
    var isDestructive: Bool { [.delete, .replace, .stop].contains(row.action) }
}

extension Operation {
    /// Intends to delete a live object for good.
    func deletion(of found: Found, consequences: [String]) -> Intent {
        let calls = found.noun.rules.calls(for: found.change(.delete, account: account)).calls
        return Intent(
            "delete", found, .delete, calls, consequences: consequences, done: "deleted",
            question: .typed, effect: .deletion)
    }
}
