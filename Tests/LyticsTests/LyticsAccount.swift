import Diagnostics
import Documents
import EmulatedKit
import LyticsEmulated
import Lytics
import Platforms

/// An account of the emulated Lytics, to which calls are sent one after the other.
struct LyticsAccount {
    /// A call that was refused.
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    var account: Account
    var slots: [Slot: Value] = [:]
    var store: EmulatedStore
    /// The writes that were sent, as method and path.
    var written: [String] = []
    private var now: Int64 = 1_800_000_000_000

    init(wire: String = "auto", switches: Set<String> = ["open-catalogue"]) {
        account = Account(
            name: "lytics", platform: "lytics", url: "http://localhost", tokenName: "T",
            options: ["wire": .text(wire)])
        store = EmulatedStore(switches: switches)
        LyticsEmulatedAPI().seed(&store, now: EmulatedTime(milliseconds: now))
    }

    /// Sends one request and opens the answer.
    mutating func send(_ request: Request, accepts: [Int] = []) throws -> Value {
        now += 1000
        let api = LyticsEmulatedAPI()
        let time = EmulatedTime(milliseconds: now)
        let body: String =
            switch request.body {
            case .none: ""
            case .value(let value): filled(value).canonicalJSON
            case .over(let overlay): over(overlay).canonicalJSON
            }
        let path = request.path.map { part in
            let value = filled(part)
            return value.text ?? value.canonicalJSON
        }
        if request.method != .get {
            let method = request.method.rawValue.uppercased()
            written.append("\(method) /\(path.joined(separator: "/"))")
        }
        let response = api.answer(
            EmulatedRequest(
                method: request.method.rawValue.uppercased(), path: path,
                query: request.query.map { (name: $0.key, value: $0.value.text ?? "") },
                headers: ["authorization": "at.test.secret"], body: Array(body.utf8)), &store,
            now: time)
        api.advance(&store, to: EmulatedTime(milliseconds: now + 500))
        let answer: Answer =
            switch response.body {
            case .none, .events: Answer(status: response.status, body: nil)
            case .json(let value): Answer(status: response.status, body: value)
            case .text(let text): Answer(status: response.status, body: nil, text: text)
            }
        switch LyticsDocuments.platform.open(answer) {
        case .success(let value): return value
        case .failure(let error):
            if accepts.contains(error.status) { return .null }
            throw Refused(description: "\(request.method) \(path): \(error.message)\n\(body)")
        }
    }

    /// Sends the calls of a change in order.
    mutating func run(_ made: ChangeCalls) throws {
        if let refusal = made.refusals.first { throw Refused(description: refusal.message) }
        for call in made.calls where !isNeedless(call) {
            let passed = call.accepts + call.yieldsTo
            let value = try send(call.request, accepts: passed)
            guard !value.isNull || passed.isEmpty else { continue }
            for capture in call.captures {
                guard let found = select(capture.from, value) else {
                    throw Refused(description: "\(call.summary): nothing to capture")
                }
                slots[capture.slot] = found
            }
            for claim in call.expects where !holds(claim.condition, value) {
                throw Refused(description: claim.code.text)
            }
        }
    }

    private func isNeedless(_ call: Call) -> Bool {
        guard let unless = call.unless, let shown = slots[unless.slot] else { return false }
        return holds(unless.shows, shown)
    }

    /// Observes as a plan does, further reads included.
    mutating func observe(_ scope: Scope) throws -> Observation {
        var reads = LyticsDocuments.platform.firstReads(scope, account)
        var whole = Observation()
        var report = Report()
        while !reads.isEmpty {
            let read = reads.removeFirst()
            let value = try send(read.request, accepts: read.absence.statuses)
            let part = LyticsDocuments.platform.take(value, of: read, scope, account, into: &report)
            reads += part.reads
            whole.add(part)
        }
        account.facts.add(whole.facts)
        return whole
    }

    /// Observes one object of a kind.
    mutating func observe(
        _ kind: String, _ id: Value, given: Object = [:]
    ) throws -> ObservedResource? {
        let name = KindName("lytics", kind)
        var scope = Scope(kinds: [name])
        scope.given[Scope.key(name, id)] = given
        return try observe(scope).resources.first { $0.liveID == id }
    }

    // The applier's work, as small as the tests need it

    private func filled(_ value: Value) -> Value {
        switch value {
        case .captured(let slot): slots[slot] ?? .text("unknown \(slot.address)")
        case .secret(let name): .text("secret of \(name)")
        case .joined(let parts): .text(parts.map { filled($0).text ?? "" }.joined())
        case .list(let list): .list(list.map(filled))
        case .object(let object): .object(Object(object.map { ($0.key, filled($0.value)) }))
        default: value
        }
    }

    private func over(_ overlay: Overlay) -> Value {
        var result = slots[overlay.read]?.object ?? [:]
        for name in overlay.dropping { result[name] = nil }
        for member in filled(overlay.ours).object ?? [:] {
            let old = result[member.key]
            guard let keyed = overlay.lists[member.key], let list = member.value.list else {
                result[member.key] = merged(member.value, over: old)
                continue
            }
            result[member.key] = .list(
                list.map { element in
                    let twin = old?.list?.first { read in
                        read[keyed.key] == element[keyed.key]
                            && (keyed.tag.map { element[$0] == read[$0] } ?? true)
                    }
                    return merged(element, over: twin)
                })
        }
        return overlay.omitsNull ? Value.object(result).withoutNulls : .object(result)
    }

    private func merged(_ ours: Value, over old: Value?) -> Value {
        guard let ours = ours.object, var result = old?.object else { return ours }
        for member in ours { result[member.key] = merged(member.value, over: result[member.key]) }
        return .object(result)
    }

    private func select(_ selector: Selector, _ value: Value) -> Value? {
        switch selector {
        case .whole: return value
        case .at(let name, let rest): return value[name].flatMap { select(rest, $0) }
        case .only(let condition, let rest):
            let found = (value.list ?? [value]).filter { holds(condition, $0) }
            return found.count == 1 ? select(rest, found[0]) : nil
        }
    }

    func holds(_ condition: Condition, _ value: Value) -> Bool {
        switch condition {
        case .equal(let selector, let wanted): select(selector, value) == filled(wanted)
        case .oneOf(let selector, let words): words.contains { $0 == select(selector, value) }
        case .greater(let selector, let bound):
            (select(selector, value)?.int ?? .min) > (bound.int ?? .max)
        case .exists(let selector): select(selector, value).map { !$0.isNull } ?? false
        case .all(let parts): parts.allSatisfy { holds($0, value) }
        case .any(let parts): parts.contains { holds($0, value) }
        case .not(let part): !holds(part, value)
        }
    }
}
