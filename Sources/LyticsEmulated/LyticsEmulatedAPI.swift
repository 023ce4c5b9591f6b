public import Documents
public import EmulatedKit

/// Lytics as a pure function: what its HTTP API takes, refuses, stores and answers.
///
/// A request goes in with the store and a time; an answer comes out. Routing is in `+Routes`,
/// the rules for tokens in `+Accounts`, and one file holds each group of endpoints. Where sources
/// disagree, a switch decides. It reads no clock and never keeps a credential's configuration.
public struct LyticsEmulatedAPI: EmulatedAPI {
    /// Makes the API; all state is in the store it is given.
    public init() {}

    /// The platform's name.
    public var platform: String { "lytics" }

    /// The switches for what the sources dispute.
    public var switches: [EmulatedSwitch] { Switch.switches }

    /// Whether a path is one of Lytics' own: all of `/v2`, and a few of the older `/api`.
    public func owns(path: String) -> Bool {
        let parts = path.split(separator: "/").prefix(2).map(String.init)
        guard let first = parts.first else { return false }
        if first == "v2" { return true }
        return first == "api" && parts.count > 1
            && ["workflow", "provider", "segment", "entity"].contains(parts[1])
    }

    /// Marks the store as seeded: an account gets its segments when a token first names it.
    public func seed(_ store: inout EmulatedStore, now: EmulatedTime) {
        store["lytics/meta", "seeds"] = true
    }

    /// Answers one request, changing the store where it is a write.
    public func answer(
        _ request: EmulatedRequest, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> EmulatedResponse {
        let id = Self.identifier("request", request.headers["x-emulator-request"] ?? "\(now)")
        do throws(Refusal) {
            let account = try Account(request, &store, now: now)
            var exchange = Exchange(
                request: request, account: account, now: now, requestID: id,
                store: store.handOver())
            defer { store = exchange.store }
            return try Self.route(&exchange)
        } catch {
            return error.response(path: request.path, requestID: id, now: now)
        }
    }

    /// Moves jobs out of the states that pass by themselves.
    public func advance(_ store: inout EmulatedStore, to now: EmulatedTime) {
        Self.settleJobs(&store)
    }

    /// Changes an object as somebody else would, without a request.
    public func edit(
        _ edit: EmulatedEdit, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> Bool {
        Self.change(edit, &store, now: now)
    }

    /// An object as it is stored; of a flow, the latest version with nanoseconds.
    public func object(
        account: String?, kind: String, id: String, _ store: EmulatedStore
    ) -> Value? {
        Self.stored(EmulatedEdit(account: account, kind: kind, id: id, fields: [:]), store)
    }
}
