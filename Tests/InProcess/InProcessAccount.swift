public import Documents
public import EmulatedKit
public import Platforms
public import Reconciling
import Synchronization

/// One emulated account in the same process, which remembers what was written to it.
public final class InProcessAccount: Sendable {
    /// A write as it came.
    public struct Write: Sendable, Equatable {
        /// The method and path, `POST /v2/job/braze-export`.
        public let line: String
        /// The body; nil without one.
        public let body: Value?
    }

    private struct State: Sendable {
        var store: EmulatedStore
        var milliseconds: Int64 = 1_767_225_600_000
        var writes: [Write] = []
    }

    private let platform: any Platform
    private let api: any EmulatedAPI
    private let state: Mutex<State>

    /// Starts an account of a platform as its emulated API seeds it.
    public init(
        _ platform: any Platform, emulatedBy api: any EmulatedAPI, switches: Set<String> = []
    ) {
        self.platform = platform
        self.api = api
        var store = EmulatedStore(switches: switches)
        api.seed(&store, now: EmulatedTime(milliseconds: 1_767_225_600_000))
        state = Mutex(State(store: store))
    }

    /// What was written over its transports, in order.
    public var writes: [Write] { state.withLock(\.writes) }

    /// A way to it; every request that is no read is remembered.
    public func transport(
        _ account: Account, _ platform: any Platform, _ token: Secret
    ) -> any Transport {
        InProcessTransport(account, on: platform, token: token) { self.answer($0) }
    }

    /// Makes something before a test begins, which is no write of the test.
    public func make(_ path: [String], _ body: Value, token: String) -> Value? {
        let authorization = platform.authorization(token).map { ($0.name.lowercased(), $0.value) }
        let request = EmulatedRequest(
            method: "POST", path: path,
            headers: Dictionary(authorization) { first, _ in first }, body: body.canonicalBytes)
        return state.withLock { Answer(carryOut(request, &$0)).body }
    }

    private func answer(_ request: EmulatedRequest) -> Answer {
        state.withLock { state in
            if request.method != "GET" {
                let line = request.method + " /" + request.path.joined(separator: "/")
                state.writes.append(Write(line: line, body: try? JSON.parse(request.body)))
            }
            return Answer(carryOut(request, &state))
        }
    }

    private func carryOut(_ request: EmulatedRequest, _ state: inout State) -> EmulatedResponse {
        state.milliseconds += 1000
        let now = EmulatedTime(milliseconds: state.milliseconds)
        api.advance(&state.store, to: now)
        return api.answer(request, &state.store, now: now)
    }
}
