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
        if subject.isAdopted { return isBorn(subject, lifecycle) ? nil : .adopted }
        guard let recorded = subject.recorded else { return nil }
        if recorded.heldLifecycle == wanted { return .remembered }
        guard subject.recordedState == wanted, lifecycle.running.contains(wanted),
            !subject.isRunning
        else { return nil }
        return subject.observed == nil ? .deleted : .stopped
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
        guard let wanted = subject.wantedState else { return }
        let address = subject.address
        let field = "\(lifecycle.field): \(wanted)"
        let isNew = action == .create || action == .replace
        let state = (isNew ? nil : subject.liveState) ?? lifecycle.initial
        let verb = action == .create ? "is created" : "is replaced"
        let what = isNew ? "\(verb) and not started" : "is `\(state)` on the platform and stays so"
        let why =
            switch hold {
            case .stopped: "it was stopped outside your files"
            case .deleted: "it was deleted outside your files"
            case .adopted: "it was so when it was adopted"
            case .remembered: "it was so when it was adopted, or was stopped outside your files"
            }
        let isStart = lifecycle.running.contains(wanted)
        let way = isStart ? "starts it again" : "carries out `\(field)`"
        note(about: address, "`\(address)` \(what): \(why); `--restart \(address)` \(way)")
    }
}
