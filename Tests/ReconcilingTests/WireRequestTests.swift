import Diagnostics
import Documents
import Platforms
import Testing

@testable import Reconciling

@Suite struct `Requests on the wire` {
    @Test func `parts of a path and values of a query are encoded one by one`() {
        let request = WireRequest(
            .get, ["v2", "a/b c", "é"], query: [.init("state", "a&b"), .init("n", "1")])
        #expect(request.line == "GET /v2/a%2Fb%20c/%C3%A9?state=a%26b&n=1")
    }

    @Test func `a connection that is refused was never sent`() async throws {
        let transport = NetworkTransport(
            url: "http://127.0.0.1:1", token: Secret("t"), authorization: { _ in [] })
        let error = await #expect(throws: TransportError.self) {
            try await transport.send(WireRequest(.get, ["items"]))
        }
        #expect(error == .notSent("the connection was refused"))
        await transport.close()
    }

    @Test func `a URL that is none was never sent`() async throws {
        for url in ["", "nonsense", "ftp://host"] {
            let transport = NetworkTransport(
                url: url, token: Secret("t"), authorization: { _ in [] })
            let error = await #expect(throws: TransportError.self) {
                try await transport.send(WireRequest(.get, ["items"]))
            }
            if case .notSent = error {} else { Issue.record("\(String(describing: error))") }
            await transport.close()
        }
    }
}
