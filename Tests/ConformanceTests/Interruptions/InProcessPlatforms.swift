import Documents
import EmulatedKit
import InProcess
import Platforms
import Reconciling
import Synchronization

/// The emulated platforms of one world without a network, and what goes wrong on the way to them.
final class InProcessPlatforms: Sendable {
    private struct State: Sendable {
        var store: EmulatedStore
        var milliseconds: Int64 = 1_767_225_600_000
        var writes = 0
        var interruption: (kind: Interruption, write: Int)?
        var hindrance: (kind: Hindrance, write: Int, edit: EmulatedEdit)?
        var reads = 0
        /// The read from which on no answer comes.
        var lostRead: Int?
        var isLost = false
        var requests = 0
    }

    private let apis: [any EmulatedAPI]
    private let state: Mutex<State>

    /// Starts platforms for a subject, with what they have of their own.
    init(_ subject: Subject, switches: [String] = []) {
        apis = subject.apis
        let isOn: (EmulatedSwitch) -> Bool = { [preset = subject.preset] one in
            preset == .brief ? one.isOnInBrief : one.isOnToday
        }
        let names = apis.flatMap(\.switches).filter(isOn).map(\.name)
        let (asked, no) = (switches + subject.switches, "no-")
        let off = asked.filter { $0.hasPrefix(no) }.map { String($0.dropFirst(no.count)) }
        let on = Set(names + asked.filter { !$0.hasPrefix(no) })
        var store = EmulatedStore(switches: on.subtracting(off))
        let now = EmulatedTime(milliseconds: 1_767_225_600_000)
        for api in apis { api.seed(&store, now: now) }
        state = Mutex(State(store: store))
    }

    /// Interrupts the write of a number, counted from 0 and from now.
    func interrupt(_ kind: Interruption, atWrite number: Int) {
        state.withLock { state in
            state.writes = 0
            state.interruption = (kind, number)
        }
    }

    /// Hinders the write of a number once, counted from 0 and from now; then somebody edits.
    func hinder(_ kind: Hindrance, atWrite number: Int, then edit: EmulatedEdit) {
        state.withLock { state in
            state.writes = 0
            state.hindrance = (kind, number, edit)
        }
    }

    /// Whether a hindrance is still to come.
    var isHinderable: Bool { state.withLock { $0.hindrance != nil } }

    /// An object by platform ids, as it is stored.
    func object(_ kind: String, _ id: String) -> Value? {
        let platform = String(kind.prefix { $0 != "/" })
        return apis.first { $0.platform == platform }?.object(
            account: nil, kind: kind, id: id, store)
    }

    /// Lets no answer come from the read of a number on, counted from 0 and from now.
    func interruptReads(from number: Int) {
        state.withLock { state in
            state.reads = 0
            state.lostRead = number
        }
    }

    /// Whether a read or a write was interrupted so that nothing after it is answered.
    var isLost: Bool { state.withLock { $0.isLost } }

    /// Ends what interrupts; the writes that were sent since it began, or since the last call.
    @discardableResult
    func recover() -> Int {
        state.withLock { state in
            defer { state.writes = 0 }
            state.interruption = nil
            state.hindrance = nil
            state.lostRead = nil
            state.isLost = false
            return state.writes
        }
    }

    /// Everything that the platforms hold.
    var store: EmulatedStore { state.withLock { $0.store } }

    /// Changes the rows of a table for which `edited` gives another one; false where it gives none.
    func change(_ table: String, _ edited: (Value) -> Value?) -> Bool {
        state.withLock { state in
            var isChanged = false
            for row in state.store.rows(table) {
                guard let new = edited(row.value) else { continue }
                state.store[table, row.id] = new
                isChanged = true
            }
            return isChanged
        }
    }

    /// A clock on which nobody waits in earnest.
    var time: Timekeeper { Timekeeper(StandingClock(platforms: self)) }

    fileprivate func pass(_ duration: Duration) {
        state.withLock { $0.milliseconds += max(0, duration.components.seconds) * 1000 }
    }

    fileprivate var elapsed: Duration {
        .milliseconds(state.withLock { $0.milliseconds } - 1_767_225_600_000)
    }

    /// Answers a request, or lets it run into what interrupts.
    func send(_ request: EmulatedRequest, to platform: String) throws(TransportError) -> Answer {
        let result = state.withLock { state -> Result<Answer, TransportError> in
            guard !state.isLost else { return .failure(.notSent("the way is lost")) }
            guard request.method != "GET" else { return read(request, platform, &state) }
            let number = state.writes
            state.writes += 1
            if let (kind, write, edit) = state.hindrance, number == write {
                state.hindrance = nil
                defer { change(edit, &state) }
                return kind.result { carryOut(request, platform, &state) }
            }
            guard let (kind, write) = state.interruption, number >= write else {
                return .success(carryOut(request, platform, &state))
            }
            return interrupted(kind, number - write, request, platform, &state)
        }
        return try result.get()
    }

    private func read(
        _ request: EmulatedRequest, _ platform: String, _ state: inout State
    ) -> Result<Answer, TransportError> {
        state.reads += 1
        if let lost = state.lostRead, state.reads > lost {
            state.isLost = true
            return .failure(.unknownOutcome("the way is lost"))
        }
        return .success(carryOut(request, platform, &state))
    }

    private func interrupted(
        _ kind: Interruption, _ since: Int, _ request: EmulatedRequest, _ platform: String,
        _ state: inout State
    ) -> Result<Answer, TransportError> {
        switch kind {
        case .refused where since == 0:
            return .success(Answer(status: 403, body: ["message": "not now"]))
        case .failing where since < 2:
            return .success(Answer(status: 500, body: ["message": "not now"]))
        case .lostBefore:
            state.isLost = true
            return .failure(.unknownOutcome("the way is lost"))
        case .lostAfter:
            _ = carryOut(request, platform, &state)
            state.isLost = true
            return .failure(.unknownOutcome("the way is lost"))
        case .refused, .failing: return .success(carryOut(request, platform, &state))
        }
    }

    private func change(_ edit: EmulatedEdit, _ state: inout State) {
        let now = EmulatedTime(milliseconds: state.milliseconds)
        for api in apis where edit.kind.hasPrefix(api.platform + "/") {
            _ = api.edit(edit, &state.store, now: now)
        }
    }

    private func carryOut(
        _ request: EmulatedRequest, _ platform: String, _ state: inout State
    ) -> Answer {
        guard let api = apis.first(where: { $0.platform == platform }) else {
            return Answer(status: 404, body: nil)
        }
        state.milliseconds += 20
        state.requests += 1
        let now = EmulatedTime(milliseconds: state.milliseconds)
        var headers = request.headers
        headers["x-emulator-request"] = "\(state.requests)"
        api.advance(&state.store, to: now)
        let numbered = EmulatedRequest(
            method: request.method, path: request.path, query: request.query, headers: headers,
            body: request.body)
        return Answer(api.answer(numbered, &state.store, now: now))
    }
}

/// Time that passes only where somebody waits.
private struct StandingClock: Clock {
    struct Instant: InstantProtocol {
        var offset: Duration

        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    let platforms: InProcessPlatforms

    var now: Instant { Instant(offset: platforms.elapsed) }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        platforms.pass(deadline.offset - platforms.elapsed + .seconds(1))
    }
}
