import Documents
import Emulation
import Lytics
import Platforms
import Reconciling
import Synchronization
import Testing

/// A stream as a command follows it: over the network, from an emulator.
@Suite struct `A stream over the network` {
    private static let stream = Request(.get, ["chimes", "stream"])

    /// Runs a body with a client of an emulator, which it closes afterwards.
    private static func serving(
        _ world: ChimesWorld, trace: (@Sendable (NetworkTransport.Exchange) -> Void)? = nil,
        _ body: @escaping @Sendable (AccountClient) async throws -> Void
    ) async throws {
        try await withEmulator(world.emulator) { url in
            let platform = LyticsPlatform()
            let account = Account(
                name: "chimes", platform: "lytics", url: url, tokenName: "CHIMES_TOKEN")
            let transport = NetworkTransport(
                account, on: platform, token: Secret("t0ken"), trace: trace)
            do {
                try await body(AccountClient(account, on: platform, over: transport))
            } catch {
                Issue.record(error)
            }
            await transport.close()
        }
    }

    @Test func `is told as it comes, with the token and a line of trace`() async throws {
        let world = try await ChimesWorld()
        let lines = Mutex<[String]>([])
        let trace = { @Sendable (exchange: NetworkTransport.Exchange) in
            lines.withLock { $0.append("\(exchange.line) \(exchange.outcome)") }
        }
        try await Self.serving(world, trace: trace) { client in
            await world.post("/chimes/ring", "one")
            var texts: [String] = []
            let ending = try await client.follow(Self.stream, doing: "listen") { event in
                texts.append(event.data)
                if event.data == "one" { await world.post("/chimes/ring", "two") }
                if event.data == "two" { await world.post("/chimes/ring", "end") }
                return event.data == "end"
            }
            #expect(texts == ["one", "two", "end"])
            #expect(ending == .done)
            #expect(lines.withLock { $0 } == ["GET \(client.account.url)/chimes/stream 200"])
        }
        let headers = await world.ask("requests").first { $0["method"] == "GET" }?["headers"]
        #expect(headers?["authorization"] == "‹redacted›")
        #expect(headers?["accept"] == "text/event-stream")
    }

    @Test func `goes on where it was cut`() async throws {
        let world = try await ChimesWorld()
        await world.post("/chimes/ring", "one")
        await world.post("/chimes/ring", "end")
        await world.post("/_emulator/faults", #"{"kind": "truncated"}"#)
        try await Self.serving(world) { client in
            var texts: [String] = []
            let ending = try await client.follow(Self.stream, doing: "listen") { event in
                texts.append(event.data)
                return event.data == "end"
            }
            #expect(texts == ["one", "end"])
            #expect(ending == .done)
        }
        let asked = await world.ask("requests").filter { $0["path"] == "/chimes/stream" }
        #expect(asked.map { $0["headers"]?["last-event-id"] } == [nil, "1"])
    }

    @Test func `closes its connection where it is cancelled`() async throws {
        let world = try await ChimesWorld()
        try await Self.serving(world) { client in
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    _ = try? await client.follow(Self.stream, doing: "listen") { _ in false }
                }
                #expect(await world.request { $0["status"] == .null })
                group.cancelAll()
            }
            #expect(await world.request { $0["status"] == 0 })
        }
    }

    @Test func `that is refused has the platform's error`() async throws {
        let world = try await ChimesWorld()
        try await Self.serving(world) { client in
            let error = await #expect(throws: ReconcilingError.self) {
                try await client.follow(Request(.get, ["elsewhere"]), doing: "listen") { _ in true }
            }
            #expect(error?.isNotFound == true)
        }
    }
}
