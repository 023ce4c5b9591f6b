import Platforms
import Testing

@testable import Reconciling

/// What comes of one request that is sent to a server that misbehaves.
enum Sending {
    /// The error of one request, and what the server saw.
    static func failure(
        _ behavior: MisbehavingServer.Behavior, as certificate: TestCertificate? = nil,
        scheme: String = "http", patience: NetworkTransport.Patience = .ofTests,
        _ method: Request.Method = .post
    ) async throws -> (error: TransportError?, seen: [String]) {
        try await MisbehavingServer.serving(behavior, as: certificate) { server in
            let transport = NetworkTransport(
                url: "\(scheme)://\(server.host)", token: Secret("t"),
                authorization: { [("authorization", "Bearer \($0)")] }, patience: patience,
                tls: try TestCertificate.trusting)
            let error = await #expect(throws: TransportError.self) {
                try await transport.send(WireRequest(method, ["items"]))
            }
            await transport.close()
            return (error, server.seen)
        }
    }
}

extension NetworkTransport {
    /// Gives itself to some work and closes after it, whatever comes of it.
    func closing<Outcome>(
        _ work: (NetworkTransport) async throws -> Outcome
    ) async throws -> Outcome {
        let outcome: Outcome
        do {
            outcome = try await work(self)
        } catch {
            await close()
            throw error
        }
        await close()
        return outcome
    }
}

extension NetworkTransport.Patience {
    /// Far longer than any test takes that does not wait for it.
    static let ofTests = Self(
        connect: .seconds(120), silence: .seconds(120), whole: .seconds(120))
}

extension TransportError {
    /// The error of an account of the shop that this becomes.
    var ofShop: ReconcilingError {
        ReconcilingError(.transport(self), doing: "add an item", account: ShopPlatform.account)
    }
}
