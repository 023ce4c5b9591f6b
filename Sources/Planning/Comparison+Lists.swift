import Documents
import Platforms

extension Comparison {
    /// Compares a list whose elements are told apart by a member; it is whole.
    mutating func keyed(
        _ wanted: [Value], _ applied: Applied, _ observed: [Value], _ type: SortedType,
        _ key: String, _ above: Inheritance
    ) {
        if digests.isEmpty, !findsReleased, wanted.count == observed.count,
            wanted.indices.allSatisfy({ wanted[$0].isWithin(observed[$0]) })
        {
            return
        }
        var before = AppliedElements(applied, key: key)
        var live = KeyedElements(observed, key: key)
        for (position, element) in wanted.enumerated() {
            let name = element[key]?.scalarText
            let old = before.take(name, near: position)
            path.append(name ?? String(position))
            if let now = live.take(name, near: position) {
                field(element, old, now, type, .none, above)
            } else if !isIgnored, let cause = causeOfMissing(element, old, type) {
                add(cause, before: nil, after: element, recorded: old.value, above)
            }
            path.removeLast()
        }
        for extra in live.untaken {
            path.append(extra.name)
            let old = before.take(extra.name, near: 0)
            if !isIgnored { remove(extra.value, old, isManaged: applied.isOurs, type, above) }
            path.removeLast()
        }
    }

    /// Reports the members of a whole map that only the platform has, each leaf by itself.
    mutating func removeExtras(
        _ wanted: Object, _ applied: Applied, _ observed: Value?, _ above: Inheritance
    ) {
        for extra in observed?.object?.members ?? [] where wanted[extra.key] == nil {
            path.append(extra.key)
            let old = applied.member(extra.key)
            if !isIgnored {
                if extra.value.object != nil {
                    object([:], old, extra.value, .any, above, isWhole: true)
                } else {
                    remove(extra.value, old, isManaged: applied.isOurs, .any, above)
                }
            }
            path.removeLast()
        }
    }

    private mutating func remove(
        _ observed: Value, _ applied: Applied, isManaged: Bool, _ type: SortedType,
        _ above: Inheritance
    ) {
        guard let cause = causeOfExtra(observed, applied, isManaged: isManaged, type) else {
            return
        }
        add(
            cause, before: masked(observed, nil, applied.value), after: nil,
            recorded: applied.value, above)
    }

    /// Why an element is not live; nil where the platform never took it.
    private func causeOfMissing(
        _ wanted: Value, _ applied: Applied, _ type: SortedType
    ) -> Cause? {
        if let fixedCause { return fixedCause }
        guard applied.isOurs else { return .intended }
        let isEdited =
            applied.isEdited(to: wanted, type, .none)
            && !isRenewed(wanted, applied, type, .none)
        guard applied.returned != nil else { return isEdited ? .intended : nil }
        return isEdited ? .conflict : .drift
    }

    /// Why an element is live that nobody wants; nil where the platform added it to our write.
    private func causeOfExtra(
        _ observed: Value, _ applied: Applied, isManaged: Bool, _ type: SortedType
    ) -> Cause? {
        if let fixedCause { return fixedCause }
        guard isManaged else { return .platformDefault }
        guard applied.isOurs else {
            // It came back with our last write, and is as it came.
            let isAsReturned =
                applied.returned != nil && !applied.isChanged(to: observed, type, .none)
            return isAsReturned ? nil : .drift
        }
        return applied.isChanged(to: observed, type, .none) ? .conflict : .intended
    }
}

extension Value {
    /// Whether it is what another value says, but for members of objects that only that one has.
    ///
    /// A quick look before the long one: values that differ only in form are not within.
    fileprivate func isWithin(_ other: Value) -> Bool {
        guard case .object(let ours) = self, case .object(let theirs) = other else {
            return isIdentical(to: other)
        }
        let (members, others) = (ours.members, theirs.members)
        var cursor = 0
        for index in members.indices {
            guard let place = others.place(of: members[index].key, &cursor) else {
                if members[index].value.isNull { continue }
                return false
            }
            guard members[index].value.isWithin(others[place].value) else { return false }
        }
        return true
    }
}
