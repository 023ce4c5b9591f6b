import Diagnostics
import Documents
import Platforms

extension PlanBuilder {
    /// Adds the row that makes the object what the file wants; says which action it is.
    mutating func planContent(_ subject: inout Subject, _ outcome: inout Outcome) -> Action? {
        guard subject.observed != nil else {
            return leavesFrozen(subject, [], &outcome) ? nil : create(subject, &outcome)
        }
        let missing = missingEffects(subject)
        let all = leavingUnreadable(differences(subject), subject)
        let differences = all.filter { $0.change.cause != .released }
        let isReleasing = differences.count < all.count
        guard
            let action = action(differences, missing, subject) ?? (isReleasing ? .release : nil)
        else {
            noteOver(subject)
            return nil
        }
        if action == .update || action == .newVersion,
            leavesFrozen(subject, differences, &outcome)
        {
            return nil
        }
        if action == .replace, subject.resource.options.isProtected {
            reportProtected(subject.resource, "replaced")
            return nil
        }
        if action == .newVersion, !canMakeVersion(subject, differences) {
            reportNoVersion(subject)
            outcome.isBroken = true
            return nil
        }
        if action == .replace { subject.replacedID = leftBehind(by: subject) }
        let fields = all.map { shown($0.change, subject) }
        let others =
            action == .replace ? [] : missing.map { shown(change(of: $0, subject), subject) }
        var reasons = [reason(action, fields, differences, subject), missing.reason].filter {
            !$0.isEmpty
        }
        if subject.isUnfinished { reasons.insert("the run that wrote it was interrupted", at: 0) }
        change(subject, action, fields + others, reasons.joined(separator: "; "), &outcome)
        return action
    }

    /// What happens to a live object; nil where it is as it is to be.
    private func action(
        _ differences: [Difference], _ missing: [Effect], _ subject: Subject
    ) -> Action? {
        if differences.contains(where: \.isImmutable) { return .replace }
        // A draft that is there already takes every write, so that what acts is never changed.
        if subject.observed?.draft != nil, !differences.isEmpty || !missing.isEmpty {
            return .newVersion
        }
        if subject.isRunning, differences.contains(where: \.makesVersion) { return .newVersion }
        if needsVersionToRun(subject) { return .newVersion }
        return differences.isEmpty && missing.isEmpty ? nil : .update
    }

    private mutating func create(_ subject: Subject, _ outcome: inout Outcome) -> Action {
        let isMissing = subject.recorded.map { !$0.isProvisional } ?? false
        let members = subject.value.object?.members ?? []
        let fields = members.compactMap { member -> FieldChange? in
            guard member.key != subject.lifecycle?.field, !member.value.isNull else { return nil }
            let change = FieldChange(
                path: FieldPath([member.key]), cause: isMissing ? .missing : .intended,
                before: nil, after: member.value,
                recorded: isMissing ? recordedField(member.key, subject) : nil)
            return shown(change, subject)
        }
        let isCutOff = subject.recorded?.isProvisional == true
        let reason =
            isMissing
            ? "it is in the ledger, and no longer on the platform"
            : isCutOff ? "the run that wrote it was interrupted" : "new in your files"
        change(subject, .create, fields, reason, &outcome)
        return .create
    }

    /// What showed that a recorded object is gone; nil where nothing is recorded.
    func missing(_ recorded: RecordedResource?) -> String? {
        guard let recorded else { return nil }
        let shown = input.missing[recorded.address] ?? "the platform no longer shows it"
        return "the ledger has it as `\(recorded.liveID.idText)`; \(shown)"
    }

    private func recordedField(_ name: String, _ subject: Subject) -> Value? {
        subject.recorded?.value[name]
    }

    /// What a resource has otherwise than its live object.
    func differences(_ subject: Subject) -> [Difference] {
        differences(subject.value, subject.observed?.value, of: subject)
    }

    /// What a wanted value has otherwise than a live one; what was applied tells why.
    func differences(_ wanted: Value, _ live: Value?, of subject: Subject) -> [Difference] {
        let recorded = subject.recorded
        var comparison = Comparison()
        comparison.fixedCause = fixedCause(subject)
        comparison.ignored = Set(subject.resource.options.ignored)
        comparison.digests = world.digests[subject.address] ?? [:]
        comparison.recordedDigests = recorded?.digests ?? subject.adoptedDigests
        comparison.lifecycleField = subject.lifecycle?.field
        comparison.released = Set(recorded?.released ?? [])
        comparison.recordedID = { [input] in input.recorded[$0]?.liveID }
        comparison.findsReleased =
            options.findsReleased && (recorded.map { !subject.isWrittenAs($0.value) } ?? false)
        comparison.object(
            wanted.object ?? [:], Applied(recorded), live, subject.type, Inheritance())
        let found = comparison.found.filter { !isStillWritten($0.change, subject) }
        guard options.overwrite.contains(subject.address) else { return found }
        return found.map { difference in
            var decided = difference
            if decided.change.cause == .conflict { decided.change.cause = .intended }
            return decided
        }
    }

    /// Whether the file still has a field that the kind leaves out: that releases nothing.
    private func isStillWritten(_ change: FieldChange, _ subject: Subject) -> Bool {
        guard change.cause == .released, change.path.parts.count == 1,
            !subject.resource.options.ignored.contains(change.path)
        else { return false }
        return subject.resource.node[change.path.parts[0]] != nil
    }

