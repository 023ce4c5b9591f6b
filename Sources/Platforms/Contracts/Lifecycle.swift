/// The field that starts, pauses and stops objects of a kind, and what each step means.
public struct Lifecycle: Sendable {
    /// One allowed step from a value to another.
    public struct Transition: Sendable {
        /// The values it may start from.
        public var from: [String]
        /// The value it leads to; empty where nobody can tell.
        public var to: String
        /// Start, pause or stop.
        public var action: Action
        /// The platform's verb: `start`, `drain`, `kill`.
        public var verb: String
        /// What will happen, in words for a reviewer.
        public var consequence: String
        /// Whether there is no way back.
        public var isIrreversible: Bool

        /// Describes a transition.
        public init(
            from: [String], to: String, action: Action, verb: String, consequence: String,
            isIrreversible: Bool
        ) {
            self.from = from
            self.to = to
            self.action = action
            self.verb = verb
            self.consequence = consequence
            self.isIrreversible = isIrreversible
        }
    }

    /// The field's name, `state`.
    public var field: String
    /// The value of a new object, `draft`.
    public var initial: String
    /// The values in which the object acts on people; other fields then follow `onRunning`.
    public var running: [String]
    /// Values that mean the object is gone.
    public var gone: [String]
    /// Values that a file may hold.
    public var authored: [String]
    /// The allowed steps.
    public var transitions: [Transition]
    /// Steps that only people take, by a command: no file asks for them, so no plan has them.
    public var manual: [Transition]
    /// What a delete means, in words, by the value the object has now.
    public var deletion: [String: String]
    /// What removing the file of a running object does first, such as `draining`; nil: delete.
    public var onRemoveRunning: String?
    /// Why an object whose file is gone is not deleted unasked, in words, by the value it has now.
    public var staying: [String: String]
    /// What becomes of the version that runs when a newer one starts, in words.
    public var superseding: String?
    /// The verb that puts the changes of a running object before people, where it keeps its state.
    public var publishing: String?
    /// Whether a new version of a running object runs as soon as it is written.
    public var versionsRunAtOnce: Bool
    /// The values in which the platform takes no change of the object, nor anything new that it
    /// would hold; only its end.
    public var frozen: [String]
    /// Whether an object starts after everything that refers to it, and not before.
    public var startsLast: Bool
    /// Why no new version is made of an object of which nothing changes, in words; nil where one is.
    public var versionsNeedChanges: String?
    /// What comes of an object that does not run for those that refer to it and do, in words; nil
    /// where nothing does.
    public var whileStopped: String?

    /// Describes a lifecycle.
    public init(
        field: String, initial: String, running: [String], gone: [String], authored: [String],
        transitions: [Transition], manual: [Transition] = [], deletion: [String: String],
        onRemoveRunning: String?, staying: [String: String] = [:], superseding: String? = nil,
        publishing: String? = nil, versionsRunAtOnce: Bool = false, frozen: [String] = [],
        startsLast: Bool = false, versionsNeedChanges: String? = nil,
        whileStopped: String? = nil
    ) {
        self.field = field
        self.initial = initial
        self.running = running
        self.gone = gone
        self.authored = authored
        self.transitions = transitions
        self.manual = manual
        self.deletion = deletion
        self.onRemoveRunning = onRemoveRunning
        self.staying = staying
        self.superseding = superseding
        self.publishing = publishing
        self.versionsRunAtOnce = versionsRunAtOnce
        self.frozen = frozen
        self.startsLast = startsLast
        self.versionsNeedChanges = versionsNeedChanges
        self.whileStopped = whileStopped
    }

    /// How an object that only a new version can run again is started; nil where it needs no change
    /// for that.
    package func startingVersion(of address: Address) -> String? {
        versionsNeedChanges.map {
            "\($0); after such a change `--restart \(address)` starts it, or give its document "
                + "another `id`"
        }
    }

    /// The gentlest step that stops an object without deleting it; nil where there is none.
    public func stop(from state: String) -> Transition? {
        let steps = transitions.filter { step in
            step.from.contains(state) && !running.contains(step.to) && !gone.contains(step.to)
        }
        return steps.first { $0.action == .pause } ?? steps.first { $0.action == .stop }
    }

    /// The steps of a verb, which the command of that name takes, from whichever value.
    public func steps(_ verb: String) -> [Transition] {
        (transitions + manual).filter { $0.verb == verb }
    }

    /// The verbs of the steps that lead on from a value; nil where the value is none it knows.
    public func verbs(from state: String) -> [String]? {
        let steps = transitions + manual
        let known =
            steps.flatMap { $0.from + [$0.to] } + authored + gone + frozen + deletion.keys
        guard known.contains(state) else { return nil }
        return steps.filter { $0.from.contains(state) }.map(\.verb)
    }

    /// Whether a verb has nothing left to do with an object in a state.
    public func isDone(_ verb: String, in state: String) -> Bool {
        steps(verb).contains { step in
            !step.from.contains(state)
                && (step.to == state || running.contains(step.to) && running.contains(state))
        }
    }

    /// Whether an object in a state never acts again.
    public func isOver(in state: String) -> Bool {
        !running.contains(state) && !transitions.contains { $0.from.contains(state) }
    }

    /// The step between two values, if there is one.
    public func transition(from: String, to: String) -> Transition? {
        transitions.first { $0.to == to && $0.from.contains(from) }
    }
}
