import Diagnostics
import Documents
import Platforms

/// One write that a command is about to make: its calls, what they mean, and how it asks.
struct PendingWrite: Sendable {
    /// How much is asked before the write.
    enum Question: Sendable, Hashable {
        /// A short yes or no, for what can be taken back.
        case brief
        /// A yes written out.
        case plain
        /// The object's id, typed; for what cannot be undone.
        case typed

        /// What a step asks: the id where there is no way back, little where something pauses.
        init(_ step: Lifecycle.Transition) {
            self = step.isIrreversible ? .typed : step.action == .pause ? .brief : .plain
        }

        /// Whether an answer is a yes to a write of the object with an id.
        func accepts(_ answer: String, id: String) -> Bool {
            switch self {
            case .brief: ["yes", "y"].contains(answer)
            case .plain: answer == "yes"
            case .typed: answer == id
            }
        }
    }

    /// What the next plan makes of the write, where a file manages the object.
    enum Effect: Sendable {
        case content, deletion, lifecycle, nothing
        /// A draft beside the version that files are compared with.
        case draft
    }

    /// The calls with their address; its consequences are shown before anything is sent.
    var row: PlanRow
    /// `job `Braze welcome` (3f2a…)`.
    var title: String
    /// What people type to confirm, and programs read: the live id.
    var id: String
    /// What was done once it is: `paused`.
    var done: String
    /// How it asks.
    var question = Question.plain
    /// What the next plan makes of it.
    var effect = Effect.content
    /// What the ledger holds of the object.
    var recorded: RecordedResource?
    /// Where the id of what is made is captured, unless it is the object itself.
    var made: Slot?
    /// The commands that finish an object of an id that was written in part, without some effects.
    var finish: ResourceType.Finish?

    /// Plans the calls of a change to a live object.
    init(
        _ verb: String, _ object: LiveObject, _ action: Action, _ calls: [Call],
        consequences: [String] = [], done: String? = nil, question: Question = .plain,
        effect: Effect = .content
    ) {
        row = PlanRow(
            number: 1, address: object.address, kind: object.type.kind, action: action,
            verb: verb, reason: "", consequences: consequences, calls: calls,
            liveID: object.liveID)
        title = object.title
        id = object.id
        self.done = done ?? Self.past(verb)
        self.question = question
        self.effect = effect
        recorded = object.recorded
    }

    /// Plans a step of the lifecycle: its verb, consequence and question are the lifecycle's.
    init(
        _ step: Lifecycle.Transition, _ object: LiveObject, _ calls: [Call],
        adding more: [String] = []
    ) {
        self.init(
            step.verb, object, step.action, calls, consequences: [step.consequence] + more,
            question: Question(step), effect: Self.effect(of: step, object))
    }

    /// A step to the state that the file has written changes nothing for the next plan, unless
    /// another version than the one that is compared begins to act.
    private static func effect(of step: Lifecycle.Transition, _ object: LiveObject) -> Effect {
        if step.action == .start, object.observed?.draft != nil { return .content }
        let field = Catalog.kind(object.type.kind)?.lifecycle?.field
        let written = field.flatMap { object.recorded?.value[$0]?.text }
        return step.to.isEmpty || step.to == written ? .nothing : .lifecycle
    }

    /// Plans a row of the planner.
    init(_ row: PlanRow, title: String, id: String, done: String, recorded: RecordedResource?) {
        self.row = row
        self.title = title
        self.id = id
        self.done = done
        self.recorded = recorded
        let lifecycle = Catalog.kind(row.kind)?.lifecycle
        if row.action == .newVersion, lifecycle?.versionsRunAtOnce == false { effect = .draft }
    }

    /// Plans the creation of an object of a type, by the name that people call it.
    init(
        creating type: ResourceType, named name: String, at address: Address, _ calls: [Call],
        consequences: [String] = []
    ) {
        let row = PlanRow(
            number: 1, address: address, kind: type.kind, action: .create, verb: "create",
            reason: "", consequences: consequences, calls: calls)
        self.init(
            row, title: "\(type.singular) `\(name)`", id: name, done: "created", recorded: nil)
    }

    /// Whether `protect` forbids it.
    var isDestructive: Bool { [.delete, .replace, .stop].contains(row.action) }

    /// What a verb did: `paused`, `made a draft of`.
    static func past(_ verb: String) -> String {
        let words = verb.split(separator: " ", maxSplits: 1).map(String.init)
        let regular = words[0].hasSuffix("e") ? "\(words[0])d" : "\(words[0])ed"
        let irregular = ["cancel": "cancelled", "make": "made", "set": "set"]
        return ([irregular[words[0]] ?? regular] + words.dropFirst()).joined(separator: " ")
    }
}
