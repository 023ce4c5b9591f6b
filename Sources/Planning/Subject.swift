import Documents
import Platforms

/// One wanted resource on its way to rows, with all its sides.
struct Subject {
    let resource: Resource
    let kind: any Kind
    let account: Account
    let type: SortedType
    /// What the file wants, with every known id filled in.
    var value: Value
    /// What was last applied.
    var recorded: RecordedResource?
    /// What is live; nil when there is nothing.
    var observed: ObservedResource?
    /// Whether the object was made outside and is taken over.
    var isAdopted = false
    /// Of an adopted object the digests of the secrets that it is taken to have.
    var adoptedDigests: [String: String] = [:]
    /// Why its lifecycle stays as it is whatever the file says; nil where the file decides.
    var hold: LifecycleHold?
    /// The id of the object that a replace leaves behind until nothing refers to it.
    var replacedID: Value?
    /// Elements that the platform still has by their old names.
    var renamed: [Rename] = []
    /// Draft rows that every later row of this resource waits for.
    var waits: [Int] = []

    var address: Address { resource.address }
    var lifecycle: Lifecycle? { kind.lifecycle }

    /// The lifecycle value that the file wants, if it says one.
    var wantedState: String? { lifecycle.flatMap { value[$0.field]?.text } }
    /// The lifecycle value that was last applied.
    var recordedState: String? { lifecycle.flatMap { recorded?.value[$0.field]?.text } }
    /// The lifecycle value that is live.
    var liveState: String? { lifecycle.flatMap { observed?.value[$0.field]?.text } }
    /// The lifecycle value of the version that acts on people, where the file is about a newer draft;
    /// else the one that is live.
    var actingState: String? {
        guard let lifecycle, let acting = observed?.acting else { return liveState }
        return acting.value[lifecycle.field]?.text
    }
    /// The lifecycle value that a step to another starts from: a start is one of the draft, and a
    /// stop one of the version that acts.
    func state(before wanted: String) -> String? {
        guard let lifecycle else { return nil }
        let isOfDraft =
            lifecycle.running.contains(wanted)
            || wanted == lifecycle.initial && !runsOlderVersion
        return isOfDraft ? liveState : actingState
    }
    /// Whether an older version of it acts on people now.
    var runsOlderVersion: Bool {
        guard observed?.acting != nil, let lifecycle, let state = actingState else { return false }
        return lifecycle.running.contains(state)
    }
    /// Whether the run that wrote it was interrupted, and nobody knows that everything is there.
    var isUnfinished: Bool { recorded?.isUnfinished ?? false }
    /// Whether the live object acts on people now.
    var isRunning: Bool {
        liveState.map { lifecycle?.running.contains($0) ?? false } ?? false
    }

    /// Whether the file says what was last applied, whatever it says of the lifecycle.
    func isWrittenAs(_ applied: Value) -> Bool {
        guard resource.options.ignored.isEmpty else { return false }
        guard let lifecycle, var one = value.object, var other = applied.object,
            one[lifecycle.field] != nil
        else { return value.isIdentical(to: applied) }
        one[lifecycle.field] = nil
        other[lifecycle.field] = nil
        return Value.object(one).isIdentical(to: .object(other))
    }

    /// The same once a row has made its object anew: the old one is gone, the new id is captured.
    func remade(_ record: RecordedResource?) -> Subject {
        var subject = self
        subject.observed = nil
        subject.recorded?.liveID = .captured(Slot(address.text))
        if let record {
            subject.recorded?.written = record.value
            subject.recorded?.given = record.given
        }
        return subject
    }

    /// The making of another object of it while the one that is there stays.
    func beside() -> Change {
        var change = change(.create, observed: nil)
        change.recorded = nil
        return change
    }

    /// Describes a change of it.
    func change(
        _ action: Action, paths: [FieldPath] = [], observed: ObservedResource?,
        target: String? = nil
    ) -> Change {
        Change(
            address: address, action: action, wanted: action == .delete ? Value?.none : value,
            paths: paths, recorded: recorded, observed: observed, account: account, target: target)
    }
}
