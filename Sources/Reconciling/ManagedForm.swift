import Documents
import Platforms

/// The managed fields of an object in the form in which the platform returned them.
struct ManagedForm: Sendable, Equatable {
    /// The fields that the author wrote, as returned.
    private(set) var value: Value = .null
    /// Where the platform kept something else, in words.
    private(set) var keptOtherwise: [String] = []

    /// Whether the row was about the lifecycle field; another row records it as it was.
    private let isLifecycle: Bool

    /// Takes from what the platform shows the fields that were wanted.
    init(of wanted: Value, in observed: Value, _ shape: Shape, after action: Action) {
        isLifecycle = action.isLifecycle
        value =
            restrict(
                observed, to: wanted, .object(shape), .none, at: FieldPath([])) ?? .object([:])
    }

    private mutating func restrict(
        _ observed: Value?, to wanted: Value, _ type: FieldType, _ rules: Rules, at path: FieldPath
    ) -> Value? {
        if rules.isSecret || rules.isWriteOnly || wanted.holdsSecret { return wanted }
        if rules.isLifecycle, !isLifecycle { return wanted }
        guard let observed else { return missing(wanted, rules, at: path) }
        switch (wanted, observed) {
        case (.object(let wanted), .object(let observed)):
            return .object(members(observed, wanted, type, at: path))
        case (.list(let wanted), .list(let observed)):
            return .list(elements(observed, wanted, type, rules, at: path))
        default:
            compare(wanted, observed, type, rules, at: path)
            return observed
        }
    }

    private mutating func missing(_ wanted: Value, _ rules: Rules, at path: FieldPath) -> Value? {
        if wanted.isNull || rules.defaultValue == wanted { return wanted }
        if !rules.isLifecycle { say(wanted, nil, at: path) }
        return nil
    }

    private mutating func members(
        _ observed: Object, _ wanted: Object, _ type: FieldType, at path: FieldPath
    ) -> Object {
        var kept: [Object.Member] = []
        for member in wanted {
            let field = type.field(member.key)
            let part = restrict(
                observed[member.key], to: member.value, field.type, field.rules,
                at: path.appending(member.key))
            if let part { kept.append(Object.Member(member.key, part)) }
        }
        return Object(members: kept)
    }

    private mutating func elements(
        _ observed: [Value], _ wanted: [Value], _ type: FieldType, _ rules: Rules,
        at path: FieldPath
    ) -> [Value] {
        guard case .list(let element, let key) = type, case .object = element else {
            if !ManagedForm.same(wanted, observed, type, isUnordered: rules.isUnordered) {
                say(.list(wanted), .list(observed), at: path)
            }
            return observed
        }
        var left = observed
        var kept: [Value] = []
        for (index, item) in wanted.enumerated() {
            let name = key.flatMap { ManagedForm.name(item[$0]) }
            let place = left.firstIndex { twin in
                name.map { ManagedForm.name(twin[key ?? ""]) == $0 } ?? true
            }
            let path = path.appending(name ?? String(index))
            let twin = place.map { left.remove(at: $0) }
            if let part = restrict(twin, to: item, element, .none, at: path) { kept.append(part) }
        }
        return kept + left
    }

    /// What tells an element from others; an id is the same as a number and as a text.
    private static func name(_ value: Value?) -> String? {
        value.map { $0.text ?? $0.canonicalJSON }
    }

    private mutating func compare(
        _ wanted: Value, _ observed: Value, _ type: FieldType, _ rules: Rules, at path: FieldPath
    ) {
        if wanted == observed || rules.isLifecycle { return }
        if let left = wanted.number, let right = observed.number, left == right { return }
        // A reference written as a name comes back as the id of the object so called.
        if case .reference(_, let plain) = type, plain != .liveID { return }
        say(wanted, observed, at: path)
    }

    private mutating func say(_ wanted: Value, _ observed: Value?, at path: FieldPath) {
        let kept = observed.map { "`\(ManagedForm.short($0))`" } ?? "nothing"
        keptOtherwise.append(
            "`\(path)`: written `\(ManagedForm.short(wanted))`, the platform kept \(kept)")
    }

    /// Whether two lists are the same.
    private static func same(
        _ left: [Value], _ right: [Value], _ type: FieldType, isUnordered: Bool
    ) -> Bool {
        if case .list(.reference, _) = type {
            let (one, other) = (left.map(name), right.map(name))
            return isUnordered ? Set(one) == Set(other) : one == other
        }
        guard isUnordered else { return left == right }
        return left.count == right.count && Set(left) == Set(right)
    }

    private static func short(_ value: Value) -> String {
        let text = value.text ?? value.canonicalJSON
        return text.count > 60 ? text.prefix(60) + "…" : text
    }
}

extension FieldType {
    /// The type and rules of a member; free members hold anything.
    fileprivate func field(_ name: String) -> (type: FieldType, rules: Rules) {
        switch self {
        case .object(let shape): shape.field(name).map { ($0.type, $0.rules) } ?? (.any, .none)
        case .map(let type): (type, .none)
        default: (.any, .none)
        }
    }
}
