import Diagnostics
public import Documents
public import Platforms

extension Call {
    /// Reads what `encoded` wrote.
    public init(encoded: Value) throws(PlanFormatError) { self = try Call.read(encoded) }

    static func read(_ value: Value) throws(PlanFormatError) -> Call {
        let reader = try PlanReader(value, "a call")
        return Call(
            try reader.text("summary"), try Request.read(try reader.value("request")),
            accepts: try reader.ints("accepts"), yieldsTo: try reader.ints("yieldsTo"),
            unless: try reader.object["unless"].map(Unless.read),
            captures: try reader.all("captures", Capture.read),
            expects: try reader.all("expects", Expectation.read),
            remarks: try reader.all("remarks", Expectation.read),
            again: try Again.read(try reader.value("again")), advice: reader.object["advice"]?.text,
            patience: reader.object["patience"] == nil ? 0 : try reader.int("patience"),
            effect: reader.object["effect"] == nil
                ? nil : FieldPath(try reader.texts("effect")))
    }
}

extension Request {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> Request {
        let reader = try PlanReader(value, "a request")
        return Request(
            try reader.word("method", Method.self),
            try reader.list("path").map { Value(encoded: $0) },
            query: reader.later("query")?.object ?? [:], body: try Body.read(reader.object["body"]))
    }
}

extension Request.Body {
    fileprivate static func read(_ value: Value?) throws(PlanFormatError) -> Self {
        guard let value else { return .none }
        if let overlay = value["over"] { return .over(try Overlay.read(overlay)) }
        return .value(Value(encoded: try PlanReader(value, "a body").value("value")))
    }
}

extension Overlay {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> Overlay {
        let reader = try PlanReader(value, "an overlay")
        var lists: [String: Keyed] = [:]
        for list in reader.object["lists"]?.object ?? [:] {
            let how = try PlanReader(list.value, "a keyed list")
            lists[list.key] = Keyed(key: try how.text("key"), tag: how.object["tag"]?.text)
        }
        return Overlay(
            read: try Slot.read(try reader.value("read")), dropping: try reader.texts("dropping"),
            keeping: reader.object["keeping"] == nil ? nil : try reader.texts("keeping"),
            ours: Value(encoded: try reader.value("ours")), lists: lists,
            renamed: try (reader.object["renamed"]?.list ?? []).map(Renamed.read),
            omitsNull: reader.flag("omitsNull"),
            kept: reader.object["kept"] == nil ? nil : try reader.texts("kept"))
    }
}

extension Overlay.Renamed {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> Overlay.Renamed {
        let reader = try PlanReader(value, "a renamed list")
        let element: Element =
            if let name = reader.object["member"]?.text {
                .member(name)
            } else {
                .members(try reader.texts("members"))
            }
        return Overlay.Renamed(
            read: try reader.text("read"), sent: try reader.text("sent"), element: element)
    }
}

extension Slot {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> Slot {
        guard let names = value.list?.compactMap(\.text), names.count == 2 else {
            throw PlanFormatError("a slot is an address and a name")
        }
        return Slot(names[0], names[1])
    }
}

extension Capture {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> Capture {
        let reader = try PlanReader(value, "a capture")
        return Capture(
            try Slot.read(try reader.value("slot")),
            from: try Selector.read(try reader.value("from")))
    }
}

extension Unless {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> Unless {
        let reader = try PlanReader(value, "an unless")
        return Unless(
            try Slot.read(try reader.value("slot")),
            shows: try Condition.read(try reader.value("shows")),
            words: try reader.text("words"), otherwise: reader.object["otherwise"]?.text)
    }
}

extension Expectation {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> Expectation {
        let reader = try PlanReader(value, "an expectation")
        return Expectation(
            try Condition.read(try reader.value("condition")),
            code: AnyDiagnosticCode(recorded: try reader.text("code")),
            message: try reader.text("message"))
    }
}

extension Again {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> Again {
        if value.text == "safe" { return .safe }
        if let probe = value["probe"] { return .probe(try Probe.read(probe)) }
        if let reason = value["never"]?.text { return .never(reason) }
        throw PlanFormatError("`again` is safe, a probe, or never")
    }
}

extension Probe {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> Probe {
        let reader = try PlanReader(value, "a probe")
        return Probe(
            read: try Request.read(try reader.value("read")),
            matches: try Condition.read(try reader.value("matches")),
            captures: try reader.all("captures", Capture.read))
    }
}

extension Selector {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> Selector {
        if value.text == "whole" { return .whole }
        let reader = try PlanReader(value, "a selector")
        let rest = try read(try reader.value("then"))
        if let condition = reader.object["only"] {
            return .only(try Condition.read(condition), rest)
        }
        return .at(try reader.text("at"), rest)
    }
}

extension Condition {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> Condition {
        guard let member = value.object?.members.first else {
            throw PlanFormatError("a condition is an object with one member")
        }
        let reader = try PlanReader(value, "a condition")
        switch member.key {
        case "equal": return .equal(try selector(member), Value(encoded: try operand(member)))
        case "greater": return .greater(try selector(member), Value(encoded: try operand(member)))
        case "oneOf":
            let words = try operand(member).list ?? []
            return .oneOf(try selector(member), words.map { Value(encoded: $0) })
        case "exists": return .exists(try Selector.read(member.value))
        case "all": return .all(try reader.all("all", read))
        case "any": return .any(try reader.all("any", read))
        case "not": return .not(try read(member.value))
        default: throw PlanFormatError("`\(member.key)` is no condition")
        }
    }

    private static func selector(_ member: Object.Member) throws(PlanFormatError) -> Selector {
        try Selector.read(try part(0, of: member))
    }

    private static func operand(_ member: Object.Member) throws(PlanFormatError) -> Value {
        try part(1, of: member)
    }

    private static func part(
        _ position: Int, of member: Object.Member
    ) throws(PlanFormatError) -> Value {
        guard let parts = member.value.list, parts.count == 2 else {
            throw PlanFormatError("`\(member.key)` has two sides")
        }
        return parts[position]
    }
}
