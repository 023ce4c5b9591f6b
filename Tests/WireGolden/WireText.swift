import Documents
public import Platforms

/// The writes of a change as readable JSON: keys sorted, ids that are known later by their address.
public enum WireText {
    /// Every write with its body, in order; reads are left out.
    public static func of(_ calls: [Call]) -> String {
        Value.list(calls.filter { !$0.isRead }.map(write)).prettyJSON + "\n"
    }

    private static func write(_ call: Call) -> Value {
        var write: Object = [
            "call": .text(call.summary),
            "request": .text(
                "\(call.request.method.rawValue.uppercased()) \(target(call.request))"),
        ]
        if let unless = call.unless { write["unless"] = .text(unless.words) }
        switch call.request.body {
        case .none: break
        case .value(let value): write["body"] = readable(value)
        case .over(let overlay): write["body over what was read"] = body(overlay)
        }
        return .object(write)
    }

    private static func target(_ request: Request) -> String {
        let path = request.path.map { "/" + text($0) }.joined()
        let query = request.query.map { "\($0.key)=\(text($0.value))" }.joined(separator: "&")
        return query.isEmpty ? path : "\(path)?\(query)"
    }

    private static func body(_ overlay: Overlay) -> Value {
        var body: Object = ["ours": readable(overlay.sent)]
        func note(_ key: String, _ names: [String]) {
            if !names.isEmpty { body[key] = .list(names.sorted().map { .text($0) }) }
        }
        note("not sent back", overlay.dropping)
        note("sent back", overlay.keeping ?? [])
        note("merged one by one", overlay.lists.map { "\($0.key) by \($0.value.key)" })
        return .object(body)
    }

    private static func text(_ value: Value) -> String {
        let value = readable(value)
        return value.text ?? value.canonicalJSON
    }

    private static func readable(_ value: Value) -> Value {
        switch value {
        case .captured(let slot):
            let name = slot.name == "id" ? "" : " \(slot.name)"
            return .text("${\(slot.address)\(name)}")
        case .secret(let name): return .text("${secret.\(name)}")
        case .joined(let parts): return .text(parts.map(text).joined())
        case .list(let list): return .list(list.map(readable))
        case .object(let object):
            return .object(Object(object.map { ($0.key, readable($0.value)) }))
        default: return value
        }
    }
}
