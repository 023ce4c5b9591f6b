import Diagnostics
import Documents
import NIOCore
import Platforms
import TestSupport
import Testing

@testable import Reconciling

/// The network against a server that misbehaves, with bounds of milliseconds.
@Suite struct `The network` {
    private typealias Behavior = MisbehavingServer.Behavior

    private static let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
    private static let half = head + "Content-Length: 50\r\n\r\n[1"

    @Test(arguments: [Behavior.silence, .sends(half)])
    func `ends the wait for an answer that does not begin, or stops`(
        _ behavior: MisbehavingServer.Behavior
    ) async throws {
        let patience = NetworkTransport.Patience(silence: .milliseconds(60))
        let error = try await Sending.failure(behavior, patience: patience).error
        #expect(error == .unknownOutcome("Read timeout"))
    }

    @Test func `ends an answer that drips, however steadily`() async throws {
        let error = try await Sending.failure(
            .drips(Self.head + "Content-Length: 100000\r\n\r\n[", every: .milliseconds(10)),
            patience: .init(whole: .seconds(1))
        ).error
        #expect(error == .unknownOutcome("it was not whole after 1 s"))
    }

    @Test func `ends a head that drips`() async throws {
        let error = try await Sending.failure(
            .drips(Self.head + "X-Long: ", every: .milliseconds(10)),
            patience: .init(whole: .seconds(1))
        ).error
        #expect(error == .unknownOutcome("Deadline exceeded"))
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\n", half])
    func `does not know the outcome of what is cut`(_ text: String) async throws {
        for behavior in [Behavior.closes(after: text), .resets(after: text)] {
            let (error, seen) = try await Sending.failure(behavior)
            #expect(seen.count == 1)
            #expect(error?.ofShop.isUnknownOutcome == true)
            #expect(error?.ofShop.wasSent == true)
            #expect(error?.ofShop.diagnostic().code == "account/no-answer")
        }
    }

    @Test func `says in plain words that a connection was reset`() async throws {
        let error = try await Sending.failure(.resets(after: "")).error
        #expect(error == .unknownOutcome("the connection was reset"))
    }

    @Test func `calls nothing unsent that a server has seen`() async throws {
        let (error, seen) = try await Sending.failure(.resetsUnread)
        #expect(error?.ofShop.wasSent == true || seen.isEmpty)
    }

    @Test(arguments: [
        "SSH-2.0-OpenSSH_9.6\r\n", "\u{15}\u{3}\u{1}\u{0}\u{2}\u{2}\u{50}", "200 OK\r\n\r\n",
        "HTTP/1.1 two hundred\r\n\r\n",
    ])
    func `does not take for HTTP what is none, nor for unsent what it answers`(
        _ text: String
    ) async throws {
        let (error, seen) = try await Sending.failure(.sends(text))
        #expect(seen.count == 1)
        #expect(error == .notHTTP("the answer is not HTTP"))
        #expect(error?.ofShop.isUnknownOutcome == true)
        let words = "is no HTTP server: the answer is not HTTP"
        #expect(error?.ofShop.message.hasSuffix(words) == true)
    }

    @Test(arguments: [
        "X-Long: " + String(repeating: "x", count: 100_000) + "\r\n\r\n",
        String(repeating: "X-Many: x\r\n", count: 1000) + "\r\n",
    ])
    func `says of an answer with too large a head that it came`(_ headers: String) async throws {
        let (error, seen) = try await Sending.failure(.sends(Self.head + headers))
        #expect(seen.count == 1)
        #expect(error == .unknownOutcome("its headers are too long"))
    }

    @Test func `repeats a read that was cut and then sees nobody, within its bound`() async throws {
        let clock = ManualClock()
        let error = try await MisbehavingServer.serving(.closes(after: "")) { server in
            try await server.client(clock) { client in
                await #expect(throws: ReconcilingError.self) {
                    try await client.read(Read(Request(.get, ["items"]), purpose: "the items"))
                }
            }
        }
        #expect(error?.tries == 5)
        #expect(error?.diagnostic().code == "account/no-answer")
        #expect(clock.slept.reduce(.zero, +) == .seconds(5))
    }

    @Test(arguments: [
        Behavior.closes(after: ""), .closes(after: half), .resets(after: ""),
        .sends("SSH-2.0-OpenSSH_9.6\r\n"), .sends(head + "Content-Length: 3\r\n\r\nbad"),
        .sends("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"),
    ])
    func `never repeats a write that a server has seen`(
        _ behavior: MisbehavingServer.Behavior
    ) async throws {
        let clock = ManualClock()
        try await MisbehavingServer.serving(behavior) { server in
            let error = try await server.client(clock) { client in
                await #expect(throws: ReconcilingError.self) {
                    try await client.exchange(
                        WireRequest(.post, ["items"], body: Array("{}".utf8)), doing: "add it")
                }
            }
            #expect(error?.isUnknownOutcome == true)
            #expect(error?.tries == 1)
            #expect(server.seen.count == 1)
        }
        #expect(clock.slept.isEmpty)
    }
}

extension MisbehavingServer {
    /// Talks to this server as to the shop, by a clock that nobody waits by.
    func client<Result>(
        _ clock: ManualClock, _ body: (AccountClient) async throws -> Result
    ) async throws -> Result {
        var account = ShopPlatform.account
        account.url = url
        let transport = NetworkTransport(account, on: ShopPlatform(), token: Secret("t-1"))
        let waiting = Waiting(time: Timekeeper(clock), bound: .seconds(5), jitter: { 0 })
        return try await transport.closing { transport in
            try await body(
                AccountClient(account, on: ShopPlatform(), over: transport, waiting: waiting))
        }
    }
}
