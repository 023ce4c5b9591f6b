import Diagnostics
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
    /// Where the id of what is made is captured, unless it is the object itself.
    var made: Slot?
    /// The commands that finish an object of an id that was written in part, without some effects.
    var finish: (@Sendable (String, [FieldPath]) -> [String])?

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
    /// Intends to create an object with some fields; refuses a name that one of `others` has.
    func creation(
        of noun: Noun, _ fields: Object, among others: [ObservedResource],
        consequences: [String] = []
    ) throws -> Intent {
        let name = fields[noun.nameField]?.text ?? ""
        let same = others.first { $0.raw[noun.nameField]?.text == name }
        if let same {
            throw Failure(
                .failed,
                .error(
                    "operate/exists-already",
                    "this name is taken already, by \(found(same, noun).title)",
                    help: "change it with `\(noun.command) update`, or give another name"))
        }
        let slug = name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
        let address = Address(account: account.name, type: noun.kind.type, id: String(slug))
        let calls = noun.rules.calls(
            for: Change(
                address: address, action: .create, wanted: .object(fields), account: account))
        let row = PlanRow(
            number: 1, address: address, kind: noun.kind, action: .create, verb: "create",
            reason: "", consequences: consequences + calls.notes, calls: calls.calls)
        return Intent(
            row, title: "\(noun.singular) `\(name)`", id: name, name: name, done: "created",
            recorded: nil)
    }

    /// Intends to delete a live object for good.
    func deletion(of found: Found, consequences: [String]) -> Intent {
        let calls = found.noun.rules.calls(for: found.change(.delete, account: account)).calls
        return Intent(
            "delete", found, .delete, calls, consequences: consequences, done: "deleted",
            question: .typed, effect: .deletion)
    }
}
