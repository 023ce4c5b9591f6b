import Documents
import EmulatedKit
import Emulation
import Platforms
import Reconciling

/// A platform that only rings: a stream of what rang, alarms that ring by themselves, and webhooks.
struct Chimes: EmulatedAPI {
    let platform = "chimes"
    let switches: [EmulatedSwitch] = []

    func owns(path: String) -> Bool { path.hasPrefix("/chimes") }

    func seed(_ store: inout EmulatedStore, now: EmulatedTime) {}

    func answer(
        _ request: EmulatedRequest, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> EmulatedResponse {
        let text = String(decoding: request.body, as: UTF8.self)
        switch (request.method, request.path.last) {
        case ("GET", "stream"): return EmulatedResponse(status: 200, body: .events)
        case ("POST", "ring"): ring(text, &store, now)
        case ("POST", "alarm"):
            let due = now.milliseconds + (Int64(text) ?? 0)
            store["chimes/alarm", "\(store.next("alarm"))"] = .int(due)
        case ("POST", "hook"): store["chimes/hook", "url"] = .text(text)
        default: return EmulatedResponse(status: 404, body: .none)
        }
        return EmulatedResponse(status: 201, body: .none)
    }

    func advance(_ store: inout EmulatedStore, to now: EmulatedTime) {
        for (id, due) in store.rows("chimes/alarm") where (due.int ?? 0) <= now.milliseconds {
            store["chimes/alarm", id] = nil
            ring("alarm at \(due.int ?? 0)", &store, EmulatedTime(milliseconds: due.int ?? 0))
        }
    }

    private func ring(_ text: String, _ store: inout EmulatedStore, _ now: EmulatedTime) {
        let number = store.next("ring")
        store["chimes/ring", "\(number)"] = .text(text)
        guard let url = store["chimes/hook", "url"] else { return }
        store["chimes/webhook", "\(number)"] = [
            "url": url, "body": .text(text), "due": .int(now.milliseconds), "attempt": 1,
            "is_under_way": false,
        ]
    }

    func events(
        for request: EmulatedRequest, sent: Int, _ store: EmulatedStore, now: EmulatedTime
    ) -> EmulatedEvents {
        let known = request.headers["last-event-id"].flatMap { Int($0) } ?? 0
        let count = store.count("chimes/ring")
        let rings = (1...max(count, 1)).dropFirst(known + sent).compactMap { number in
            store["chimes/ring", "\(number)"]?.text.map { (number, $0) }
        }
        return EmulatedEvents(
            events: rings.map { "event: ring\nid: \($0)\ndata: \($1)\n\n" },
            isOver: rings.last?.1 == "end")
    }

    func deliveries(_ store: inout EmulatedStore, now: EmulatedTime) -> [EmulatedDelivery] {
        store.rows("chimes/webhook").compactMap { id, row in
            guard row["is_under_way"] == false, (row["due"]?.int ?? 0) <= now.milliseconds
            else { return nil }
            store["chimes/webhook", id] = row.with("is_under_way", true)
            let body = Array((row["body"]?.text ?? "").utf8)
            return EmulatedDelivery(
                id: id, url: row["url"]?.text ?? "",
                headers: ["x-chimes-signature": "sum=\(body.reduce(0) { $0 + Int($1) })"],
                body: body)
        }
    }

    func delivered(
        _ id: String, status: Int?, _ store: inout EmulatedStore, now: EmulatedTime
    ) {
        guard let row = store["chimes/webhook", id], let attempt = row["attempt"]?.int else {
            return
        }
        let isDone = (200..<300).contains(status ?? 0) || attempt == 5
        let due = now.milliseconds + 1000 << (attempt - 1)
        store["chimes/webhook", id] =
            isDone
            ? nil
            : row.with("attempt", .int(attempt + 1)).with("due", .int(due))
                .with("is_under_way", false)
    }

    func nextChange(_ store: EmulatedStore, after now: EmulatedTime) -> EmulatedTime? {
        let alarms = store.rows("chimes/alarm").map { $0.value.int ?? 0 }
        let webhooks = store.rows("chimes/webhook").filter { $0.value["is_under_way"] == false }
            .map { $0.value["due"]?.int ?? 0 }
        return (alarms + webhooks).filter { $0 > now.milliseconds }.min()
            .map { EmulatedTime(milliseconds: $0) }
    }
}

/// A receiver of webhooks that keeps their bodies as they came.
struct Ear: EmulatedAPI {
    let platform = "ear"
    let switches: [EmulatedSwitch] = []

    func owns(path: String) -> Bool { path.hasPrefix("/ear") }
    func seed(_ store: inout EmulatedStore, now: EmulatedTime) {}
    func advance(_ store: inout EmulatedStore, to now: EmulatedTime) {}

    func answer(
        _ request: EmulatedRequest, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> EmulatedResponse {
        store["ear/heard", "\(store.next("heard"))"] = [
            "bytes": .list(request.body.map { .int(Int64($0)) }),
            "signature": .text(request.headers["x-chimes-signature"] ?? ""),
        ]
        return EmulatedResponse(status: 204, body: .none)
    }

    func object(account: String?, kind: String, id: String, _ store: EmulatedStore) -> Value? {
        store[kind, id]
    }
}

/// An emulator of chimes, asked in this process, that really sends its webhooks.
struct ChimesWorld {
    let emulator: Emulator

    init(emulator: Emulator) { self.emulator = emulator }

    init(clock: EmulatorClock = .fixed(World.start), heartbeat: Duration? = nil) async throws {
        var options = EmulatorOptions(clock: clock)
        options.heartbeat = heartbeat ?? options.heartbeat
        emulator = try await Emulator(apis: [Chimes()], options: options) {
            await $0.send(within: .seconds(120))
        }
    }

    @discardableResult
    func post(_ path: String, _ text: String) async -> EmulatedResponse {
        await emulator.answer(method: "POST", path: path, body: Array(text.utf8))
    }

    /// What the emulator says of itself.
    func ask(_ path: String) async -> [Value] { await emulator.list("/_emulator/\(path)") }

    func advance(_ text: String) async {
        await post("/_emulator/clock", #"{"advance": "\#(text)"}"#)
    }

    /// Waits until there is a request in the log as described.
    func request(isAs described: @Sendable (Value) -> Bool) async -> Bool {
        await emulator.hasRequest(isAs: described)
    }
}

extension Emulator {
    /// The list that a path answers.
    func list(_ path: String) async -> [Value] {
        let response = await answer(method: "GET", path: path)
        guard case .json(let value) = response.body else { return [] }
        return value.list ?? []
    }

    /// Waits until there is a request in the log as described; false where that does not happen.
    func hasRequest(isAs described: @Sendable (Value) -> Bool) async -> Bool {
        for _ in 0..<1_000_000 {
            if await list("/_emulator/requests").contains(where: described) { return true }
            await Task.yield()
        }
        return false
    }
}
