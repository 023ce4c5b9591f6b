import Documents
import Platforms

extension PlanBuilder {
    /// Notes what the ledger should hold of a resource that needs no row, if it holds another.
    mutating func refresh(_ subject: Subject) {
        guard let recorded = subject.recorded, let observed = subject.observed else { return }
        var record = record(subject, [:], state: stateAfter(.update, subject))
        record.liveID = recorded.liveID
        let isAccepted = options.acceptKept.contains(subject.address)
        takeBoth(&record, recorded, observed, subject)
        record.keptOtherwise = kept(recorded, observed, subject).map { field in
            var field = field
            field.isAccepted = field.isAccepted || isAccepted
            return field
        }
        let held = input.recorded[subject.address] ?? recorded
        guard record != held else { return }
        refreshed.append(Refresh(held: held, record: record))
        if recorded.isProvisional {
            note(
                about: subject.address,
                "`\(subject.address)` was written by a run that was interrupted; it is as your "
                    + "files want it, and is recorded so")
        }
    }

    /// What was written and what came back: as recorded where that is what the file says, else as
    /// it is live.
    private func takeBoth(
        _ record: inout RecordedResource, _ recorded: RecordedResource,
        _ observed: ObservedResource, _ subject: Subject
    ) {
        if let before = recorded.written,
            Sameness.wholeExact.holds(record.value, before, subject.type)
        {
            record.written = before
        }
        let live = ManagedFields(of: record.value, in: observed.value, subject.type).returned
        let isAsBefore =
            !recorded.isProvisional
            && Sameness.spelling.holds(recorded.returned, live, subject.type)
            && Sameness.spelling.holds(live, recorded.returned, subject.type)
        record.returned = isAsBefore ? recorded.returned : live
    }
}
