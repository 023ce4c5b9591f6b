import Documents
import Platforms

/// What was ours and is no longer written: it stays on the platform, and that is said.
extension Comparison {
    /// Reports the members of an object that were applied and are not written any more.
    ///
    /// A null that is not written any more releases nothing: there is nothing on the platform.
    mutating func release(
        _ wanted: Object, _ applied: Applied, _ observed: Value?, _ type: SortedType,
        _ above: Inheritance, isWhole: Bool
    ) {
        guard fixedCause == nil, !isWhole, let before = applied.value?.object else { return }
        for member in before.members where wanted[member.key] == nil && !member.value.isNull {
            guard type.exists(member.key, in: wanted) else { continue }
            path.append(member.key)
            release(applied.member(member.key), observed?[member.key], above)
            path.removeLast()
        }
    }

    /// Reports a field that was applied and is now left to the platform.
    mutating func releaseIgnored(
        _ applied: Applied, _ observed: Value?, _ above: Inheritance
    ) {
        guard findsReleased, fixedCause == nil, let before = applied.value, !before.isNull else {
            return
        }
        release(applied, observed, above)
    }

    private mutating func release(
        _ applied: Applied, _ observed: Value?, _ above: Inheritance
    ) {
        let before = masked(observed, nil, applied.value)
        add(.released, before: before, after: nil, recorded: applied.value, above)
    }
}

extension SortedType {
    /// Whether a member still exists beside what is wanted: not of another variant, and not
    /// replaced by a field that stands instead of it. What does not is removed, not released.
    fileprivate func exists(_ name: String, in wanted: Object) -> Bool {
        guard case .object(let shape) = self, let rules = shape.member(name)?.rules else {
            return true
        }
        if rules.insteadOf.contains(where: { wanted[$0].map { !$0.isNull } ?? false }) {
            return false
        }
        guard let tag = shape.tag, !rules.only.isEmpty, let word = wanted[tag]?.text else {
            return true
        }
        return rules.only.contains(word)
    }
}
