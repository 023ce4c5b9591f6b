import Diagnostics
import Documents
import Platforms
import Testing

@testable import Reconciling

/// What goes wrong before TLS stands was never sent; what goes wrong after that may have been.
@Suite struct `TLS` {
    private typealias Behavior = MisbehavingServer.Behavior

    @Test(arguments: [
        (TestCertificate.expired, "its certificate expired on 2021-01-01"),
        (.ofAnotherHost, "its certificate is not for this host"),
    ])
    func `sends nothing to a server whose certificate is wrong`(
        certificate: TestCertificate, words: String
    ) async throws {
        let (error, seen) = try await Sending.failure(.silence, as: certificate, scheme: "https")
        #expect(error == .notSent(words))
        #expect(seen.isEmpty)
        #expect(error?.ofShop.isUnknownOutcome == false)
        let url = ShopPlatform.account.url
        #expect(error?.ofShop.message == "`\(url)` cannot be reached: \(words)")
    }

    @Test func `sends nothing to a server whose issuer the machine does not know`() async throws {
        try await MisbehavingServer.serving(.silence, as: .good) { server in
            let transport = NetworkTransport(
                url: "https://\(server.host)", token: Secret("t"), authorization: { _ in [] })
            let error = await #expect(throws: TransportError.self) {
                try await transport.send(WireRequest(.post, ["items"]))
            }
            await transport.close()
            #expect(
                error
                    == .notSent(
                        "this machine does not trust `Tests of Weir`, who issued its certificate"))
            #expect(server.seen.isEmpty)
        }
    }

    @Test(arguments: ["HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", "SSH-2.0-x\r\n"])
    func `is told from a server that does not speak it`(_ answer: String) async throws {
        let error = try await Sending.failure(.sends(answer), scheme: "https").error
        #expect(error == .notSent("it does not speak TLS"))
    }

    @Test func `that is broken off in its handshake sent nothing`() async throws {
        let error = try await Sending.failure(.closes(after: ""), scheme: "https").error
        #expect(error == .notSent("it broke off the TLS handshake"))
    }

    @Test func `that is reset in its handshake sent nothing`() async throws {
        let error = try await Sending.failure(.resets(after: ""), scheme: "https").error
        #expect(error == .notSent("the connection was reset"))
    }

    @Test func `that is never answered sent nothing`() async throws {
        let patience = NetworkTransport.Patience(connect: .milliseconds(60))
        let error = try await Sending.failure(
            .silence, scheme: "https", patience: patience
        ).error
        #expect(error?.ofShop.wasSent == false)
    }

    @Test func `spoken to plainly answers what is not HTTP`() async throws {
        let (error, seen) = try await Sending.failure(.silence, as: .good)
        #expect(seen.isEmpty)
        #expect(error?.ofShop.isUnknownOutcome == true)
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n[1"])
    func `does not know the outcome of what is cut once it stands`(_ text: String) async throws {
        for behavior in [Behavior.closes(after: text), .resets(after: text)] {
            let (error, seen) = try await Sending.failure(behavior, as: .good, scheme: "https")
            #expect(seen.count == 1)
            #expect(error?.ofShop.isUnknownOutcome == true)
            #expect(error?.ofShop.wasSent == true)
        }
    }

    @Test func `carries an answer of a server that is trusted`() async throws {
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]"
        try await MisbehavingServer.serving(.sends(answer), as: .good) { server in
            let transport = NetworkTransport(
                url: "https://\(server.host)", token: Secret("t"), authorization: { _ in [] },
                patience: .ofTests, tls: try TestCertificate.trusting)
            try await transport.closing { transport in
                let answer = try await transport.send(WireRequest(.get, ["items"]))
                #expect(answer.body == [])
            }
        }
    }
}
