import Documents
import Platforms

extension Comparison {
    /// Compares a list whose elements are told apart by a member; it is whole.
    mutating func keyed(
        _ wanted: [Value], _ recorded: [Value]?, _ observed: [Value], _ type: SortedType,
        _ key: String, _ above: Inheritance
    ) {
        if digests.isEmpty, wanted.count == observed.count,
            wanted.indices.allSatisfy({ wanted[$0].isWithin(observed[$0]) })
        {
            return
        }
        var before = KeyedElements(recorded ?? [], key: key)
        var live = KeyedElements(observed, key: key)
        for (position, element) in wanted.enumerated() {
            let name = element[key]?.scalarText
            let old = before.take(name, near: position)
            path.append(name ?? String(position))
            if let now = live.take(name, near: position) {
                self.element(element, old, now, type, above)
            } else if !isIgnored {
                let cause = causeOfMissing(element, old, type)
                add(cause, before: nil, after: element, recorded: old, above)
            }
            path.removeLast()
        }
        for extra in live.untaken {
            path.append(extra.name)
            let old = before.take(extra.name, near: 0)
            if !isIgnored { remove(extra.value, old, recorded != nil, type, above) }
            path.removeLast()
        }
    }

    /// Reports the members of a whole map that only the platform has, each leaf by itself.
    mutating func removeExtras(
        _ wanted: Object, _ recorded: Value?, _ observed: Value?, _ above: Inheritance
    ) {
        for extra in observed?.object?.members ?? [] where wanted[extra.key] == nil {
            path.append(extra.key)
            let old = recorded?[extra.key]
            if !isIgnored {
                if extra.value.object != nil {
                    object([:], old, extra.value, .any, above, isWhole: true)
                } else {
                    remove(extra.value, old, recorded != nil, .any, above)
                }
            }
            path.removeLast()
        }
    }

    private mutating func element(
        _ wanted: Value, _ recorded: Value?, _ observed: Value, _ type: SortedType,
        _ above: Inheritance
    ) {
        if digests.isEmpty, wanted == observed { return }
        field(wanted, recorded, observed, type, .none, above)
    }

    private mutating func remove(
        _ observed: Value, _ recorded: Value?, _ isManaged: Bool, _ type: SortedType,
        _ above: Inheritance
    ) {
        let shown = masked(observed, nil, recorded)
        let cause = causeOfExtra(observed, recorded, isManaged, type)
        add(cause, before: shown, after: nil, recorded: recorded, above)
    }

    private func causeOfMissing(_ wanted: Value, _ recorded: Value?, _ type: SortedType) -> Cause {
        if let fixedCause { return fixedCause }
        guard let recorded else { return .intended }
        return Sameness.holds(wanted, recorded, type) ? .drift : .conflict
    }

    private func causeOfExtra(
        _ observed: Value, _ recorded: Value?, _ isManaged: Bool, _ type: SortedType
    ) -> Cause {
        if let fixedCause { return fixedCause }
        guard isManaged else { return .platformDefault }
        guard let recorded else { return .drift }
        return Sameness.holds(recorded, observed, type) ? .intended : .conflict
    }

    private var isIgnored: Bool { !ignored.isEmpty && ignored.contains(FieldPath(path)) }
}
