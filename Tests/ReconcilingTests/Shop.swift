import Documents
import Platforms
import Synchronization

@testable import Reconciling

/// A tiny platform that works: items with a name, as a transport that can be cut at any request.
final class Shop: Transport {
    /// What happens at a request instead of an answer.
    enum Fault: Sendable {
        /// Cut off without an effect, with one; `dies` fails everything after it.
        case cut(afterEffect: Bool, dies: Bool)
        case status(Int, headers: [String: String] = [:], body: Value? = nil, text: String = "")
        /// Carried out, although the answer says otherwise.
        case refusedAfterEffect(Int, String)
        case unreachable
    }

    struct State {
        var items: [Int64: Object] = [:]
        var nextID: Int64 = 1
        var log: [WireRequest] = []
        var faults: [Int: Fault] = [:]
        /// The items that the list does not show, and for how many reads of it; nil for good.
        var unlisted: [Int64: Int?] = [:]
        var isDead = false
        var inFlight = 0
        var mostInFlight = 0
    }

    let state = Mutex(State())
    let identity: String
    /// How many requests must meet before one is answered.
    let meeting: Int
    /// How many items one answer shows.
    let pageSize: Int

    init(identity: String = "account-1", meeting: Int = 1, pageSize: Int = .max) {
        self.identity = identity
        self.meeting = meeting
        self.pageSize = pageSize
    }

    var items: [Int64: Object] { state.withLock { $0.items } }
    var log: [WireRequest] { state.withLock { $0.log } }
    var lines: [String] { log.map(\.line) }
    var writes: [String] { log.filter { $0.method != .get }.map(\.line) }

    /// Lets the request of a number, from 1, go wrong.
    func fail(_ number: Int, _ fault: Fault) { state.withLock { $0.faults[number] = fault } }

    /// Starts anew after a death: nothing is lost, no fault is left.
    func revive() {
        state.withLock {
            $0.isDead = false
            $0.faults = [:]
            $0.log = []
        }
    }

    func edit(_ id: Int64, _ field: String, _ value: Value) {
        state.withLock { $0.items[id]?[field] = value }
    }

    func send(_ request: WireRequest) async throws(TransportError) -> Answer {
        let fault = state.withLock { state in
            state.log.append(request)
            state.inFlight += 1
            state.mostInFlight = max(state.mostInFlight, state.inFlight)
            return state.isDead ? .unreachable : state.faults[state.log.count]
        }
        await meetOthers()
        defer { state.withLock { $0.inFlight -= 1 } }
        return try answer(request, fault)
    }

    private func meetOthers() async {
        for _ in 0..<20_000 where state.withLock({ $0.mostInFlight < meeting }) {
            await Task.yield()
        }
    }

    private func answer(
        _ request: WireRequest, _ fault: Fault?
    ) throws(TransportError) -> Answer {
        switch fault {
        case nil: return carryOut(request)
        case .unreachable: throw .notSent("the connection was refused")
        case .status(let status, let headers, let body, let text):
            return Answer(status: status, headers: headers, body: body, text: text)
        case .refusedAfterEffect(let status, let words):
            _ = carryOut(request)
            return Answer(status: status, body: ["message": .text(words)])
        case .cut(let afterEffect, let dies):
            if afterEffect { _ = carryOut(request) }
            if dies { state.withLock { $0.isDead = true } }
            throw .unknownOutcome("cut off")
        }
    }

    private func carryOut(_ request: WireRequest) -> Answer {
        let body = request.body.flatMap { try? JSON.parse($0) }?.object ?? [:]
        let id = request.path.count > 1 ? Int64(request.path[1]) : nil
        return state.withLock { state in
            switch (request.method, request.path.first, id) {
            case (.get, "account", _): Shop.ok(["id": .text(identity)])
            case (.get, "items", nil): page(of: listed(&state), request)
            case (.post, "items", _): create(body, &state)
            case (.get, "items", let id?): Shop.found(state.items[id])
            case (.put, "items", let id?): replace(id, body, &state)
            case (.delete, "items", let id?):
                state.items.removeValue(forKey: id) == nil ? Shop.missing : Shop.ok(nil)
            default: Answer(status: 405, body: ["message": "not allowed"])
            }
        }
    }

    /// What a list shows now; each list that leaves an item out counts.
    private func listed(_ state: inout State) -> [Int64: Object] {
        let shown = state.items.filter { state.unlisted[$0.key] == nil }
        for case (let id, let rest?) in state.unlisted {
            state.unlisted[id] = rest > 1 ? .some(rest - 1) : nil
        }
        return shown
    }

    /// The items behind the one named `after`; a header names the last where there are more.
    private func page(of items: [Int64: Object], _ request: WireRequest) -> Answer {
        let after = request.query.first { $0.name == "after" }.flatMap { Int64($0.value) } ?? 0
        let rest = items.sorted { $0.key < $1.key }.filter { $0.key > after }
        let shown = rest.prefix(pageSize)
        var answer = Shop.ok(.list(shown.map { .object($0.value) }))
        if shown.count < rest.count { answer.headers["x-last"] = shown.last.map { "\($0.key)" } }
        return answer
    }

    private func create(_ body: Object, _ state: inout State) -> Answer {
        guard body["name"]?.text?.isEmpty == false else {
            return Answer(
                status: 400, body: ["message": "a name is needed", "request_id": "req-1"])
        }
        var item = body
        item["id"] = .int(state.nextID)
        item["token"] = nil
        state.items[state.nextID] = item
        state.nextID += 1
        return Shop.ok(.object(item))
    }

    private func replace(_ id: Int64, _ body: Object, _ state: inout State) -> Answer {
        guard state.items[id] != nil else { return Shop.missing }
        var item = body
        item["id"] = .int(id)
        item["token"] = nil
        state.items[id] = item
        return Shop.ok(.object(item))
    }

    private static let missing = Answer(status: 404, body: ["message": "no such item"])
    private static func ok(_ value: Value?) -> Answer {
        Answer(status: value == nil ? 204 : 200, body: value)
    }
    private static func found(_ item: Object?) -> Answer {
        item.map { ok(.object($0)) } ?? missing
    }
}
