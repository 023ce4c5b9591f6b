import Diagnostics
public import Documents
public import Platforms

extension Call {
    /// The call as plain JSON; what is empty is left out.
    public var encoded: Value {
        .members([
            ("summary", .text(summary)), ("request", request.encoded),
            ("accepts", Value.list(accepts.map { .int(Int64($0)) }).unlessEmpty),
            ("yieldsTo", Value.list(yieldsTo.map { .int(Int64($0)) }).unlessEmpty),
            ("unless", unless?.encoded),
            ("captures", Value.list(captures.map(\.encoded)).unlessEmpty),
            ("expects", Value.list(expects.map(\.encoded)).unlessEmpty),
            ("remarks", Value.list(remarks.map(\.encoded)).unlessEmpty),
            ("again", again.encoded), ("advice", advice.map(Value.text)),
            ("patience", Value.int(Int64(patience)).unlessEmpty),
            ("effect", effect.map { Value.texts($0.parts) }),
        ])
    }
}

extension Request {
    fileprivate var encoded: Value {
        .members([
            ("method", .text(method.rawValue)), ("path", .list(path.map(\.encoded))),
            ("query", Value.object(query).encoded.unlessEmpty), ("body", body.encoded),
        ])
    }
}

extension Request.Body {
    fileprivate var encoded: Value? {
        switch self {
        case .none: nil
        case .value(let value): .members([("value", value.encoded)])
        case .over(let overlay): .members([("over", overlay.encoded)])
        }
    }
}

extension Overlay {
    fileprivate var encoded: Value {
        let keyed = lists.map { list in
            let how: [(String, Value?)] = [
                ("key", .text(list.value.key)), ("tag", list.value.tag.map(Value.text)),
            ]
            return (list.key, Value.members(how))
        }
        return .members([
            ("read", read.encoded), ("dropping", .texts(dropping)),
            ("keeping", keeping.map(Value.texts)), ("ours", ours.encoded),
            ("lists", Value.object(Object(keyed)).unlessEmpty),
            ("omitsNull", omitsNull ? true : nil),
            ("renamed", renamed.isEmpty ? nil : .list(renamed.map(\.encoded))),
            ("kept", kept.map(Value.texts)),
        ])
    }
}

extension Overlay.Renamed {
    fileprivate var encoded: Value {
        let part: (String, Value?) =
            switch element {
            case .member(let name): ("member", .text(name))
            case .members(let names): ("members", .texts(names))
            }
        return .members([("read", .text(read)), ("sent", .text(sent)), part])
    }
}

extension Slot {
    fileprivate var encoded: Value { .texts([address, name]) }
}

extension Capture {
    fileprivate var encoded: Value { .members([("slot", slot.encoded), ("from", from.encoded)]) }
}

extension Unless {
    fileprivate var encoded: Value {
        .members([
            ("slot", slot.encoded), ("shows", shows.encoded), ("words", .text(words)),
            ("otherwise", otherwise.map(Value.text)),
        ])
    }
}

extension Expectation {
    fileprivate var encoded: Value {
        .members([
            ("condition", condition.encoded), ("code", .text(code.text)),
            ("message", .text(message)),
        ])
    }
}

extension Again {
    fileprivate var encoded: Value {
        switch self {
        case .safe: "safe"
        case .probe(let probe): .members([("probe", probe.encoded)])
        case .never(let reason): .members([("never", .text(reason))])
        }
    }
}

extension Probe {
    fileprivate var encoded: Value {
        .members([
            ("read", read.encoded), ("matches", matches.encoded),
            ("captures", Value.list(captures.map(\.encoded)).unlessEmpty),
        ])
    }
}

extension Selector {
    fileprivate var encoded: Value {
        switch self {
        case .whole: "whole"
        case .at(let name, let rest): .members([("at", .text(name)), ("then", rest.encoded)])
        case .only(let condition, let rest):
            .members([("only", condition.encoded), ("then", rest.encoded)])
        }
    }
}

extension Condition {
    fileprivate var encoded: Value {
        switch self {
        case .equal(let selector, let value):
            .members([("equal", .list([selector.encoded, value.encoded]))])
        case .oneOf(let selector, let values):
            .members([("oneOf", .list([selector.encoded, .list(values.map(\.encoded))]))])
        case .greater(let selector, let value):
            .members([("greater", .list([selector.encoded, value.encoded]))])
        case .exists(let selector): .members([("exists", selector.encoded)])
        case .all(let conditions): .members([("all", .list(conditions.map(\.encoded)))])
        case .any(let conditions): .members([("any", .list(conditions.map(\.encoded)))])
        case .not(let condition): .members([("not", condition.encoded)])
        }
    }
}
