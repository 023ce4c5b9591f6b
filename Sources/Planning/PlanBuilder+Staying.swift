import Documents
import Platforms

/// What is removed from the files and not deleted at once, and what a person can do about it.
extension PlanBuilder {
    /// The step that lets an object come to rest before it is deleted.
    func stepBeforeDelete(
        _ orphan: RecordedResource, _ kind: any Kind, _ live: ObservedResource
    ) -> Lifecycle.Transition? {
        guard let lifecycle = kind.lifecycle, orphan.onRemove != .delete,
            let target = lifecycle.onRemoveRunning,
            let state = live.value[lifecycle.field]?.text, lifecycle.running.contains(state)
        else { return nil }
        return lifecycle.transition(from: state, to: target)
    }

    /// Why an object is not deleted although its file is gone; nil where it is.
    func reasonToStay(
        _ orphan: RecordedResource, _ kind: any Kind, _ live: ObservedResource
    ) -> String? {
        guard let lifecycle = kind.lifecycle, orphan.onRemove != .delete, !options.isDestroy,
            let state = live.value[lifecycle.field]?.text
        else { return nil }
        return lifecycle.staying[state].map { "it is `\(state)`, and \($0)" }
    }

    /// Says that an object stays, and why.
    mutating func noteStaying(_ address: Address, _ reason: String) {
        note(
            about: address,
            "`\(address)` was removed from your files but is kept: \(reason); "
                + waysOut(of: address))
    }

    /// Says what becomes of an object that is stopped now.
    mutating func noteStopped(
        _ address: Address, _ step: Lifecycle.Transition, _ lifecycle: Lifecycle
    ) {
        if options.isDestroy {
            note(
                about: address,
                "`\(address)` is stopped first; once it is `\(step.to)`, `weir destroy` deletes it")
        } else if let reason = lifecycle.staying[step.to] {
            note(
                about: address,
                "`\(address)` is stopped, not deleted: \(reason); \(waysOut(of: address))")
        } else {
            note(
                about: address,
                "`\(address)` is stopped first; a plan made once it is `\(step.to)` deletes it")
        }
    }

    private func waysOut(of address: Address) -> String {
        "once you know, `weir forget \(address)` leaves it to the platform and "
            + "`weir destroy --only \(address)` deletes it"
    }
}
