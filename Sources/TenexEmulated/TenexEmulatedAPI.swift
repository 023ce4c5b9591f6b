public import Documents
public import EmulatedKit
public import Tenex

/// 10ex's public API as a pure function: what it takes, refuses, stores, answers, and does later.
///
/// A request goes in with the store and a time; an answer comes out. Routing is in `+Routes`, keys
/// and workspaces in `+Callers`, and one file holds each group of endpoints. Paths and names of
/// fields are those of the table it is made with. Runs walk their graphs by `+Walk` on the clock
/// that it is handed; the timers in `+Timers` say when something happens next.
public struct TenexEmulatedAPI: EmulatedAPI {
    /// The paths, methods and names that it speaks.
    let api: TenexAPI

    /// Makes the API that a table describes; all state is in the store it is given.
    public init(api: TenexAPI = .standard) { self.api = api }

    /// The platform's name.
    public var platform: String { "tenex" }

    /// The switches for what the sources dispute.
    public var switches: [EmulatedSwitch] { Switch.switches }

    /// Whether a path is 10ex's: what the table knows, all below `/api/v1`, and `/openapi.json`.
    public func owns(path: String) -> Bool {
        let parts = path.prefix { $0 != "?" }.split(separator: "/").map(String.init)
        return Array(parts.prefix(2)) == ["api", "v1"] || parts == ["openapi.json"]
            || api.knows(parts)
    }

    /// Marks the store as seeded: a workspace gets its catalogue when a key first names it.
    public func seed(_ store: inout EmulatedStore, now: EmulatedTime) {
        store["tenex/meta", "seeds"] = true
    }

    /// Answers one request, changing the store where it is a write that is not refused.
    public func answer(
        _ request: EmulatedRequest, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> EmulatedResponse {
        Self.pass(&store, to: now)
        do throws(Refusal) {
            try Self.spend(request, &store, now: now)
            if let answer = try open(request, &store, now: now) { return answer }
            let route = try route(request)
            let caller = try Caller(request, &store, now: now)
            var exchange = Exchange(
                request: request, api: api, parameters: route.parameters, caller: caller, now: now,
                store: store.handOver())
            defer { store = exchange.store }
            return try route.handler(&exchange)
        } catch {
            return error.response
        }
    }

    /// Lets runs walk on, waits end and schedules fire, each at its own time up to `now`.
    public func advance(_ store: inout EmulatedStore, to now: EmulatedTime) {
        Self.pass(&store, to: now)
    }

    /// The progress of a run after what was sent.
    public func events(
        for request: EmulatedRequest, sent: Int, _ store: EmulatedStore, now: EmulatedTime
    ) -> EmulatedEvents {
        progress(for: request, sent: sent, store)
    }

    /// The webhooks that are due.
    public func deliveries(
        _ store: inout EmulatedStore, now: EmulatedTime
    ) -> [EmulatedDelivery] {
        Self.dueDeliveries(&store, now: now)
    }

    /// Notes the answer to a webhook: it is done, tried again later, or given up.
    public func delivered(
        _ id: String, status: Int?, _ store: inout EmulatedStore, now: EmulatedTime
    ) {
        Self.noteDelivery(id, status: status, &store, now: now)
    }

    /// When a run, a schedule or a webhook is due next.
    public func nextChange(_ store: EmulatedStore, after now: EmulatedTime) -> EmulatedTime? {
        Self.nextDue(store, after: now)
    }

    /// Changes an object as somebody else would, posts an event, approves a step, scripts an agent.
    public func edit(
        _ edit: EmulatedEdit, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> Bool {
        Self.pass(&store, to: now)
        return Self.change(edit, &store, now: now)
    }

    /// An object as it is stored; a workflow with its graph, a workspace with its webhook secret.
    public func object(
        account: String?, kind: String, id: String, _ store: EmulatedStore
    ) -> Value? {
        Self.stored(EmulatedEdit(account: account, kind: kind, id: id, fields: [:]), store)
    }
}
