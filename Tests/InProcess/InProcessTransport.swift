import Documents
public import EmulatedKit
public import Platforms
public import Reconciling

/// The way of a client to an emulated platform in the same process.
public struct InProcessTransport: Transport {
    /// Answers a request, or lets it be lost on its way.
    public typealias Answering =
        @Sendable (EmulatedRequest) throws(TransportError) -> Answer

    private let platform: any Platform
    private let token: Secret
    private let root: [String]
    private let answering: Answering

    /// Reaches an account the way its platform authorizes; what is behind the host of its base URL
    /// begins every path.
    public init(
        _ account: Account, on platform: any Platform, token: Secret,
        _ answering: @escaping Answering
    ) {
        self.platform = platform
        self.token = token
        root = account.url.split(separator: "/").dropFirst(2).map(String.init)
        self.answering = answering
    }

    /// Sends one request once.
    public func send(_ request: WireRequest) async throws(TransportError) -> Answer {
        var headers = request.headers
        for header in token.reveal({ platform.authorization($0) }) {
            headers[header.name.lowercased()] = header.value
        }
        return try answering(
            EmulatedRequest(
                method: request.method.rawValue.uppercased(), path: root + request.path,
                query: request.query.map { (name: $0.name, value: $0.value) }, headers: headers,
                body: request.body ?? []))
    }
}

extension Answer {
    /// An answer as a client sees it; a stream has no body.
    public init(_ response: EmulatedResponse) {
        var headers: [String: String] = [:]
        for header in response.headers { headers[header.name.lowercased()] = header.value }
        guard case .json(let value) = response.body else {
            self.init(status: response.status, headers: headers, body: nil)
            return
        }
        headers["content-type"] = "application/json"
        self.init(status: response.status, headers: headers, body: value)
    }
}
