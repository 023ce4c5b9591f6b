import AsyncHTTPClient
import Documents
import NIOCore
import NIOHTTP1
import NIOSSL
public import Platforms
import Synchronization

/// HTTP over the network; `close` it before it goes away.
public final class NetworkTransport: Transport {
    /// What a trace tells about one exchange: no headers, and secrets masked.
    public struct Exchange: Sendable {
        /// The request, `POST https://api.example.com/v2/flow`.
        public let line: String
        /// The body as JSON with its secrets masked; empty without one.
        public let body: String
        /// The status, or why there is none.
        public let outcome: String
        /// How long it took.
        public let duration: Duration
    }

    /// How long a connection, silence and a whole exchange may take.
    public struct Patience: Sendable {
        /// For a connection.
        public var connect: Duration
        /// Without a byte from the server.
        public var silence: Duration
        /// From the request to the end of the answer, however it comes; streams may take longer.
        public var whole: Duration

        /// Describes how long to wait.
        public init(
            connect: Duration = .seconds(10), silence: Duration = .seconds(60),
            whole: Duration = .seconds(300)
        ) {
            self.connect = connect
            self.silence = silence
            self.whole = whole
        }
    }

    private static let largestAnswer = 256 << 20

    private let client: HTTPClient
    private let url: String
    private let headers: @Sendable () -> [(name: String, value: String)]
    private let patience: Patience
    private let trace: (@Sendable (Exchange) -> Void)?
    private let connected = Connected()
    /// Says why a certificate is not taken; nil where TLS has to say it all.
    private let probe: CertificateProbe?

    /// Reaches a base URL; `authorization` turns the token into headers at each request.
    public convenience init(
        url: String, token: Secret,
        authorization: @escaping @Sendable (String) -> [(name: String, value: String)],
        patience: Patience = Patience(), network: NetworkSettings = .plain,
        trace: (@Sendable (Exchange) -> Void)? = nil
    ) {
        self.init(
            url: url, token: token, authorization: authorization, patience: patience,
            tls: network.tls, proxy: network.proxy(to: url)?.proxy, trace: trace)
    }

