import Documents
import Platforms

/// Whether two canonical values mean the same, the left one as far as it says something.
///
/// Members that only the right side has are not compared; null and missing are the same; numbers
/// compare as numbers; a secret on the left is the same as anything that is there.
enum Sameness {
    static func holds(
        _ left: Value?, _ right: Value?, _ type: SortedType, _ rules: Rules = .none
    ) -> Bool {
        let one = effective(left, rules)
        let other = effective(right, rules)
        if one == other { return true }
        if one.isSecretLeaf { return !other.isNull }
        switch (one, other) {
        case (.object(let one), .object(let other)): return objects(one, other, type)
        case (.list(let one), .list(let other)): return lists(one, other, type, rules)
        default: return scalars(one, other, type)
        }
    }

    private static func effective(_ value: Value?, _ rules: Rules) -> Value {
        guard let value, !value.isNull else { return rules.defaultValue ?? .null }
        return value
    }

    private static func scalars(_ left: Value, _ right: Value, _ type: SortedType) -> Bool {
        if let one = left.number, let other = right.number {
            if case .int = left, case .int = right { return false }
            return one == other
        }
        if case .reference = type { return left.scalarText == right.scalarText && !left.isLater }
        return false
    }

    private static func objects(_ left: Object, _ right: Object, _ type: SortedType) -> Bool {
        var cursor = 0
        return left.members.allSatisfy { member in
            let field = type.member(member.key)
            let other = right.members.next(member.key, &cursor)
            return holds(member.value, other, field.type, field.rules)
        }
    }

    private static func lists(
        _ left: [Value], _ right: [Value], _ type: SortedType, _ rules: Rules
    ) -> Bool {
        guard left.count == right.count else { return false }
        let (inner, key) = type.element
        if rules.isUnordered { return counts(left, inner) == counts(right, inner) }
        guard let key else { return zip(left, right).allSatisfy { holds($0, $1, inner) } }
        var elements = KeyedElements(right, key: key)
        return left.enumerated().allSatisfy { position, element in
            holds(element, elements.take(element[key]?.scalarText, near: position), inner)
        }
    }

    /// How often each value occurs; an id is the same as a number and as a text.
    private static func counts(_ values: [Value], _ type: SortedType) -> [Value: Int] {
        values.reduce(into: [:]) { counts, value in
            let id = type.isReference && !value.isLater ? value.scalarText : nil
            counts[id.map(Value.text) ?? value, default: 0] += 1
        }
    }
}

extension Value {
    /// Whether it is known only when the plan is applied.
    var isLater: Bool {
        switch self {
        case .captured, .joined, .secret: true
        default: false
        }
    }
}

extension Value {
    /// Whether it is what another value says, but for members of objects that only that one has.
    ///
    /// A quick look before the long one: values that differ only in form are not within.
    func isWithin(_ other: Value) -> Bool {
        guard case .object(let ours) = self, case .object(let theirs) = other else {
            return self == other
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

extension [Object.Member] {
    /// The value of a key, walking on from a cursor; keys must be asked for in their order.
    func next(_ key: String, _ cursor: inout Int) -> Value? {
        place(of: key, &cursor).map { self[$0].value }
    }

    /// The place of a key, found in the same way.
    func place(of key: String, _ cursor: inout Int) -> Int? {
        while cursor < count {
            if self[cursor].key == key { return cursor }
            if key < self[cursor].key { return nil }
            cursor += 1
        }
        return nil
    }
}

/// The elements of a list by the member that names them; found in one look where orders agree.
struct KeyedElements {
    private let list: [Value]
    private let key: String
    private var places: [String: Int]?
    private var taken: [Bool]

    init(_ list: [Value], key: String) {
        self.list = list
        self.key = key
        taken = Array(repeating: false, count: list.count)
    }

    /// The element of a name, looked for first at a position.
    mutating func take(_ name: String?, near position: Int) -> Value? {
        guard let name, let place = place(of: name, near: position) else { return nil }
        taken[place] = true
        return list[place]
    }

    /// The elements nobody took, with their names.
    var untaken: [(name: String, value: Value)] {
        list.indices.filter { !taken[$0] }.map { place in
            (list[place][key]?.scalarText ?? String(place), list[place])
        }
    }

    private mutating func place(of name: String, near position: Int) -> Int? {
        if position < list.count, list[position][key]?.text == name { return position }
        if places == nil { places = named() }
        return places?[name]
    }
    /// The first place of every name.
    private func named() -> [String: Int] {
        var places: [String: Int] = [:]
        for (place, element) in list.enumerated() {
            guard let name = element[key]?.scalarText, places[name] == nil else { continue }
            places[name] = place
        }
        return places
    }
}
