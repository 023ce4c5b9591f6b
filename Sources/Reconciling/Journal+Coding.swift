import Documents
import Ledger
import Platforms

/// What the journal keeps of a call: enough to find out what became of it, and no secrets.
struct JournaledCall: Sendable, Equatable {
    var kind: KindName
    var action: Action
    var liveID: Value?
    var summary: String
    var again: Again
    /// How many writes of its row come before it.
    var before: Int
    /// How many writes of its row come after it.
    var after: Int
    /// Whether an operating command sent it, which changes nothing that the ledger holds.
    var isOperating = false

    /// The call at a position of its row, with everything that is known before it is sent.
    init(_ row: PlanRow, at index: Int, known: Substitution) throws(EvaluationError) {
        let call = row.calls[index]
        kind = row.kind
        action = row.action
        let own = known.slots[Slot(row.address.text)]
        liveID = row.action == .replace ? own ?? row.liveID : row.liveID
        summary = call.summary
        again = try known.fill(call.again)
        before = row.calls[..<index].count { !$0.isRead }
        after = row.calls[(index + 1)...].count { !$0.isRead }
    }

    var value: Value {
        var object: Object = [
            "kind": .list([.text(kind.platform), .text(kind.type)]),
            "action": .text(action.rawValue), "summary": .text(summary), "again": again.journaled,
            "before": .int(Int64(before)), "after": .int(Int64(after)),
        ]
        object["live_id"] = liveID
        if isOperating { object["operating"] = true }
        return .object(object)
    }

    /// Reads what `value` wrote; nil when it is of another make.
    init?(_ value: Value) {
        guard let kind = value["kind"]?.list, kind.count == 2, let platform = kind[0].text,
            let type = kind[1].text, let again = Again(journaled: value["again"] ?? .null),
            let action = value["action"]?.text.flatMap({ Action(rawValue: $0) })
        else { return nil }
        self.kind = KindName(platform, type)
        self.action = action
        self.again = again
        liveID = value["live_id"]
        summary = value["summary"]?.text ?? ""
        before = Int(value["before"]?.int ?? 0)
        // Older journals do not tell, so that something may be left to do.
        after = Int(value["after"]?.int ?? 1)
        isOperating = value["operating"] == true
    }
}

extension RecordedResource {
    /// What the ledger is to hold once a row is done, with everything that is known by now; what
    /// the row learns later stays open.
    func journaled(known: Substitution) -> Value {
        var record = self
        record.written = known.fillKnown(value)
        record.given = known.fillKnown(.object(given)).object ?? given
        return record.encoded
    }

    /// Reads what an entry holds, with everything that its row had learnt when it was interrupted.
    init?(_ entry: JournalEntry) {
        // Until format 3 every call held the record of its row.
        let encoded = entry.record ?? entry.planned["record"]
        guard let encoded, var record = RecordedResource(encoded: encoded) else { return nil }
        let known = Substitution(slots: entry.slots)
        record.written = known.fillKnown(record.value)
        record.given = known.given(record.given)
        self = record
    }
}

extension JournalEntry {
    /// What the calls of the row learnt.
    var slots: [Slot: Value] {
        learnt.reduce(into: [:]) { slots, member in
            slots[Slot(journalKey: member.key)] = member.value
        }
    }
}

extension Again {
    var journaled: Value {
        switch self {
        case .safe: ["safe": true]
        case .never(let reason): ["never": .text(reason)]
        case .probe(let probe):
            [
                "path": .list(probe.read.path), "query": .object(probe.read.query),
                "matches": probe.matches.journaled,
                "captures": .list(probe.captures.map(\.journaled)),
            ]
        }
    }

    init?(journaled value: Value) {
        if value["safe"] != nil {
            self = .safe
        } else if let reason = value["never"]?.text {
            self = .never(reason)
        } else if let path = value["path"]?.list,
            let matches = value["matches"].flatMap({ Condition(journaled: $0) })
        {
            let captures = value["captures"]?.list ?? []
            self = .probe(
                Probe(
                    read: Request(.get, path, query: value["query"]?.object ?? [:]),
                    matches: matches, captures: captures.compactMap { Capture(journaled: $0) }))
        } else {
            return nil
        }
    }
}

