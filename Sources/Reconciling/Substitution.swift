import Documents
import Platforms

/// What is known by now of what was known only later: captured values and secrets.
struct Substitution: Sendable {
    /// Who gets the filled value, and so what becomes of secrets.
    enum Reader: Sendable { case platform, people, ledger }

    /// The captured values.
    var slots: [Slot: Value] = [:]
    /// The secrets by name.
    var secrets: [String: Secret] = [:]

    /// Fills in a value; for the ledger secrets stay names, for people they are masked.
    func fill(_ value: Value, for reader: Reader = .platform) throws(EvaluationError) -> Value {
        switch value {
        case .null, .bool, .int, .double, .text: return value
        case .captured(let slot): return try captured(slot)
        case .secret(let name): return try secret(name, for: reader)
        case .joined(let parts): return try joined(parts, for: reader)
        case .list(let items):
            var filled: [Value] = []
            for item in items { filled.append(try fill(item, for: reader)) }
            return .list(filled)
        case .object(let object): return .object(try fill(object, for: reader))
        }
    }

    private func fill(_ object: Object, for reader: Reader) throws(EvaluationError) -> Object {
        var members: [Object.Member] = []
        for member in object {
            members.append(Object.Member(member.key, try fill(member.value, for: reader)))
        }
        return Object(members: members)
    }

    /// Numbers given to an object, as far as they are known by now.
    func given(_ numbers: Object) -> Object {
        Object(
            members: numbers.compactMap { member in
                if let inner = member.value.object {
                    return Object.Member(member.key, .object(given(inner)))
                }
                return (try? fill(member.value)).map { Object.Member(member.key, $0) }
            })
    }

    /// Fills in what is known by now and leaves the rest as it is; secrets stay names.
    func fillKnown(_ value: Value) -> Value {
        switch value {
        case .list(let items): .list(items.map(fillKnown))
        case .object(let object):
            .object(Object(members: object.map { Object.Member($0.key, fillKnown($0.value)) }))
        default: (try? fill(value, for: .ledger)) ?? value
        }
    }

    private func captured(_ slot: Slot) throws(EvaluationError) -> Value {
        guard let value = slots[slot] else {
            throw EvaluationError("the \(slot.name) of `\(slot.address)` is not known")
        }
        return value
    }

    private func secret(_ name: String, for reader: Reader) throws(EvaluationError) -> Value {
        switch reader {
        case .ledger: return .secret(name)
        case .people: return .text("‹secret \(name)›")
        case .platform:
            guard let secret = secrets[name] else {
                throw EvaluationError("the secret `\(name)` is not known")
            }
            return secret.reveal { .text($0) }
        }
    }

    private func joined(_ parts: [Value], for reader: Reader) throws(EvaluationError) -> Value {
        var filled: [Value] = []
        for part in parts { filled.append(try fill(part, for: reader)) }
        if reader == .ledger, filled.contains(where: \.holdsSecret) { return .joined(filled) }
        var text = ""
        for part in filled { text += try Substitution.text(of: part) }
        return .text(text)
    }

    /// The text of a value within a path, a query or a text.
    static func text(of value: Value) throws(EvaluationError) -> String {
        switch value {
        case .text(let text): return text
        case .int, .double, .bool: return value.canonicalJSON
        default: throw EvaluationError("a path, query or text holds no lists and no objects")
        }
    }
}

extension Substitution {
    /// Fills in a request; the body is its own, or ours over what was read.
    func wire(_ request: Request) throws(EvaluationError) -> WireRequest {
        var path: [String] = []
        for part in request.path {
            let text = try Substitution.text(of: fill(part))
            // On the way these would be taken for steps between folders: for another object.
            guard text != ".", text != ".." else {
                throw EvaluationError("an id must not be `\(text)`")
            }
            path.append(text)
        }
        let sent = try body(request.body, for: .platform)
        return WireRequest(
            request.method, path, query: try query(request.query), body: sent?.canonicalBytes,
            shown: try body(request.body, for: .people))
    }

    private func query(_ object: Object) throws(EvaluationError) -> [WireRequest.Parameter] {
        var parameters: [WireRequest.Parameter] = []
        for member in object {
            let value = try fill(member.value)
            for item in value.list ?? (value.isNull ? [] : [value]) {
                parameters.append(.init(member.key, try Substitution.text(of: item)))
            }
        }
        return parameters
    }

    private func body(_ body: Request.Body, for reader: Reader) throws(EvaluationError) -> Value? {
        switch body {
        case .none: return nil
        case .value(let value): return try fill(value, for: reader)
        case .over(let overlay):
            let read = try captured(overlay.read)
            return overlay.merged(over: read, ours: try fill(overlay.ours, for: reader))
        }
    }
}

extension Value {
    /// The captured values that it speaks of.
    var slots: Set<Slot> {
        switch self {
        case .captured(let slot): [slot]
        case .joined(let items), .list(let items):
            items.reduce(into: []) { $0.formUnion($1.slots) }
        case .object(let object): object.reduce(into: []) { $0.formUnion($1.value.slots) }
        default: []
        }
    }
}

extension RecordedResource {
    /// The captured values that its fields and numbers speak of.
    var slots: Set<Slot> { value.slots.union(Value.object(given).slots) }
}

extension Request {
    /// The names of the secrets that it sends.
    var secretNames: Set<String> {
        let names = Value.list(path).secretNames.union(Value.object(query).secretNames)
        switch body {
        case .none: return names
        case .value(let value): return names.union(value.secretNames)
        case .over(let overlay): return names.union(overlay.ours.secretNames)
        }
    }
}
