import Documents
public import EmulatedKit
import Platforms

/// Platforms' APIs with a store, a clock, a request log and faults, in this process.
///
/// A request comes in as method, path and bytes; the platform that owns the path answers it. The
/// paths under `/_emulator/` are the emulator's own. It opens no socket: `EmulatorServer` does.
public actor Emulator {
    /// How a request ended, as a client sees it.
    public enum Outcome: Sendable {
        case answered(EmulatedResponse)
        /// Half of the answer arrives.
        case truncated(EmulatedResponse)
        /// An answer whose body goes on; `close` its stream in the end.
        case streaming(EmulatedResponse, EmulatorStream)
        /// No answer arrives; the request may have been carried out.
        case cut
    }

    /// Sends a webhook, and tells the status of its answer; nil without one.
    public typealias Deliverer = @Sendable (EmulatedDelivery) async -> Int?

    let apis: [any EmulatedAPI]
    let options: EmulatorOptions
    let deliver: Deliverer
    private let dataFile: EmulatorDataFile?
    var store: EmulatedStore
    var log = EmulatorRequestLog()
    var faults: [EmulatorFault] = []
    /// The requests that are still to be carried out, without their clients.
    var late: [EmulatorLateRequest] = []
    /// The requests that a latency holds.
    var held = EmulatorWaiters()
    /// Who waits for a change of the store.
    var watchers = EmulatorWaiters()
    /// How often the store changed.
    var changes: Int64 = 0
    /// Until when all platforms did what they do by themselves.
    var advanced: EmulatedTime
    /// The webhooks that were sent, and how many are under way.
    var sent: [Value] = []
    var underWay = 0
    private var before: EmulatedStore?
    private var number: Int64 = 0

    /// Opens the data file, if there is one, and sets the switches; nobody answers a webhook unless
    /// `deliver` does.
    public init(
        apis: [any EmulatedAPI], options: EmulatorOptions = EmulatorOptions(),
        deliver: @escaping Deliverer = { _ in nil }
    ) async throws(EmulatorError) {
        self.apis = apis
        self.options = options
        self.deliver = deliver
        advanced = options.clock.now()
        store = EmulatedStore(switches: try Self.switches(of: apis, options))
        dataFile = try options.dataFile.map { path throws(EmulatorError) in
            try EmulatorDataFile(path: path)
        }
        try dataFile?.load(into: &store)
        guard store["emulator", "started"] != .some(true) else { return }
        store["emulator", "started"] = true
        let now = options.clock.now()
        if options.seeds { for api in apis { api.seed(&store, now: now) } }
        try dataFile?.write(store.takeChanges())
    }

    /// The switches that are on: the preset's, then those set by name.
    private static func switches(
        of apis: [any EmulatedAPI], _ options: EmulatorOptions
    ) throws(EmulatorError) -> Set<String> {
        let all = apis.flatMap(\.switches)
        var names = Set(
            all.filter { options.preset == .brief ? $0.isOnInBrief : $0.isOnToday }.map(\.name))
        for text in options.switches {
            let name = text.hasPrefix("no-") ? String(text.dropFirst(3)) : text
            guard all.contains(where: { $0.name == name }) else {
                throw .unknownSwitch(name, known: all.map(\.name))
            }
            if name == text { names.insert(name) } else { names.remove(name) }
        }
        return names
    }

    /// The last moment that a clock reaches: the end of the year 9999.
    static let lastMoment: Int64 = 253_402_300_799_999

    /// The emulator's time: the clock's, plus what was advanced, and never after the last moment.
    var now: EmulatedTime {
        let ahead = store["emulator", "clock"]?.int ?? 0
        let (sum, isOver) = options.clock.now().milliseconds.addingReportingOverflow(ahead)
        return EmulatedTime(milliseconds: isOver ? Self.lastMoment : min(sum, Self.lastMoment))
    }

    /// Answers a request; a cut connection is status 0 without a body.
    public func answer(
        method: String, path: String, headers: [String: String] = [:], body: [UInt8] = []
    ) async -> EmulatedResponse {
        switch await outcome(method: method, path: path, headers: headers, body: body) {
        case .answered(let response): response
        case .truncated(let response):
            EmulatedResponse(status: response.status, body: .text(response.body.text.half))
        case .streaming(let response, let stream): close(stream, after: response)
        case .cut: EmulatedResponse(status: 0, body: .none)
        }
    }

    /// Answers a request, or says that its connection is to be cut.
    ///
    /// It is in the log as soon as it arrives. Cancelled while a latency holds it, it is cut off and
    /// not carried out.
    public func outcome(
        method: String, path: String, headers: [String: String] = [:], body: [UInt8] = []
    ) async -> Outcome {
        let target = EmulatorTarget(path)
        if target.parts.first == "_emulator" {
            let response = keep(await control(method, target, body))
            noteChange()
            return .answered(response)
        }
        var lowered = Object(headers.map { ($0.key.lowercased(), Value.text($0.value)) })
            .reduce(into: [String: String]()) { $0[$1.key] = $1.value.text }
        number += 1
        lowered["x-emulator-request"] = "\(number)"
        let request = EmulatedRequest(
            method: method, path: target.parts, query: target.query, headers: lowered, body: body)
        let entry = log.begin(method: method, path: path, headers: lowered, at: now)
        let outcome = await answer(request, path)
        switch outcome {
        case .answered(let response), .truncated(let response), .streaming(let response, _):
            guard case .events = response.body, let api = owner(of: path) else {
                log.end(entry, status: response.status)
                return outcome
            }
            let stream = EmulatorStream(api: api, request: request, entry: entry)
            guard case .truncated = outcome else { return .streaming(response, stream) }
            return .truncated(close(stream, after: response))
        case .cut: log.end(entry, status: 0)
        }
        return outcome
    }

    private func owner(of path: String) -> (any EmulatedAPI)? {
        apis.first { $0.owns(path: path) }
    }

    /// Lets the owner of the path answer; a lagging read sees the rows before the last write.
    func carryOut(
        _ request: EmulatedRequest, _ path: String, lagging: Bool = false
    ) -> EmulatedResponse {
        guard let api = owner(of: path) else {
            return EmulatedResponse(
                status: 404, body: .json(["status": 404, "message": "no platform has this path"]))
        }
        if lagging, var old = before {
            let response = api.answer(request, &old, now: now)
            if !faults.contains(where: { $0.kind == .lag }) { before = nil }
            return response
        }
        if request.method != "GET", faults.contains(where: { $0.kind == .lag }) {
            before = before ?? store
        }
        api.advance(&store, to: now)
        return keep(api.answer(request, &store, now: now))
    }

    /// Writes what changed before the answer leaves; without that the answer is a failure.
    @discardableResult
    func keep(_ response: EmulatedResponse) -> EmulatedResponse {
        let changes = store.takeChanges()
        if !changes.isEmpty { noteChange() }
        do throws(EmulatorError) {
            try dataFile?.write(changes)
            return response
        } catch {
            return Self.failure(500, error.description)
        }
    }

    static func failure(
        _ status: Int, _ message: String, _ headers: [(name: String, value: String)] = []
    ) -> EmulatedResponse {
        EmulatedResponse(
            status: status, headers: headers,
            body: .json(["status": .int(Int64(status)), "message": .text(message)]))
    }
}

extension EmulatedResponse.Body {
    /// The body as the text that is sent.
    var text: String {
        switch self {
        case .none, .events: ""
        case .json(let value): value.canonicalJSON
        case .text(let text): text
        }
    }
}

extension String {
    /// The first half, which is never all of it.
    var half: String { String(prefix(count / 2)) }
}