    /// Reaches a base URL; `tls` says which certificates are trusted.
    init(
        url: String, token: Secret,
        authorization: @escaping @Sendable (String) -> [(name: String, value: String)],
        patience: Patience, tls: TLSConfiguration,
        proxy: HTTPClient.Configuration.Proxy? = nil, trace: (@Sendable (Exchange) -> Void)? = nil
    ) {
        self.url = url
        self.patience = patience
        self.trace = trace
        headers = { token.reveal(authorization) }
        var configuration = HTTPClient.Configuration()
        configuration.tlsConfiguration = tls
        configuration.proxy = proxy
        probe = proxy == nil ? CertificateProbe(url) : nil
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = TimeAmount(patience.connect)
        configuration.timeout.read = TimeAmount(patience.silence)
        configuration.timeout.write = TimeAmount(patience.silence)
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.idleTimeout = .seconds(20)
        configuration.httpVersion = .http1Only
        configuration.http1_1ConnectionDebugInitializer = { [connected] channel in
            connected.note()
            return channel.eventLoop.makeSucceededVoidFuture()
        }
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Reaches an account's server the way its platform authorizes.
    public convenience init(
        _ account: Account, on platform: any Platform, token: Secret,
        patience: Patience = Patience(), network: NetworkSettings = .plain,
        trace: (@Sendable (Exchange) -> Void)? = nil
    ) {
        self.init(
            url: account.url, token: token, authorization: { platform.authorization($0) },
            patience: patience, network: network, trace: trace)
    }

    /// Closes its connections.
    public func close() async { try? await client.shutdown() }

    /// Sends one request once, and waits for the whole answer.
    public func send(_ request: WireRequest) async throws(TransportError) -> Answer {
        try await showing(request) { try await whole($0, until: $1) }
    }

    /// Sends one request once, and hands over a stream of events as it comes; what is not taken to
    /// its end closes the connection.
    public func follow(
        _ request: WireRequest, wantsMore: (ArraySlice<UInt8>) async -> Bool
    ) async throws(TransportError) -> Answer {
        try await showing(request) { response, end in
            let answer = Answer(
                status: Int(response.status.code), headers: NetworkTransport.headers(response),
                body: nil)
            guard answer.isStream else { return try await whole(response, until: end) }
            do {
                for try await buffer in response.body {
                    guard await wantsMore(ArraySlice(buffer.readableBytesView)) else { break }
                }
                return answer
            } catch {
                throw TransportError.unknownOutcome("the stream was cut off")
            }
        }
    }

    private func showing(
        _ request: WireRequest,
        _ read: (HTTPClientResponse, _ end: ContinuousClock.Instant) async throws -> Answer
    ) async throws(TransportError) -> Answer {
        let start = ContinuousClock.now
        do {
            let response = try await client.execute(
                outgoing(request), timeout: TimeAmount(patience.whole))
            let answer = try await read(response, start + patience.whole)
            show(request, "\(answer.status)", since: start)
            return answer
        } catch {
            var error = failure(error)
            if error == .notSent(TransportError.untrusted), let words = await probe?.words() {
                error = .notSent(words)
            }
            show(request, "\(error)", since: start)
            throw error
        }
    }

    private func failure(_ error: any Error) -> TransportError {
        let failure = error as? TransportError ?? TransportError(error)
        guard case .unknownOutcome(let words) = failure, !connected.isSo else { return failure }
        return .notSent(words)
    }

    /// Collects an answer; every part of it comes within the silence that is borne, so that one
    /// that drips is noticed at the first part that is too late.
    private func whole(
        _ response: HTTPClientResponse, until end: ContinuousClock.Instant
    ) async throws -> Answer {
        let announced = response.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        guard announced <= NetworkTransport.largestAnswer else {
            throw TransportError.tooLarge(bytes: NetworkTransport.largestAnswer)
        }
        var bytes: [UInt8] = []
        for try await buffer in response.body {
            bytes += buffer.readableBytesView
            guard bytes.count <= NetworkTransport.largestAnswer else {
                throw TransportError.tooLarge(bytes: NetworkTransport.largestAnswer)
            }
            guard ContinuousClock.now < end else {
                throw TransportError.unknownOutcome(
                    "it was not whole after \(patience.whole.words)")
            }
        }
        return Answer(
            status: Int(response.status.code), headers: NetworkTransport.headers(response),
            bytes: bytes)
    }

    private static func headers(_ response: HTTPClientResponse) -> [String: String] {
        var headers: [String: String] = [:]
        for header in response.headers { headers[header.name.lowercased()] = header.value }
        return headers
    }

    private func outgoing(_ request: WireRequest) -> HTTPClientRequest {
        var outgoing = HTTPClientRequest(url: url + request.target)
        outgoing.method = HTTPMethod(rawValue: request.method.rawValue.uppercased())
        outgoing.headers.add(name: "user-agent", value: "weir")
        outgoing.headers.add(name: "accept", value: "application/json")
        for header in request.headers {
            outgoing.headers.replaceOrAdd(name: header.key, value: header.value)
        }
        for header in headers() { outgoing.headers.add(name: header.name, value: header.value) }
        if let body = request.body {
            outgoing.headers.add(name: "content-type", value: "application/json")
            outgoing.body = .bytes(body)
        }
        return outgoing
    }

    private func show(
        _ request: WireRequest, _ outcome: String, since start: ContinuousClock.Instant
    ) {
        guard let trace else { return }
        trace(
            Exchange(
                line: "\(request.method.rawValue.uppercased()) \(url)\(request.target)",
                body: request.shown?.canonicalJSON ?? "", outcome: outcome,
                duration: start.duration(to: .now)))
    }
}

/// Whether a connection ever stood, TLS and all; before that nothing can have been sent.
private final class Connected: Sendable {
    private let value = Atomic(false)

    var isSo: Bool { value.load(ordering: .acquiring) }

    func note() { value.store(true, ordering: .releasing) }
}
