public import Documents
public import EmulatedKit

/// Frontline's public API as a pure function: what it takes, refuses, stores and answers.
///
/// A request goes in with the store and a time; an answer comes out. Routing is in `+Routes`, keys
/// in `+Accounts`, the shapes of bodies in `+Schema`, and one file holds each group of endpoints.
/// Graph writes change a flow's draft alone; only activation copies the draft to a live snapshot.
public struct FrontlineEmulatedAPI: EmulatedAPI {
    /// Makes the API; all state is in the store it is given.
    public init() {}

    /// The platform's name.
    public var platform: String { "frontline" }

    /// The switches for what the sources dispute.
    public var switches: [EmulatedSwitch] { Switch.switches }

    /// Whether a path is one of Frontline's own: all of `/public/v1`.
    public func owns(path: String) -> Bool {
        let parts = path.prefix { $0 != "?" }.split(separator: "/").prefix(2)
        return Array(parts) == ["public", "v1"]
    }

    /// Marks the store as seeded: an account gets its catalogue when a key first names it.
    public func seed(_ store: inout EmulatedStore, now: EmulatedTime) {
        store["frontline/meta", "seeds"] = true
    }

    /// Answers one request, changing the store where it is a write that is not refused.
    public func answer(
        _ request: EmulatedRequest, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> EmulatedResponse {
        var window = Window(account: 0, store, now: now)
        do throws(Refusal) {
            let account = try Account(request, &store, now: now)
            window = Window(account: account.aid, store, now: now)
            try window.spend(&store)
            var exchange = Exchange(
                request: request, account: account, now: now, store: store.handOver())
            defer { store = exchange.store }
            return try Self.route(&exchange).adding(window.headers)
        } catch {
            if error.status == 401 { window.note(&store) }
            return error.response.adding(window.headers)
        }
    }

    /// Does nothing: no object of Frontline's changes by itself.
    public func advance(_ store: inout EmulatedStore, to now: EmulatedTime) {}

    /// Changes an object as somebody else would, without a request.
    public func edit(
        _ edit: EmulatedEdit, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> Bool {
        Self.change(edit, &store, now: now)
    }

    /// An object as it is stored; a flow with the nodes of its draft and of what is live.
    public func object(
        account: String?, kind: String, id: String, _ store: EmulatedStore
    ) -> Value? {
        Self.stored(EmulatedEdit(account: account, kind: kind, id: id, fields: [:]), store)
    }
}
