public import Documents

/// Two versions of one object: the one that acts on people, and a newer one in draft beside it.
extension ObservedResource {
    /// The version that a resource is about: the draft where that is what was last applied, or what
    /// an interrupted run began; else the one that acts.
    public func version(
        of recorded: RecordedResource?, _ type: SortedType, _ lifecycle: Lifecycle?
    ) -> ObservedResource {
        guard let draft, let recorded, let lifecycle,
            isAboutDraft(draft, recorded, type, lifecycle)
        else { return self }
        return draft.beside(self)
    }

    /// The draft that a write of fields made or changed; the object itself where there is none.
    public var written: ObservedResource { draft?.beside(self) ?? self }

    /// What shows that a step of the lifecycle was taken: the state of the version that acts, with
    /// the fields of the draft where those are what is recorded.
    public func stepped(
        _ recorded: Value, _ type: SortedType, _ lifecycle: Lifecycle?
    ) -> ObservedResource {
        guard let draft, let lifecycle else { return self }
        let differs = [value, draft.value].map {
            !ManagedFields(of: recorded, in: $0, type).keptOtherwise.isEmpty
        }
        guard differs == [true, false], var members = draft.value.object else { return self }
        members[lifecycle.field] = value[lifecycle.field]
        var both = draft
        both.value = .object(members)
        return both
    }

    private func isAboutDraft(
        _ draft: ObservedResource, _ recorded: RecordedResource, _ type: SortedType,
        _ lifecycle: Lifecycle
    ) -> Bool {
        if recorded.isUnfinished { return true }
        if isAs(recorded, type, lifecycle) { return false }
        let states = [recorded.value, value].map { $0[lifecycle.field]?.text ?? "" }
        if states.allSatisfy(lifecycle.running.contains) { return false }
        if draft.isAs(recorded, type, lifecycle) { return true }
        return !lifecycle.running.contains(states[0])
    }

    /// Whether its fields are as they came back when they were last applied.
    private func isAs(
        _ recorded: RecordedResource, _ type: SortedType, _ lifecycle: Lifecycle
    ) -> Bool {
        let live = ManagedFields(of: recorded.value, in: value, type).returned
            .without(lifecycle.field)
        let applied = recorded.returned.without(lifecycle.field)
        return Sameness.spelling.holds(applied, live, type)
            && Sameness.spelling.holds(live, applied, type)
    }

    private func beside(_ other: ObservedResource) -> ObservedResource {
        var copy = self
        var acting = other
        acting.draft = nil
        copy.acting = acting
        return copy
    }
}

extension Value {
    fileprivate func without(_ name: String) -> Value {
        guard var members = object else { return self }
        members[name] = nil
        return .object(members)
    }
}
