import Documents
import Platforms

extension PlanBuilder {
    /// Notes what the ledger should hold of a resource that needs no row, if it holds another.
    mutating func refresh(_ subject: Subject) {
        guard let recorded = subject.recorded, let observed = subject.observed else { return }
        guard recorded.value != subject.value || !isSettled(subject, recorded) else { return }
        var record = record(subject, [:], state: stateAfter(.update, subject))
        if isKnown(record.value, subject) {
            record.written = recorded.written
            record.returned = recorded.returned
        } else {
            record.returned = seen(record.value, observed, subject)
            record.written = record.returned
        }
        guard record != recorded else { return }
        refreshed.append(Refresh(held: recorded, record: record))
        if recorded.isProvisional {
            note(
                about: subject.address,
                "`\(subject.address)` was written by a run that was cut off; it is as your files "
                    + "want it, and the ledger takes note")
        }
    }

    /// Whether the ledger holds what surrounds the value already.
    private func isSettled(_ subject: Subject, _ recorded: RecordedResource) -> Bool {
        let resource = subject.resource
        return recorded.file == resource.file
            && recorded.isProtected == resource.options.isProtected
            && recorded.onRemove == resource.options.onRemove
            && recorded.digests == world.digests[resource.address] ?? [:]
            && recorded.needs == needs(of: resource)
            && recorded.orphans == orphans(of: subject)
            && recorded.heldLifecycle == held(subject, state: stateAfter(.update, subject))
    }

    /// Whether the ledger holds what is wanted already, and nothing that is not.
    private func isKnown(_ value: Value, _ subject: Subject) -> Bool {
        guard let recorded = subject.recorded?.value else { return false }
        if recorded == value { return true }
        var comparison = Comparison()
        comparison.ignored = Set(subject.resource.options.ignored)
        comparison.object(value.object ?? [:], recorded, recorded, subject.type, Inheritance())
        guard comparison.found.isEmpty else { return false }
        var leftover = Leftover(ignored: comparison.ignored)
        return !leftover.exists(in: recorded, beside: value, subject.type)
    }

    /// The wanted fields as the platform returns them, with the lifecycle value to remember.
    private func seen(
        _ wanted: Value, _ observed: ObservedResource, _ subject: Subject
    ) -> Value {
        let projection = Projection(keepsUnseen: true)
        guard var members = projection.of(wanted, on: observed.value, subject.type).object else {
            return wanted
        }
        if let lifecycle = subject.lifecycle { members[lifecycle.field] = wanted[lifecycle.field] }
        return .object(members)
    }
}

/// Looks for what the ledger holds and nobody wants any more.
struct Leftover {
    /// Paths left to the platform.
    var ignored: Set<FieldPath>
    private var path: [String] = []

    init(ignored: Set<FieldPath>) { self.ignored = ignored }

    /// Whether a recorded value says more than the wanted one.
    mutating func exists(in recorded: Value, beside wanted: Value?, _ type: SortedType) -> Bool {
        guard ignored.isEmpty || !ignored.contains(FieldPath(path)) else { return false }
        switch (recorded, wanted) {
        case (.object(let recorded), .object(let wanted)):
            return members(recorded, wanted, type)
        case (.list(let recorded), .list(let wanted)):
            guard case .list(let inner, let key) = type, case .object = inner else { return false }
            return elements(recorded, wanted, inner, key)
        case (.null, nil): return false
        default: return wanted == nil
        }
    }

    private mutating func members(
        _ recorded: Object, _ wanted: Object, _ type: SortedType
    ) -> Bool {
        var cursor = 0
        for member in recorded.members {
            let twin = wanted.members.next(member.key, &cursor)
            path.append(member.key)
            defer { path.removeLast() }
            if exists(in: member.value, beside: twin, type.member(member.key).type) { return true }
        }
        return false
    }

    private mutating func elements(
        _ recorded: [Value], _ wanted: [Value], _ type: SortedType, _ key: String?
    ) -> Bool {
        var twins = KeyedElements(wanted, key: key ?? "")
        for (position, element) in recorded.enumerated() {
            let name = key.map { element[$0]?.scalarText ?? "" }
            let atPlace = position < wanted.count ? wanted[position] : nil
            let twin = key == nil ? atPlace : twins.take(name, near: position)
            path.append(name ?? String(position))
            defer { path.removeLast() }
            if exists(in: element, beside: twin, type) { return true }
        }
        return false
    }
}
