import Documents
import Platforms

/// Walks the three sides of one resource together and collects what differs.
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

    var path: [String] = []
    var found: [Difference] = []

    /// Compares the authored members of an object; of a whole one, all that there are.
    mutating func object(
        _ wanted: Object, _ recorded: Value?, _ observed: Value?, _ type: SortedType,
        _ above: Inheritance, isWhole: Bool = false
    ) {
        if isWhole { removeExtras(wanted, recorded, observed, above) }
        let recordedMembers = recorded?.object?.members ?? []
        let observedMembers = observed?.object?.members ?? []
        var (first, second) = (0, 0)
        for member in wanted.members {
            if path.isEmpty, member.key == lifecycleField { continue }
            let live = observedMembers.next(member.key, &second)
            if let live, digests.isEmpty, live == member.value { continue }
            let before = recordedMembers.next(member.key, &first)
            let known = type.member(member.key)
            path.append(member.key)
            var rules = known.rules
            if isWhole { rules.isWhole = true }
            field(member.value, before, live, known.type, rules, above.adding(rules))
            path.removeLast()
        }
    }

    /// Compares one field whose path is set.
    mutating func field(
        _ wanted: Value, _ recorded: Value?, _ observed: Value?, _ type: SortedType,
        _ rules: Rules, _ above: Inheritance
    ) {
        guard ignored.isEmpty || !ignored.contains(FieldPath(path)) else { return }
        let observed = rules.isWriteOnly ? recorded : observed
        switch (type, wanted) {
        case (.object, .object(let members)), (.map, .object(let members)),
            (.any, .object(let members)):
            guard observed.isObjectOrNothing else { break }
            return object(members, recorded, observed, type, above, isWhole: rules.isWhole)
        case (.list(let element, let key?), .list(let elements)):
            guard let live = observed.elements else { break }
            return keyed(elements, recorded?.list, live, element, key, above)
        default: break
        }
        leaf(wanted, recorded, observed, type, rules, above)
    }

    private mutating func leaf(
        _ wanted: Value, _ recorded: Value?, _ observed: Value?, _ type: SortedType,
        _ rules: Rules, _ above: Inheritance
    ) {
        let isSecret = wanted.holdsSecret
        let isOtherSecret = isSecret && !digestsAgree
        let isSame = Sameness.holds(wanted, observed, type, rules)
        guard !isSame || isOtherSecret else { return }
        let cause = cause(wanted, recorded, observed, type, rules, isOtherSecret: isOtherSecret)
        add(
            cause, before: masked(observed, wanted, recorded), after: wanted,
            recorded: masked(recorded, wanted, recorded), above)
    }

    private func cause(
        _ wanted: Value, _ recorded: Value?, _ observed: Value?, _ type: SortedType,
        _ rules: Rules, isOtherSecret: Bool
    ) -> Cause {
        if let fixedCause { return fixedCause }
        guard let recorded else {
            return observed.isNothing || wanted.holdsSecret ? .intended : .platformDefault
        }
        let isEdited = !Sameness.holds(wanted, recorded, type, rules)
        if isOtherSecret, !isEdited { return .secret }
        if !isEdited { return .drift }
        return Sameness.holds(recorded, observed, type, rules) ? .intended : .conflict
    }

    /// Adds a difference at the current path.
    mutating func add(
        _ cause: Cause, before: Value?, after: Value?, recorded: Value?, _ above: Inheritance
    ) {
        let change = FieldChange(
            path: FieldPath(path), cause: cause, before: before, after: after, recorded: recorded)
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

    private var digestsAgree: Bool {
        let here = FieldPath(path).description
        func below(_ digests: [String: String]) -> [String: String] {
            digests.filter { $0.key == here || $0.key.hasPrefix(here + ".") }
        }
        return below(digests) == below(recordedDigests)
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
