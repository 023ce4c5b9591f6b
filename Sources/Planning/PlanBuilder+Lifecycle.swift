import Diagnostics
import Documents
import Platforms

extension PlanBuilder {
    /// Whether only a new version can run again, as with a flow that drains.
    func needsVersionToRun(_ subject: Subject) -> Bool {
        guard let lifecycle = subject.lifecycle, let wanted = subject.wantedState,
            isOutOfReach(wanted, subject, lifecycle)
        else { return false }
        return subject.hold == nil
    }

    /// Whether no step leads what is live to a state in which it runs, so that a version has to.
    func isOutOfReach(_ wanted: String, _ subject: Subject, _ lifecycle: Lifecycle) -> Bool {
        guard let live = subject.liveState, lifecycle.running.contains(wanted), live != wanted,
            live != lifecycle.initial, !lifecycle.versionsRunAtOnce
        else { return false }
        return world.versioned.contains(subject.resource.kind)
            && lifecycle.transition(from: live, to: wanted) == nil
    }

    /// Whether the platform makes a new version of what differs so.
    func canMakeVersion(_ subject: Subject, _ differences: [Difference]) -> Bool {
        subject.lifecycle?.versionsNeedChanges == nil || subject.observed?.draft != nil
            || differences.contains { $0.makesVersion }
    }

    /// Reports that an object can run only as a new version, and that none can be made.
    mutating func reportNoVersion(_ subject: Subject) {
        guard let lifecycle = subject.lifecycle, let wanted = subject.wantedState,
            let live = subject.liveState
        else { return }
        let path = FieldPath([lifecycle.field])
        report.add(
            .error(
                PlanCode.forbiddenTransition,
                "`\(lifecycle.field)` cannot go from `\(live)` to `\(wanted)` without a new version",
                at: world.span(of: path, in: subject.resource) ?? subject.resource.span,
                label: "the platform has it as `\(live)`",
                notes: [lifecycle.versionsNeedChanges].compactMap(\.self),
                help: "change what makes a new version, or give the document another `id`; without "
                    + "`\(lifecycle.field)` it stays as it is"))
    }

    /// Adds the row that starts, pauses or stops a resource.
    mutating func planLifecycle(
        _ subject: Subject, after action: Action?, _ outcome: inout Outcome
    ) {
        guard let lifecycle = subject.lifecycle, !outcome.isBroken else { return }
        let isFresh = action == .create || action == .replace
        let isVersion = action == .newVersion && !lifecycle.versionsRunAtOnce
        if !isFresh, !isVersion, startAgain(subject, lifecycle, &outcome) { return }
        guard let wanted = subject.wantedState else {
            if isFresh { noteNotStarted(subject, lifecycle) }
            if isVersion { noteVersionNotStarted(subject) }
            return
        }
        if let hold = subject.hold { return noteHeld(subject, hold, lifecycle, after: action) }
        let startsVersion = isVersion && lifecycle.running.contains(wanted)
        let isBehind =
            action == nil && lifecycle.running.contains(wanted) && isBehind(subject)
        let live = subject.state(before: wanted)
        let current = isFresh || startsVersion || isBehind ? lifecycle.initial : live
        guard let current, current != wanted else { return }
        if !isFresh, !startsVersion, !isBehind, isQuiet(subject, lifecycle, current, wanted) {
            return
        }
        guard let step = lifecycle.transition(from: current, to: wanted) else {
            reportForbidden(subject, lifecycle, current, wanted)
            return
        }
        guard step.action != .stop || !subject.resource.options.isProtected else {
            reportProtected(subject.resource, "stopped (`\(step.verb)`)")
            return
        }
        let start = Start(
            step: step, current: current, isBehind: isBehind,
            supersedes: (startsVersion || isBehind) && subject.isRunning
                || lifecycle.running.contains(wanted) && subject.runsOlderVersion)
        startOrStop(subject, lifecycle, start, &outcome)
    }

    /// Whether it runs by fields older than those that it has, and that the file wants.
    ///
    /// What the platform does not show of what runs is no difference.
    private func isBehind(_ subject: Subject) -> Bool {
        guard let running = subject.observed?.running, subject.isRunning else { return false }
        let shown = (subject.value.object?.members ?? []).filter { running[$0.key] != nil }
        let differences = differences(.object(Object(members: shown)), running, of: subject)
        return differences.contains { $0.makesVersion && $0.change.cause != .released }
    }

    /// Whether a difference of the lifecycle field is only worth a note.
    private mutating func isQuiet(
        _ subject: Subject, _ lifecycle: Lifecycle, _ current: String, _ wanted: String
    ) -> Bool {
        guard wanted == lifecycle.initial, lifecycle.running.contains(current),
            lifecycle.transition(from: current, to: wanted) == nil
        else { return false }
        note(
            about: subject.address,
            "`\(subject.address)` is `\(current)` and stays so: "
                + "`\(lifecycle.field): \(wanted)` does not stop what runs")
        return true
    }

