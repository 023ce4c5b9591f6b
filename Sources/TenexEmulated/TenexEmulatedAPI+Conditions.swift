import Documents
import EmulatedKit
import Tenex

extension TenexEmulatedAPI.Checker {
    /// Checks the shape of a condition: a comparison, or `all`, `any` or `not` of others.
    mutating func check(condition: Value, at path: [Value]) {
        guard let object = condition.object else {
            return note(path, "Input should be a valid dictionary", "dict_type")
        }
        for key in ["all", "any"] where object[key].isThere {
            for (index, part) in (member(key, .list, in: object, at: path)?.list ?? []).enumerated()
            {
                check(condition: part, at: path + [.text(key), .int(Int64(index))])
            }
            return
        }
        if let inner = object["not"] { return check(condition: inner, at: path + ["not"]) }
        member("field", .text, in: object, at: path, isRequired: true)
        member("op", .word(TenexWords.operators), in: object, at: path, isRequired: true)
    }
}

extension TenexEmulatedAPI.Scope {
    /// Whether a condition holds; none at all always does.
    func holds(_ condition: Value?) -> Bool {
        guard let object = condition?.object else { return true }
        if let all = object["all"]?.list { return all.allSatisfy(holds) }
        if let any = object["any"]?.list { return any.contains(where: holds) }
        if let inner = object["not"] { return !holds(inner) }
        let field = value(at: object.word("field"))
        let wanted = evaluated(object["value"] ?? .null)
        return Self.compare(field, object.word("op"), wanted)
    }

    private static func compare(_ field: Value, _ word: String, _ wanted: Value) -> Bool {
        switch word {
        case "eq": same(field, wanted)
        case "ne": !same(field, wanted)
        case "gt": order(field, wanted) == .some(1)
        case "gte": [0, 1].contains(order(field, wanted))
        case "lt": order(field, wanted) == .some(-1)
        case "lte": [-1, 0].contains(order(field, wanted))
        case "in": (wanted.list ?? []).contains { same($0, field) }
        case "contains": contains(field, wanted)
        case "exists": field.isNull == (wanted == false)
        default: false
        }
    }

    private static func same(_ left: Value, _ right: Value) -> Bool {
        if let left = left.number, let right = right.number { return left == right }
        return left == right
    }

    private static func contains(_ field: Value, _ wanted: Value) -> Bool {
        if let list = field.list { return list.contains { same($0, wanted) } }
        guard let text = field.text, let part = wanted.text else { return false }
        return part.isEmpty || text.contains(part)
    }

    /// -1, 0 or 1; nil where the two have no order.
    private static func order(_ left: Value, _ right: Value) -> Int? {
        if let left = number(left), let right = number(right) {
            return left < right ? -1 : left > right ? 1 : 0
        }
        guard let left = left.text, let right = right.text else { return nil }
        return left < right ? -1 : left > right ? 1 : 0
    }

    /// A number, also one that is written as a text.
    private static func number(_ value: Value) -> Double? {
        value.number ?? value.text.flatMap(Double.init)
    }
}