extension Capture {
    var journaled: Value { [.text(slot.address), .text(slot.name), from.journaled] }

    init?(journaled value: Value) {
        guard let parts = value.list, parts.count == 3, let address = parts[0].text,
            let name = parts[1].text, let from = Selector(journaled: parts[2])
        else { return nil }
        self.init(Slot(address, name), from: from)
    }
}

extension Selector {
    /// The steps from the outside in: a name is a text, a choice is an object.
    var journaled: Value {
        switch self {
        case .whole: []
        case .at(let name, let rest): .list([.text(name)] + (rest.journaled.list ?? []))
        case .only(let condition, let rest):
            .list([["only": condition.journaled]] + (rest.journaled.list ?? []))
        }
    }

    init?(journaled value: Value) {
        guard let steps = value.list else { return nil }
        var selector = Selector.whole
        for step in steps.reversed() {
            if let name = step.text {
                selector = .at(name, selector)
            } else if let condition = step["only"].flatMap({ Condition(journaled: $0) }) {
                selector = .only(condition, selector)
            } else {
                return nil
            }
        }
        self = selector
    }
}

extension Condition {
    /// A list: the word, then what it is about.
    var journaled: Value {
        switch self {
        case .equal(let selector, let value): ["equal", selector.journaled, value]
        case .oneOf(let selector, let values): ["one_of", selector.journaled, .list(values)]
        case .greater(let selector, let value): ["greater", selector.journaled, value]
        case .exists(let selector): ["exists", selector.journaled]
        case .all(let parts): .list(["all"] + parts.map(\.journaled))
        case .any(let parts): .list(["any"] + parts.map(\.journaled))
        case .not(let part): ["not", part.journaled]
        }
    }

    init?(journaled value: Value) {
        guard let list = value.list, let word = list.first?.text else { return nil }
        let parts = list.dropFirst().map { Condition(journaled: $0) }
        let selector = list.count > 1 ? Selector(journaled: list[1]) : nil
        switch (word, selector, list.count) {
        case ("equal", let selector?, 3): self = .equal(selector, list[2])
        case ("one_of", let selector?, 3): self = .oneOf(selector, list[2].list ?? [])
        case ("greater", let selector?, 3): self = .greater(selector, list[2])
        case ("exists", let selector?, 2): self = .exists(selector)
        case ("all", _, _) where !parts.contains(nil): self = .all(parts.compactMap(\.self))
        case ("any", _, _) where !parts.contains(nil): self = .any(parts.compactMap(\.self))
        case ("not", _, 2):
            guard let part = parts[0] else { return nil }
            self = .not(part)
        default: return nil
        }
    }
}

extension Substitution {
    /// Fills in what a probe compares with; secrets stay names.
    func fill(_ again: Again) throws(EvaluationError) -> Again {
        guard case .probe(var probe) = again else { return again }
        probe.read.path = try fill(.list(probe.read.path), for: .ledger).list ?? []
        probe.read.query = try fill(.object(probe.read.query), for: .ledger).object ?? [:]
        probe.matches = try fill(probe.matches)
        return .probe(probe)
    }

    private func fill(_ condition: Condition) throws(EvaluationError) -> Condition {
        switch condition {
        case .equal(let selector, let value):
            return .equal(try fill(selector), try fill(value, for: .ledger))
        case .oneOf(let selector, let values):
            return .oneOf(try fill(selector), try fill(.list(values), for: .ledger).list ?? [])
        case .greater(let selector, let value):
            return .greater(try fill(selector), try fill(value, for: .ledger))
        case .exists(let selector): return .exists(try fill(selector))
        case .all(let parts): return .all(try fill(parts))
        case .any(let parts): return .any(try fill(parts))
        case .not(let part): return .not(try fill(part))
        }
    }

    private func fill(_ parts: [Condition]) throws(EvaluationError) -> [Condition] {
        var filled: [Condition] = []
        for part in parts { filled.append(try fill(part)) }
        return filled
    }

    private func fill(_ selector: Selector) throws(EvaluationError) -> Selector {
        switch selector {
        case .whole: return .whole
        case .at(let name, let rest): return .at(name, try fill(rest))
        case .only(let condition, let rest): return .only(try fill(condition), try fill(rest))
        }
    }
}