    /// The cause of every difference where no field was last applied: nobody else changed it.
    private func fixedCause(_ subject: Subject) -> Cause? {
        if subject.isAdopted { return .adopt }
        return subject.recorded?.isProvisional == true ? .unfinished : nil
    }

    /// A change with the written form of what is wanted, and its place.
    private func shown(_ change: FieldChange, _ subject: Subject) -> FieldChange {
        var shown = change
        if change.after != nil {
            shown.after =
                subject.type.value(at: change.path.parts[...], in: subject.resource.value)
                ?? change.after
        }
        shown.path = subject.type.written(
            change.path, as: subject.resource.value, resolved: subject.value
        ) { kind, id in
            world.names.group(subject.account.name, kind)?.rows[id]?.first?.names.first
        }
        shown.place = world.span(of: shown.path, in: subject.resource)
            .map(input.place)
        return shown
    }

    private mutating func change(
        _ subject: Subject, _ action: Action, _ fields: [FieldChange], _ reason: String,
        _ outcome: inout Outcome
    ) {
        let made = calls(subject, action, fields)
        let refusals = made.refusals + lacking(subject, action)
        for refusal in refusals { report(refusal, subject.resource) }
        var row = row(subject, action, verb: action.word, reason: reason)
        row.fields = fields
        if action == .newVersion || action == .replace { row.liveState = subject.liveState }
        row.missing = action == .create ? missing(subject.recorded) : nil
        row.calls = made.calls
        row.consequences = consequences(subject, action) + made.notes
        row.isIrreversible = action == .replace && deletesFirst(subject)
        row.record = record(
            subject, made.given, state: stateAfter(action, subject),
            releasing: fields.filter { $0.cause == .released }.map(\.path))
        row.record?.unfinished = made.calls.effects
        let waits = subject.waits + needed(by: subject.resource)
        outcome.content = add(row, .content, waits: waits)
        if action == .create || action == .replace { outcome.liveID = nil }
        outcome.isBroken = !refusals.isEmpty
    }

    /// What a new object must have and its file leaves out.
    private func lacking(_ subject: Subject, _ action: Action) -> [Refusal] {
        guard action.makesObject else { return [] }
        let fields = subject.kind.shape.fields.filter { field in
            field.rules.isNeededToCreate && (subject.value[field.name] ?? .null).isNull
        }
        return fields.map { field in
            Refusal(
                code: PlanCode.neededToCreate,
                message: "`\(field.name)` must be written to create `\(subject.address)`",
                path: FieldPath([field.name]),
                help: "only an object that exists may leave `\(field.name)` out")
        }
    }

    private func calls(
        _ subject: Subject, _ action: Action, _ fields: [FieldChange]
    ) -> ChangeCalls {
        guard action != .release else { return ChangeCalls() }
        let (kind, observed) = (subject.kind, subject.observed)
        guard action == .replace else {
            let paths = fields.filter { $0.cause != .released }.map(\.path)
            return kind.calls(for: subject.change(action, paths: paths, observed: observed))
        }
        guard deletesFirst(subject) else { return kind.calls(for: subject.beside()) }
        let removal = kind.calls(for: subject.change(.delete, observed: observed))
        var creation = kind.calls(for: subject.change(.create, observed: nil))
        creation.calls = removal.calls + creation.calls
        creation.refusals = removal.refusals + creation.refusals
        creation.notes = removal.notes + creation.notes
        return creation
    }

    private func consequences(_ subject: Subject, _ action: Action) -> [String] {
        guard action == .replace else { return [] }
        if deletesFirst(subject) {
            let words = subject.actingState.flatMap { subject.lifecycle?.deletion[$0] }
            return ["the old object is deleted and a new one is made"]
                + [subject.kind.deletesFirst, words].compactMap(\.self)
        }
        if subject.replacedID == nil {
            let reason = subject.observed.flatMap(subject.kind.reasonToLeave)
            return ["a new object is made, and the old one stays"] + [reason].compactMap(\.self)
        }
        return ["a new object is made, and the old one is deleted once nothing refers to it"]
    }

    /// The lifecycle value after the content row alone; nil where the field is not ours.
    func stateAfter(_ action: Action, _ subject: Subject) -> String? {
        guard let wanted = subject.wantedState, let lifecycle = subject.lifecycle else {
            return nil
        }
        switch action {
        case .create, .replace: return lifecycle.initial
        case .newVersion where !lifecycle.versionsRunAtOnce: return lifecycle.initial
        default:
            let known = subject.isAdopted ? subject.liveState : subject.recordedState
            return wanted == subject.liveState ? wanted : known
        }
    }

    private func reason(
        _ action: Action, _ fields: [FieldChange], _ differences: [Difference],
        _ subject: Subject
    ) -> String {
        switch action {
        case .replace:
            let names = differences.filter(\.isImmutable).map { "`\($0.change.path)`" }
            return "\(names.joined(separator: ", ")) cannot be changed on an existing object"
        case .newVersion where fields.isEmpty: return "it runs again only as a new version"
        case .newVersion:
            let state = subject.isRunning ? nil : subject.liveState
            let why = state.map { "it is `\($0)`" } ?? "it runs"
            return "\(Cause.words(fields)); \(why), so a new version is made"
        default: return Cause.words(fields)
        }
    }
}

extension Action {
    /// The word for it where the platform has no verb of its own.
    var word: String { self == .newVersion ? "new version" : rawValue }
}
