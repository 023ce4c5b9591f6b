import Documents
import Platforms

/// Looks into opened answers: what a selector finds, whether a condition holds.
struct CallEvaluator: Sendable {
    /// What conditions may compare with.
    var known: Substitution

    /// What a selector finds.
    func select(_ selector: Selector, in value: Value) throws(EvaluationError) -> Value {
        switch selector {
        case .whole: return value
        case .at(let name, let rest):
            guard let part = CallEvaluator.part(name, of: value) else {
                throw EvaluationError("the answer has no `\(name)`")
            }
            return try select(rest, in: part)
        case .only(let condition, let rest):
            let matches = try matches(condition, in: value.list ?? [value])
            guard matches.count == 1, let only = matches.first else {
                throw EvaluationError(
                    "exactly one element of the answer must match, \(matches.count) do")
            }
            return try select(rest, in: only)
        }
    }

    /// The elements for which a condition holds.
    func matches(_ condition: Condition, in elements: [Value]) throws(EvaluationError) -> [Value] {
        var found: [Value] = []
        for element in elements where try holds(condition, in: element) { found.append(element) }
        return found
    }

    /// Whether a condition holds; what is missing equals nothing.
    func holds(_ condition: Condition, in value: Value) throws(EvaluationError) -> Bool {
        switch condition {
        case .equal(let selector, let wanted):
            return CallEvaluator.same(find(selector, in: value), try known.fill(wanted))
        case .oneOf(let selector, let words):
            let found = find(selector, in: value)
            for word in words where CallEvaluator.same(found, try known.fill(word)) { return true }
            return false
        case .greater(let selector, let bound):
            guard let found = find(selector, in: value) else { return false }
            return CallEvaluator.isGreater(found, try known.fill(bound))
        case .exists(let selector): return find(selector, in: value).map { !$0.isNull } ?? false
        case .all(let parts):
            for part in parts where try !holds(part, in: value) { return false }
            return true
        case .any(let parts):
            for part in parts where try holds(part, in: value) { return true }
            return false
        case .not(let part): return try !holds(part, in: value)
        }
    }

    /// What captures take out of an answer.
    func captures(
        _ captures: [Capture], from value: Value
    ) throws(EvaluationError) -> [Slot: Value] {
        var found: [Slot: Value] = [:]
        for capture in captures { found[capture.slot] = try select(capture.from, in: value) }
        return found
    }

    /// The first claim that an answer does not fulfil.
    func firstBroken(
        _ claims: [Expectation], in value: Value
    ) throws(EvaluationError) -> Expectation? {
        for claim in claims where try !holds(claim.condition, in: value) { return claim }
        return nil
    }

    private func find(_ selector: Selector, in value: Value) -> Value? {
        try? select(selector, in: value)
    }

    private static func part(_ name: String, of value: Value) -> Value? {
        guard let list = value.list else { return value[name] }
        guard let index = Int(name), list.indices.contains(index) else { return nil }
        return list[index]
    }

    private static func same(_ found: Value?, _ wanted: Value) -> Bool {
        guard let found else { return wanted.isNull }
        return Sameness.spelling.holds(wanted, found)
    }

    private static func isGreater(_ found: Value, _ bound: Value) -> Bool {
        if let left = found.int, let right = bound.int { return left > right }
        if let left = found.number, let right = bound.number { return left > right }
        if let left = found.text, let right = bound.text { return left > right }
        return false
    }
}