    /// A lifecycle step as one resource takes it.
    private struct Start {
        var step: Lifecycle.Transition
        /// The value that it starts from.
        var current: String
        /// Whether what runs is older than what is wanted, and nothing else is to be done.
        var isBehind: Bool
        /// Whether something older runs until then.
        var supersedes: Bool
    }

    private mutating func startOrStop(
        _ subject: Subject, _ lifecycle: Lifecycle, _ start: Start, _ outcome: inout Outcome
    ) {
        let step = start.step
        let path = FieldPath([lifecycle.field])
        let acting = acting(subject, outcome)
        let made = subject.kind.calls(
            for: acting.change(
                step.action, paths: [path], observed: acting.observed, target: step.to))
        for refusal in made.refusals { report(refusal, subject.resource) }
        let publishing = start.supersedes ? lifecycle.publishing : nil
        var row = row(
            subject, step.action, verb: publishing ?? step.verb,
            reason: publishing == nil
                ? "your file says `\(lifecycle.field): \(step.to)`"
                : "it is live, so the change is published")
        if start.isBehind { row.reason = "what runs is older than what your file says" }
        if options.restart.contains(subject.address) {
            if subject.recordedState == step.to {
                row.reason = "`--restart`: it was stopped outside your files"
            } else if subject.isAdopted || subject.recorded?.heldLifecycle == step.to {
                row.reason = "`--restart`: your file says `\(lifecycle.field): \(step.to)`"
            }
        }
        row.consequences = [step.consequence].filter { !$0.isEmpty } + made.notes
        if start.supersedes { row.consequences += lifecycle.superseding.map { [$0] } ?? [] }
        row.isIrreversible = step.isIrreversible
        row.liveID = acting.observed?.liveID
        row.calls = made.calls
        if publishing == nil {
            row.fields = [lifecycleChange(subject, path, start.current, step.to)]
        } else {
            row.liveState = subject.liveState
        }
        row.record = record(subject, given(outcome), state: step.to)
        row.record?.resumption = nil
        let before = subject.waits + (outcome.content.map { [$0] } ?? [])
        let needed = needed(by: subject.resource) + started(for: subject.resource)
        outcome.lifecycle = add(row, .lifecycle, waits: before + needed)
    }

    /// The resource as it is once its content row is done.
    private func acting(_ subject: Subject, _ outcome: Outcome) -> Subject {
        guard outcome.liveID == nil else { return subject }
        return subject.remade(outcome.content.flatMap { drafts[$0].row.record })
    }

    private func given(_ outcome: Outcome) -> Object {
        outcome.content.flatMap { drafts[$0].row.record?.given } ?? [:]
    }

    private func lifecycleChange(
        _ subject: Subject, _ path: FieldPath, _ current: String, _ wanted: String
    ) -> FieldChange {
        var change = FieldChange(
            path: path, cause: .intended, before: .text(current), after: .text(wanted),
            recorded: subject.recordedState.map(Value.text),
            place: world.span(of: path, in: subject.resource).map(input.place))
        if subject.isAdopted {
            change.cause = .adopt
        } else if subject.observed == nil, subject.recorded != nil {
            change.cause = .missing
        } else if subject.recordedState == wanted, subject.liveState != wanted,
            !options.restart.contains(subject.address)
        {
            change.cause = .drift
        } else if subject.recordedState == wanted, subject.liveState == wanted {
            change.cause = .renewed
        }
        return change
    }

    private mutating func noteNotStarted(_ subject: Subject, _ lifecycle: Lifecycle) {
        note(
            about: subject.address,
            "`\(subject.address)` is created with `\(lifecycle.field): \(lifecycle.initial)` "
                + "and not started")
    }

    private mutating func noteVersionNotStarted(_ subject: Subject) {
        note(
            about: subject.address,
            "`\(subject.address)` gets a new version that is not started; the version that runs "
                + "now goes on")
    }

    /// Whether the platform of this account takes a step.
    private func isTaken(_ step: Lifecycle.Transition, _ subject: Subject) -> Bool {
        let path = FieldPath([subject.lifecycle?.field ?? ""])
        let change = subject.change(
            step.action, paths: [path], observed: subject.observed, target: step.to)
        return subject.kind.calls(for: change).refusals.isEmpty
    }

    private mutating func reportForbidden(
        _ subject: Subject, _ lifecycle: Lifecycle, _ current: String, _ wanted: String
    ) {
        let path = FieldPath([lifecycle.field])
        let allowed = lifecycle.transitions
            .filter { $0.from.contains(current) && isTaken($0, subject) }
            .map { "`\($0.to)`" }
        let words = allowed.isEmpty ? "nothing else" : allowed.joined(separator: ", ")
        report.add(
            .error(
                PlanCode.forbiddenTransition,
                "`\(lifecycle.field)` cannot go from `\(current)` to `\(wanted)`",
                at: world.span(of: path, in: subject.resource) ?? subject.resource.span,
                label: "the platform has it as `\(current)`",
                notes: ["from `\(current)` it may become: \(words)"]))
    }
}
