import Documents
import Emulation
import Foundation
import Logging
import Platforms
import ServiceLifecycle
import Testing

/// A write that would wait for an hour ends at once when nobody waits for it any more.
@Suite struct `A latency of an hour` {
    private func world() async throws -> World {
        let world = try await World()
        await world.send(
            "POST", "/_emulator/faults",
            [["kind": "latency", "writes": true, "milliseconds": 3_600_000]])
        return world
    }

    @Test func `is in the log, and ends without an effect where it is cancelled`() async throws {
        let world = try await world()
        let status = await withTaskGroup(of: Int.self) { group in
            group.addTask { await world.send("POST", "/v2/job/braze-export", World.offers).status }
            #expect(await world.write { $0["status"] == .null })
            group.cancelAll()
            return await group.next()
        }
        #expect(status == 0)
        #expect(await world.write { $0["status"] == 0 })
        #expect(await world.send("GET", "/v2/job").data == [])
    }

    @Test func `ends where the faults are deleted, and then has its effect`() async throws {
        let world = try await world()
        async let status = world.send("POST", "/v2/job/braze-export", World.offers).status
        #expect(await world.write { $0["status"] == .null })
        await world.send("DELETE", "/_emulator/faults")
        #expect(await status < 300)
        #expect(await world.send("GET", "/v2/job").data.list?.count == 1)
    }

    @Test func `ends without an effect where its client goes away`() async throws {
        let world = try await world()
        try await withEmulator(world.emulator) { url in
            let client = try Client(url)
            #expect(await world.write { $0["status"] == .null })
            await client.leave()
            #expect(await world.write { $0["status"] == 0 })
        }
        #expect(await world.send("GET", "/v2/job").data == [])
    }

    @Test func `ends without an effect where the server is cancelled`() async throws {
        let world = try await world()
        let client = try await withEmulator(world.emulator) { url in
            let client = try Client(url)
            #expect(await world.write { $0["status"] == .null })
            return client
        }
        #expect(await client.ending() == 52)
        #expect(await world.send("GET", "/v2/job").data == [])
    }

    @Test func `ends without an effect where the server shuts down`() async throws {
        let world = try await world()
        let (urls, continuation) = AsyncStream.makeStream(of: String.self)
        let server = Listening(
            server: try EmulatorServer(emulator: world.emulator), urls: continuation)
        let group = ServiceGroup(services: [server], logger: Logger(label: "test"))
        async let end: Void = group.run()
        for await url in urls.prefix(1) {
            let client = try Client(url)
            #expect(await world.write { $0["status"] == .null })
            await group.triggerGracefulShutdown()
            #expect(await client.ending() == 52)
        }
        try await end
        #expect(await world.send("GET", "/v2/job").data == [])
    }
}

/// A server that tells where it listens.
struct Listening: Service {
    let server: EmulatorServer
    let urls: AsyncStream<String>.Continuation

    func run() async throws { try await server.run { [urls] in urls.yield($0) } }
}

/// A curl that creates a job.
private final class Client: Sendable {
    private let process = Process()
    private let endings: AsyncStream<Int>

    init(_ url: String) throws {
        let (endings, continuation) = AsyncStream.makeStream(of: Int.self)
        self.endings = endings
        process.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        process.arguments = [
            "-s", "-o", "/dev/null", "-X", "POST", "\(url)/v2/job/braze-export", "-H",
            "Authorization: at.test.secret", "-d", World.offers.canonicalJSON,
        ]
        process.terminationHandler = { process in
            continuation.yield(Int(process.terminationStatus))
            continuation.finish()
        }
        try process.run()
    }

    /// Waits until it ended, and says how.
    func ending() async -> Int? { await endings.first { _ in true } }

    /// Ends it in the middle of its request; children of tests have other signals blocked.
    func leave() async {
        kill(process.processIdentifier, SIGKILL)
        _ = await ending()
    }
}

extension World {
    /// A job to create.
    static let offers: Value = ["name": "Offers", "config": [:]]

    /// Waits until a write in the log is as described; false where that does not happen.
    func write(isAs described: (Value) -> Bool) async -> Bool {
        for _ in 0..<1_000_000 {
            let log = await send("GET", "/_emulator/requests?writes=true").body.list ?? []
            if log.contains(where: described) { return true }
            await Task.yield()
        }
        return false
    }
}
