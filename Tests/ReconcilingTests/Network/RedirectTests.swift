import Diagnostics
import Documents
import Platforms
import TestSupport
import Testing

@testable import Reconciling

/// Redirects are answers: following one would take the token to wherever it leads.
@Suite struct `A redirect` {
    private static func head(_ status: Int, _ location: String) -> String {
        "HTTP/1.1 \(status) Moved\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n"
    }

    private func send(_ request: WireRequest, to server: MisbehavingServer) async throws
        -> ReconcilingError?
    {
        try await server.client(ManualClock()) { client in
            await #expect(throws: ReconcilingError.self) {
                try await client.exchange(request, doing: "add it")
            }
        }
    }

    @Test(arguments: [301, 302, 303, 307, 308], [Request.Method.get, .post, .delete])
    func `to another host takes nothing there`(
        status: Int, method: Request.Method
    ) async throws {
        try await MisbehavingServer.serving(.silence) { other in
            let elsewhere = "\(other.url)/stolen"
            let moved = MisbehavingServer.Behavior.sends(Self.head(status, elsewhere))
            try await MisbehavingServer.serving(moved) { server in
                let error = try await send(WireRequest(method, ["items"]), to: server)
                #expect(error?.cause == .redirected(status: status, location: elsewhere))
                #expect(error?.message == "`\(server.url)` redirects to `\(elsewhere)` (\(status))")
                #expect(error?.diagnostic().code == "account/redirect")
                #expect(server.seen.count == 1)
                #expect(server.seen.first?.contains("t-1") == true, "the token came to its host")
            }
            #expect(other.seen.isEmpty)
        }
    }

    @Test(arguments: ["/other", "other", ""])
    func `within the host is not followed either`(location: String) async throws {
        let moved = MisbehavingServer.Behavior.sends(Self.head(307, location))
        try await MisbehavingServer.serving(moved) { server in
            let error = try await send(WireRequest(.post, ["items"]), to: server)
            #expect(error?.cause == .redirected(status: 307, location: location))
            #expect(server.seen.count == 1)
        }
    }

    @Test func `in answer to a write leaves open whether that was carried out`() async throws {
        let moved = MisbehavingServer.Behavior.sends(Self.head(303, "/items/1"))
        try await MisbehavingServer.serving(moved) { server in
            let body = Array("{}".utf8)
            let error = try await send(WireRequest(.post, ["items"], body: body), to: server)
            #expect(error?.isUnknownOutcome == true)
            #expect(error?.wasSent == true)
            #expect(error?.tries == 1)
        }
    }

    @Test func `of a stream of events is not followed`() async throws {
        try await MisbehavingServer.serving(.silence) { other in
            let moved = MisbehavingServer.Behavior.sends(Self.head(302, other.url))
            try await MisbehavingServer.serving(moved) { server in
                let transport = NetworkTransport(
                    url: server.url, token: Secret("t"), authorization: { _ in [] })
                try await transport.closing { transport in
                    let request = WireRequest(.get, ["items"])
                    let answer = try await transport.follow(request) { _ in true }
                    #expect(answer.status == 302)
                }
            }
            #expect(other.seen.isEmpty)
        }
    }
}
