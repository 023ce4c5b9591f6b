import Documents
import Platforms

/// Why the lifecycle of a resource stays as it is although its file says something else.
enum LifecycleHold {
    /// Somebody stopped the object outside the files.
    case stopped
    /// Somebody deleted the object outside the files, or the platform did.
    case deleted
    /// The object was so when it was adopted.
    case adopted
    /// An earlier plan found one of these, and the file has said the same since.
    case remembered
    /// What holds the object is over, such as an archived workflow.
    case over(Address, state: String)
}

/// What was stopped, deleted or found otherwise stays so until the file or `--restart` decides.
extension PlanBuilder {
    /// Why the lifecycle of a resource is left alone; nil where the file decides.
    func hold(of subject: Subject) -> LifecycleHold? {
        guard let lifecycle = subject.lifecycle, let wanted = subject.wantedState,
            wanted != subject.liveState, !options.restart.contains(subject.address)
        else { return nil }
        // What the platform does not show is no difference.
        guard subject.observed == nil || subject.liveState != nil else { return nil }
        if resumption(of: subject) != nil { return nil }
        if lifecycle.running.contains(wanted), let over = over(subject) { return over }
        if subject.isAdopted { return isBorn(subject, lifecycle) ? nil : .adopted }
        guard let recorded = subject.recorded else { return nil }
        if recorded.heldLifecycle == wanted { return .remembered }
        guard subject.recordedState == wanted, lifecycle.running.contains(wanted),
            !subject.isRunning
        else { return nil }
        return subject.observed == nil ? .deleted : .stopped
    }

    /// What holds an object is over for good: the object can never act in it.
    private func over(_ subject: Subject) -> LifecycleHold? {
        guard let owner = subject.address.parent, let resource = world.wanted[owner],
            let lifecycle = input.kinds[resource.kind]?.lifecycle,
            let recorded = input.recorded[owner],
            let live = world.live(owner.account, resource.kind, id: recorded.liveID),
            let state = live.value[lifecycle.field]?.text, lifecycle.isOver(in: state)
        else { return nil }
        return .over(owner, state: state)
    }

    /// Whether an object came with its parent and nobody has started it yet: its document is new.
    private func isBorn(_ subject: Subject, _ lifecycle: Lifecycle) -> Bool {
        subject.kind.takesOver(subject.value) && subject.liveState == lifecycle.initial
            && !options.isAdopting
    }

    /// The file's lifecycle value that the ledger is to remember as not carried out.
    func held(_ subject: Subject, state: String?) -> String? {
        guard subject.hold != nil, let wanted = subject.wantedState, state != wanted else {
            return nil
        }
        return wanted
    }

    /// Says why an object is not started or stopped, and what to do about it.
    mutating func noteHeld(
        _ subject: Subject, _ hold: LifecycleHold, _ lifecycle: Lifecycle, after action: Action?
    ) {
        let address = subject.address
        let isNew = action == .create || action == .replace
        let state = (isNew ? nil : subject.liveState) ?? lifecycle.initial
        let verb = action == .create ? "is created" : "is replaced"
        let what = isNew ? "\(verb) and not started" : "is `\(state)` on the platform and stays so"
        let why =
            switch hold {
            case .stopped: "it was stopped outside your files"
            case .deleted: "it was deleted outside your files"
            case .adopted: "it was so when it was adopted"
            case .remembered: "it was stopped or deleted outside your files, or adopted so"
            case .over(let owner, let state): "`\(owner)` is `\(state)`"
            }
        let way = wayOn(subject, hold, lifecycle).map { "; \($0)" } ?? ""
        note(about: address, "`\(address)` \(what): \(why)\(way)")
    }
    /// How a person carries the file's value out; nil where nothing does.
    private func wayOn(
        _ subject: Subject, _ hold: LifecycleHold, _ lifecycle: Lifecycle
    ) -> String? {
        guard let wanted = subject.wantedState else { return nil }
        if case .over = hold { return nil }
        let restart = "`--restart \(subject.address)`"
        guard lifecycle.running.contains(wanted) else {
            return "\(restart) carries out `\(lifecycle.field): \(wanted)`"
        }
        guard isOutOfReach(wanted, subject, lifecycle) else { return "\(restart) starts it again" }
        return lifecycle.startingVersion(of: subject.address) ?? "\(restart) starts it again"
    }
}
