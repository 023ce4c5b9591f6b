import AsyncHTTPClient
public import EmulatedKit
import NIOCore
import NIOHTTP1
import Platforms

extension EmulatedDelivery {
    /// Sends it over HTTP as it is, and tells the status of the answer; nil without one.
    ///
    /// Redirects are not followed, so that it arrives where it was sent or nowhere.
    public func send(within patience: Duration = .seconds(5)) async -> Int? {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.httpVersion = .http1Only
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let response = try? await client.execute(outgoing, timeout: TimeAmount(patience))
        let status = response.map { Int($0.status.code) }
        try? await client.shutdown()
        return status
    }

    private var outgoing: HTTPClientRequest {
        var outgoing = HTTPClientRequest(url: url)
        outgoing.method = .POST
        outgoing.headers.add(name: "content-type", value: "application/json")
        for header in headers { outgoing.headers.add(name: header.key, value: header.value) }
        outgoing.body = .bytes(body)
        return outgoing
    }
}
