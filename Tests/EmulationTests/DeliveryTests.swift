import Documents
import EmulatedKit
import Emulation
import Platforms
import Reconciling
import Testing

@Suite struct `A webhook` {
    /// Runs a body with chimes, a receiver of their webhooks, and the receiver's URL.
    private static func hearing(
        _ world: ChimesWorld, _ body: @escaping @Sendable (Emulator, String) async throws -> Void
    ) async throws {
        let receiver = try await Emulator(apis: [Ear()])
        try await withEmulator(receiver) { url in
            await world.post("/chimes/hook", "\(url)/ear")
            try await body(receiver, url)
        }
    }

    @Test func `arrives byte for byte as it was signed`() async throws {
        let world = try await ChimesWorld()
        try await Self.hearing(world) { receiver, _ in
            let text = "{\"b\" : 1,\r\n \"a\":\"ä ✉\"}\n"
            await world.post("/chimes/ring", text)
            await world.advance("0s")
            let heard = await receiver.object("ear/heard", "1")
            #expect(heard["bytes"] == .list(text.utf8.map { .int(Int64($0)) }))
            let sum = text.utf8.reduce(0) { $0 + Int($1) }
            #expect(heard["signature"] == .text("sum=\(sum)"))
        }
    }

    @Test func `is sent again on the virtual clock until it is taken`() async throws {
        let world = try await ChimesWorld()
        try await Self.hearing(world) { receiver, _ in
            let faults = #"{"kind": "answer", "status": 503, "count": 3}"#
            _ = await receiver.answer(
                method: "POST", path: "/_emulator/faults", body: Array(faults.utf8))
            await world.post("/chimes/ring", "again")
            await world.advance("1m")
            let sent = await world.ask("deliveries")
            #expect(sent.map { $0["status"] } == [503, 503, 503, 204])
            let start = World.start.milliseconds
            #expect(sent.map { ($0["time"]?.int ?? 0) - start } == [0, 1000, 3000, 7000])
        }
    }

    @Test func `goes out by itself, and again when that is due`() async throws {
        let world = try await ChimesWorld(clock: .system)
        try await Self.hearing(world) { receiver, _ in
            let fault = #"{"kind": "answer", "status": 500, "path": "/ear"}"#
            _ = await receiver.answer(
                method: "POST", path: "/_emulator/faults", body: Array(fault.utf8))
            try await withEmulator(world.emulator) { _ in
                await world.post("/chimes/ring", "by itself")
                #expect(await receiver.hasRequest { $0["status"] == 500 })
                #expect(await receiver.hasRequest { $0["status"] == 204 })
            }
        }
    }

    @Test(arguments: [
        "http://example.com/hook", "http://127.0.0.1.example.com/", "http://127.0.0.1@10.0.0.1/",
        "http://10.0.0.1/", "http://0.0.0.0/", "ftp://127.0.0.1/", "file:///etc/passwd", "",
    ])
    func `beyond loopback is no answer, and the reason is in the log`(url: String) async throws {
        let emulator = try await Emulator(
            apis: [Chimes()], options: EmulatorOptions(clock: .fixed(World.start))
        ) { delivery in
            Issue.record("sent to \(delivery.url)")
            return 200
        }
        let world = ChimesWorld(emulator: emulator)
        await world.post("/chimes/hook", url)
        await world.post("/chimes/ring", "out")
        await world.advance("0s")
        let sent = await world.ask("deliveries")
        #expect(sent.map { $0["url"] } == [.text(url)])
        #expect(sent.first?["status"] == .null)
        #expect(sent.first?["reason"] == "an emulator sends to loopback only")
    }

    @Test func `has no status where nothing answers`() async throws {
        let world = try await ChimesWorld()
        await world.post("/chimes/hook", "http://127.0.0.1:1/")
        await world.post("/chimes/ring", "lost")
        await world.advance("0s")
        #expect(await world.ask("deliveries").first?["reason"] == "no answer")
    }

    @Test func `follows no redirect`() async throws {
        let world = try await ChimesWorld()
        try await Self.hearing(world) { receiver, url in
            let fault = #"{"kind": "answer", "status": 302}"#
            _ = await receiver.answer(
                method: "POST", path: "/_emulator/faults", body: Array(fault.utf8))
            await world.post("/chimes/ring", "elsewhere")
            await world.advance("0s")
            #expect(await world.ask("deliveries").map { $0["status"] } == [302])
            #expect(await receiver.list("/_emulator/requests").count == 1)
        }
    }

    @Test func `that nobody answers waits no longer than it may`() async throws {
        let world = try await ChimesWorld()
        try await Self.hearing(world) { receiver, url in
            let fault = #"{"kind": "latency", "milliseconds": 3600000}"#
            _ = await receiver.answer(
                method: "POST", path: "/_emulator/faults", body: Array(fault.utf8))
            let delivery = EmulatedDelivery(
                id: "1", url: "\(url)/ear", headers: [:], body: Array("{}".utf8))
            #expect(await delivery.send(within: .milliseconds(100)) == nil)
        }
    }
}

extension Emulator {
    /// What is stored.
    fileprivate func object(_ kind: String, _ id: String) async -> Value {
        let response = await answer(
            method: "GET", path: "/_emulator/object?kind=\(kind)&id=\(id)")
        guard case .json(let value) = response.body else { return .null }
        return value
    }
}
