import Diagnostics
import Documents
import NIOCore
import Platforms
import TestSupport
import Testing

@testable import Reconciling

/// The network against a server that misbehaves, with bounds of milliseconds.
@Suite struct `The network` {
    private static let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"

    private func failure(
        _ behavior: MisbehavingServer.Behavior, silence: Duration = .seconds(20),
        whole: Duration = .seconds(20), _ method: Request.Method = .post
    ) async throws -> TransportError? {
        try await MisbehavingServer.serving(behavior) { url in
            let transport = NetworkTransport(
                url: url, token: Secret("t"), authorization: { _ in [] },
                patience: .init(silence: silence, whole: whole))
            let error = await #expect(throws: TransportError.self) {
                try await transport.send(WireRequest(method, ["items"]))
            }
            await transport.close()
            return error
        }
    }

    @Test func `ends the wait for an answer that never begins`() async throws {
        let error = try await failure(.silence, silence: .milliseconds(60))
        #expect(error == .unknownOutcome("Read timeout"))
    }

    @Test func `ends the wait for an answer that stops`() async throws {
        let error = try await failure(
            .stops(after: Self.head + "Content-Length: 50\r\n\r\n["), silence: .milliseconds(60))
        #expect(error == .unknownOutcome("Read timeout"))
    }

    @Test func `ends an answer that drips, however steadily`() async throws {
        let error = try await failure(
            .drips(Self.head + "Content-Length: 100000\r\n\r\n[", every: .milliseconds(10)),
            whole: .milliseconds(150))
        #expect(error == .unknownOutcome("it was not whole after 1 s"))
    }

    @Test func `ends a head that drips`() async throws {
        let error = try await failure(
            .drips(Self.head + "X-Long: ", every: .milliseconds(10)), whole: .milliseconds(150))
        #expect(error == .unknownOutcome("Deadline exceeded"))
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\n", head + "Content-Length: 50\r\n\r\n[1"])
    func `does not know the outcome of what is cut`(_ text: String) async throws {
        let error = try await failure(.closes(after: text))
        #expect(error.map { ReconcilingError($0).isUnknownOutcome } == true)
        #expect(error.map { ReconcilingError($0).wasSent } == true)
    }

    @Test func `repeats a read that was cut and then sees nobody, within its bound`() async throws {
        let clock = ManualClock()
        let error = try await MisbehavingServer.serving(.closes(after: "")) { url in
            var account = ShopPlatform.account
            account.url = url
            let transport = NetworkTransport(account, on: ShopPlatform(), token: Secret("t"))
            let client = AccountClient(
                account, on: ShopPlatform(), over: transport,
                waiting: Waiting(time: Timekeeper(clock), bound: .seconds(5), jitter: { 0 }))
            let error = await #expect(throws: ReconcilingError.self) {
                try await client.read(Read(Request(.get, ["items"]), purpose: "the items"))
            }
            await transport.close()
            return error
        }
        #expect(error?.tries == 5)
        #expect(error?.diagnostic().code == "account/no-answer")
        #expect(clock.slept.reduce(.zero, +) == .seconds(5))
    }
}

extension ReconcilingError {
    /// A failed exchange with the shop.
    fileprivate init(_ error: TransportError) {
        self.init(.transport(error), doing: "read the items", account: ShopPlatform.account)
    }
}
