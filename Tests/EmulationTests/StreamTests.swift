import Documents
import EmulatedKit
import Emulation
import Foundation
import Logging
import Platforms
import ServiceLifecycle
import Subprocess
import Testing

@Suite struct `A stream of events` {
    private static func curl(_ url: String, _ more: [String] = []) async throws -> String {
        let result = try await Subprocess.run(
            .name("curl"), arguments: Arguments(["-sN", "\(url)/chimes/stream"] + more),
            output: .string(limit: 1 << 20))
        return result.standardOutput
    }

    /// The first bytes of a stream, after which its reader leaves.
    private static func beginning(_ url: String, count: Int) async throws -> String {
        let line = "curl -sN \(url)/chimes/stream | head -c \(count)"
        let result = try await Subprocess.run(
            .name("sh"), arguments: ["-c", line], output: .string(limit: 1 << 20))
        return result.standardOutput
    }

    private static func event(_ number: Int, _ text: String) -> String {
        "event: ring\nid: \(number)\ndata: \(text)\n\n"
    }

    @Test func `is all there is so far in this process`() async throws {
        let world = try await ChimesWorld()
        await world.post("/chimes/ring", "one")
        await world.post("/chimes/ring", "two")
        let answer = await world.emulator.answer(method: "GET", path: "/chimes/stream")
        guard case .text(let text) = answer.body else {
            Issue.record("no text: \(answer)")
            return
        }
        #expect(text == Self.event(1, "one") + Self.event(2, "two"))
        #expect(await world.request { $0["path"] == "/chimes/stream" && $0["status"] == 200 })
    }

    @Test func `tells in order what was and what comes, and ends`() async throws {
        let world = try await ChimesWorld()
        let texts = try await withEmulator(world.emulator) { url in
            await world.post("/chimes/ring", "one")
            async let first = Self.curl(url)
            async let second = Self.curl(url, ["-H", "Last-Event-ID: 1"])
            #expect(await world.hasOpenStreams(2))
            await world.post("/chimes/ring", "two")
            await world.post("/chimes/alarm", "3600000")
            await world.advance("1h")
            await world.post("/chimes/ring", "end")
            return try await [first, second]
        }
        let rest =
            Self.event(2, "two")
            + Self.event(3, "alarm at \(World.start.milliseconds + 3_600_000)")
            + Self.event(4, "end")
        #expect(texts == [Self.event(1, "one") + rest, rest])
        #expect(await world.request { $0["status"] == 200 })
    }

    @Test func `tells what happens by itself while nobody asks`() async throws {
        let world = try await ChimesWorld(clock: .system)
        let text = try await withEmulator(world.emulator) { url in
            await world.post("/chimes/alarm", "50")
            return try await Self.beginning(url, count: 33)
        }
        #expect(text == "event: ring\nid: 1\ndata: alarm at ")
    }

    @Test func `is kept open by comments`() async throws {
        let world = try await ChimesWorld(heartbeat: .milliseconds(20))
        let text = try await withEmulator(world.emulator) { url in
            try await Self.beginning(url, count: 30)
        }
        #expect(text == ": nothing new\n\n: nothing new\n\n")
    }

    @Test func `says what it is`() async throws {
        let world = try await ChimesWorld()
        await world.post("/chimes/ring", "end")
        let text = try await withEmulator(world.emulator) { try await Self.curl($0, ["-i"]) }
        #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(text.contains("Content-Type: text/event-stream\r\n"))
        #expect(text.contains("Cache-Control: no-cache\r\n"))
    }

    @Test func `ends where its client goes away`() async throws {
        let world = try await ChimesWorld()
        try await withEmulator(world.emulator) { url in
            await withTaskGroup { group in
                group.addTask { _ = try? await Self.curl(url) }
                #expect(await world.hasOpenStreams(1))
                group.cancelAll()
            }
            #expect(await world.request { $0["status"] == 0 })
        }
    }

    @Test func `ends where the server stops`() async throws {
        let world = try await ChimesWorld()
        let (urls, continuation) = AsyncStream.makeStream(of: String.self)
        let server = Listening(
            server: try EmulatorServer(emulator: world.emulator), urls: continuation)
        let group = ServiceGroup(services: [server], logger: Logger(label: "test"))
        async let end: Void = group.run()
        for await url in urls.prefix(1) {
            async let text = Self.curl(url)
            #expect(await world.hasOpenStreams(1))
            await group.triggerGracefulShutdown()
            #expect(try await text == "")
        }
        try await end
        #expect(await world.request { $0["status"] == 0 })
    }

    @Test func `that a latency held is all there is so far`() async throws {
        let world = try await ChimesWorld()
        await world.post("/chimes/ring", "one")
        await world.post("/_emulator/faults", #"{"kind": "latency", "milliseconds": 1}"#)
        let text = try await withEmulator(world.emulator) { try await Self.curl($0) }
        #expect(text == Self.event(1, "one"))
    }

    @Test func `is cut in half by a fault`() async throws {
        let world = try await ChimesWorld()
        await world.post("/chimes/ring", "one")
        await world.post("/_emulator/faults", #"{"kind": "truncated"}"#)
        let text = try await withEmulator(world.emulator) { try await Self.curl($0) }
        #expect(text == String(Self.event(1, "one").prefix(text.count)))
        #expect(!text.isEmpty && text.count < Self.event(1, "one").count)
    }
}

extension ChimesWorld {
    /// Waits until so many streams are open.
    fileprivate func hasOpenStreams(_ count: Int) async -> Bool {
        for _ in 0..<1_000_000 {
            let open = await ask("requests").filter {
                $0["path"] == "/chimes/stream" && $0["status"] == .null
            }
            if open.count == count { return true }
            await Task.yield()
        }
        return false
    }
}
