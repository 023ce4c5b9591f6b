import Commands
import Documents
import EmulatedKit
import Platforms
import Synchronization

/// The three platforms of one world: a store, a clock, and a record of who changed what.
final class Service: Sendable {
    /// A request whose answer was cut and which is carried out later.
    private struct Late: Sendable {
        var due: EmulatedTime
        var run: Int
        var request: EmulatedRequest
        var platform: String
    }

    private struct State: Sendable {
        var store: EmulatedStore
        var seen: [EmulatedStore.Key: LiveObject] = [:]
        var events: [Event] = []
        var writes: [Write] = []
        var late: [Late] = []
        var normalizations: [Normalization] = []
        var number = 0
    }

    let clock: WorldClock
    private let apis: [String: any EmulatedAPI]
    private let state: Mutex<State>

    /// Starts with empty platforms that follow the newest sources.
    init(clock: WorldClock) {
        self.clock = clock
        let pairs = Catalog.emulated().map { ($0.platform, $0) }
        let apis = Dictionary(pairs) { first, _ in first }
        let switches = apis.values.flatMap(\.switches).filter(\.isOnToday).map(\.name)
        var store = EmulatedStore(switches: Set(switches))
        for api in apis.values { api.seed(&store, now: clock.moment) }
        self.apis = apis
        state = Mutex(State(store: store))
    }

    /// Answers a request of somebody.
    func answer(_ request: EmulatedRequest, _ platform: String, by actor: Actor) -> EmulatedResponse
    {
        clock.pass(.milliseconds(20))
        return state.withLock { state in
            carryOutLate(&state)
            return carryOut(request, platform, by: actor, &state)
        }
    }

    /// Keeps a request to be carried out later; its sender hears nothing.
    func carryOut(_ request: EmulatedRequest, _ platform: String, of run: Int, after seconds: Int) {
        let due = EmulatedTime(
            milliseconds: clock.moment.milliseconds + Int64(seconds) * 1000)
        state.withLock {
            $0.late.append(Late(due: due, run: run, request: request, platform: platform))
        }
    }

    /// Notes a write that was refused before it reached the platform.
    func note(_ write: Write) { state.withLock { $0.writes.append(write) } }

    /// Lets everything that is under way arrive.
    func comeToRest() {
        clock.pass(.seconds(600))
        state.withLock { carryOutLate(&$0) }
    }

    /// Changes what the platforms make of what they are sent.
    func normalize(_ normalizations: [Normalization]) {
        state.withLock { $0.normalizations = normalizations }
    }

    /// Changes an object as people do in the platform's app.
    func edit(_ object: LiveObject, _ fields: Object, deletes: Bool = false) {
        let edit = EmulatedEdit(
            kind: object.key.table, id: object.id, fields: fields, deletes: deletes)
        state.withLock { state in
            guard let api = apis[object.species.platform] else { return }
            _ = api.edit(edit, &state.store, now: clock.moment)
            note(&state, .people, "people")
        }
    }

    /// The objects that are there now, by place.
    var objects: [LiveObject] {
        state.withLock { state in
            state.seen.values.filter { object in
                object.isLive && (object.owner.map { state.seen[$0]?.isLive ?? false } ?? true)
            }.sorted { $0.key < $1.key }
        }
    }

    /// A row of a table, with what the platform keeps for itself.
    func row(_ table: String, _ id: String) -> Value? { state.withLock { $0.store[table, id] } }

    /// The rows of a table.
    func rows(_ table: String) -> [Value] {
        state.withLock { $0.store.rows(table).map(\.value) }
    }

    /// An object as the platform would tell everything about it.
    func stored(_ object: LiveObject) -> Value? {
        state.withLock { state in
            apis[object.species.platform]?.object(
                account: nil, kind: object.key.table, id: object.id, state.store)
        }
    }

    /// All events so far.
    var events: [Event] { state.withLock { $0.events } }
    /// All writes so far.
    var writes: [Write] { state.withLock { $0.writes } }

    private func carryOutLate(_ state: inout State) {
        let due = state.late.filter { $0.due <= clock.moment }
        state.late.removeAll { $0.due <= clock.moment }
        for late in due {
            _ = carryOut(late.request, late.platform, by: .run(late.run), &state)
        }
    }

    private func carryOut(
        _ request: EmulatedRequest, _ platform: String, by actor: Actor, _ state: inout State
    ) -> EmulatedResponse {
        guard let api = apis[platform] else { return EmulatedResponse(status: 404, body: .none) }
        api.advance(&state.store, to: clock.moment)
        note(&state, .platform, "time")
        state.number += 1
        let numbered = normalized(request, number: state.number, state.normalizations)
        let response = api.answer(numbered, &state.store, now: clock.moment)
        let cause = "\(request.method) /\(request.path.joined(separator: "/"))"
        note(&state, actor, cause)
        if case .run(let run) = actor, request.method != "GET" {
            state.writes.append(
                Write(
                    run: run, method: request.method, path: request.path, status: response.status))
        }
        return response
    }

    private func normalized(
        _ request: EmulatedRequest, number: Int, _ normalizations: [Normalization]
    ) -> EmulatedRequest {
        var headers = request.headers
        headers["x-emulator-request"] = "\(number)"
        var body = request.body
        if !normalizations.isEmpty, let value = try? JSON.parse(body) {
            let kept = normalizations.reduce(value) { $1.body($0) }
            body = Array(kept.canonicalJSON.utf8)
        }
        return EmulatedRequest(
            method: request.method, path: request.path, query: request.query, headers: headers,
            body: body)
    }

    private func note(_ state: inout State, _ actor: Actor, _ cause: String) {
        for (key, value) in state.store.takeChanges() where Species(rawValue: key.table) != nil {
            let after = value.flatMap { LiveObject(key, $0) }
            let before = state.seen[key]
            guard before != after else { continue }
            state.seen[key] = after
            state.events.append(
                Event(actor: actor, key: key, before: before, after: after, cause: cause))
        }
    }
}
