import Documents
import Platforms

/// Walks the sides of one resource together and collects what differs.
///
/// wanted as written and live as returned: no difference, whatever the platform made of it.
struct Comparison {
    /// The cause of everything, where it does not depend on the field.
    var fixedCause: Cause?
    /// Paths left to the platform.
    var ignored: Set<FieldPath> = []
    /// Digests of the secrets wanted now, by path.
    var digests: [String: String] = [:]
    /// Digests of the secrets last applied, by path.
    var recordedDigests: [String: String] = [:]
    /// The lifecycle field, whose changes are rows of their own.
    var lifecycleField: String?
    /// The id that the ledger has of a resource.
    var recordedID: (Address) -> Value? = { _ in nil }
    /// Fields that were ours once and are not any more.
    var released: Set<FieldPath> = []
    /// Whether fields that are no longer written are looked for.
    var findsReleased = false

    var path: [String] = []
    var found: [Difference] = []

    /// Compares the authored members of an object; of a whole one, all that there are.
    mutating func object(
        _ wanted: Object, _ applied: Applied, _ observed: Value?, _ type: SortedType,
        _ above: Inheritance, isWhole: Bool = false
    ) {
        if isWhole { removeExtras(wanted, applied, observed, above) }
        let observedMembers = observed?.object?.members ?? []
        var cursor = 0
        for member in wanted.members {
            if path.isEmpty, member.key == lifecycleField { continue }
            let live = observedMembers.next(member.key, &cursor)
            if let live, !findsReleased, digests.isEmpty, live.isIdentical(to: member.value) {
                continue
            }
            let known = type.member(member.key)
            path.append(member.key)
            var rules = known.rules
            if isWhole { rules.isWhole = true }
            field(
                member.value, applied.member(member.key), live, known.type, rules,
                above.adding(rules))
            path.removeLast()
        }
        if findsReleased { release(wanted, applied, observed, type, above, isWhole: isWhole) }
    }

    /// Compares one field whose path is set.
    mutating func field(
        _ wanted: Value, _ applied: Applied, _ observed: Value?, _ type: SortedType,
        _ rules: Rules, _ above: Inheritance
    ) {
        guard !isIgnored else { return releaseIgnored(applied, observed, above) }
        // What an adopted object never shows is assumed to be as the file has it.
        if rules.isWriteOnly, fixedCause == .adopt { return }
        let observed = rules.isWriteOnly ? applied.returned : observed
        switch (type, wanted) {
        case (.object, .object(let members)), (.map, .object(let members)),
            (.any, .object(let members)):
            guard observed.isObjectOrNothing else { break }
            return object(members, applied, observed, type, above, isWhole: rules.isWhole)
        case (.list(let element, let key?), .list(let elements)):
            guard let live = observed.elements else { break }
            return keyed(elements, applied, live, element, key, above)
        default: break
        }
        leaf(wanted, applied, observed, type, rules, above)
    }

    private mutating func leaf(
        _ wanted: Value, _ applied: Applied, _ observed: Value?, _ type: SortedType,
        _ rules: Rules, _ above: Inheritance
    ) {
        let isOtherSecret = wanted.holdsSecret && !digestsAgree
        let isReached = applied.isReached(wanted, by: observed, type, rules)
        guard !isReached || isOtherSecret else { return }
        guard
            let cause = cause(wanted, applied, observed, type, rules, isOtherSecret: isOtherSecret)
        else { return }
        let recorded = applied.value
        add(
            cause, before: masked(observed, wanted, recorded), after: wanted,
            recorded: masked(recorded, wanted, recorded),
            kept: masked(applied.kept(type, rules), wanted, recorded), above)
    }

    /// Why a field differs; nil where it does not but in what the platform made of it.
    private func cause(
        _ wanted: Value, _ applied: Applied, _ observed: Value?, _ type: SortedType,
        _ rules: Rules, isOtherSecret: Bool
    ) -> Cause? {
        if let fixedCause { return fixedCause }
        // What an adopted object holds there is not known, and nobody changed it.
        if wanted.holdsSecret, !applied.knowsWritten, hasNoDigest { return .adopt }
        guard applied.isOurs else {
            let wasOurs = released.contains(FieldPath(path))
            return observed.isNothing || wanted.holdsSecret || wasOurs
                ? .intended : .platformDefault
        }
        let isOther = applied.isEdited(to: wanted, type, rules)
        let isEdited = isOther && !isRenewed(wanted, applied, type, rules)
        let isChanged = applied.isChanged(to: observed, type, rules)
        switch (isEdited, isChanged) {
        case (true, true): return .conflict
        case (true, false): return .intended
        case (false, _) where isOtherSecret: return hasNoDigest ? .unknownSecret : .secret
        case (false, true): return .drift
        case (false, false) where isOther: return .renewed
        case (false, false): return applied.knowsWritten ? nil : .intended
        }
    }

    /// Whether a field is as its author left it, and refers to what has to be made anew.
    func isRenewed(
        _ wanted: Value, _ applied: Applied, _ type: SortedType, _ rules: Rules
    ) -> Bool {
        guard let before = wanted.recorded(recordedID) else { return false }
        return !applied.isEdited(to: before, type, rules)
    }

    /// Adds a difference at the current path.
    mutating func add(
        _ cause: Cause, before: Value?, after: Value?, recorded: Value?, kept: Value? = nil,
        _ above: Inheritance
    ) {
        var change = FieldChange(
            path: FieldPath(path), cause: cause, before: before, after: after, recorded: recorded)
        change.kept = kept
        found.append(
            Difference(
                change: change, isImmutable: above.isImmutable, makesVersion: above.makesVersion))
    }

    /// A side as it may be shown: what is secret in the file or the ledger is nowhere shown.
    func masked(_ value: Value?, _ wanted: Value?, _ recorded: Value?) -> Value? {
        guard let value else { return nil }
        if let recorded, recorded.holdsSecret { return recorded }
        let isLiveSecret = wanted?.holdsSecret == true && !value.holdsSecret
        return isLiveSecret ? Value?.none : value
    }

    private var digestsAgree: Bool { below(digests) == below(recordedDigests) }

    private var hasNoDigest: Bool { below(recordedDigests).isEmpty }

    /// The digests of secrets at the current path.
    private func below(_ digests: [String: String]) -> [String: String] {
        let here = FieldPath(path).description
        return digests.filter { $0.key == here || $0.key.hasPrefix(here + ".") }
    }

    var isIgnored: Bool { !ignored.isEmpty && ignored.contains(FieldPath(path)) }
}

extension Applied {
    /// What the platform made of it, where that is more than another spelling.
    fileprivate func kept(_ type: SortedType, _ rules: Rules) -> Value? {
        guard knowsWritten, let returned, !Sameness.spelling.holds(written, returned, type, rules)
        else { return nil }
        return returned
    }
}

extension Value? {
    /// Whether there is nothing, or an object.
    fileprivate var isObjectOrNothing: Bool { isNothing || self?.object != nil }
    /// Whether there is nothing, or null.
    var isNothing: Bool { self?.isNull ?? true }
    /// The elements of a list, none where there is nothing, nil where there is something else.
    fileprivate var elements: [Value]? { isNothing ? [] : self?.list }
}
