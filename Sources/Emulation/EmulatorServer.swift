public import Platforms
public import ServiceLifecycle

import Hummingbird
import Logging
import NIOCore

/// Serves an emulator over HTTP on loopback, under one catch-all responder.
public struct EmulatorServer: Service {
    /// What it serves, to be asked in-process as well.
    public let emulator: Emulator
    private let options: EmulatorOptions

    /// Makes the emulator; refuses an address that is not loopback.
    public init(
        apis: [any EmulatedAPI], options: EmulatorOptions = EmulatorOptions()
    ) async throws(EmulatorError) {
        try self.init(emulator: try await Emulator(apis: apis, options: options))
    }

    /// Serves an emulator that exists; refuses an address that is not loopback.
    public init(emulator: Emulator) throws(EmulatorError) {
        let options = emulator.options
        guard ["127.0.0.1", "::1", "localhost"].contains(options.host) else {
            throw .notLoopback(options.host)
        }
        self.options = options
        self.emulator = emulator
    }

    /// Serves until it is cancelled or shut down.
    public func run() async throws { try await run { _ in } }

    /// Serves until it is cancelled or shut down, and says its base URL once it listens.
    public func run(onListening: @escaping @Sendable (String) async -> Void) async throws {
        var logger = Logger(label: "emulator")
        logger.logLevel = .critical
        let host = options.host.contains(":") ? "[\(options.host)]" : options.host
        let application = Application(
            responder: EmulatorResponder(emulator: emulator),
            configuration: ApplicationConfiguration(
                address: .hostname(options.host, port: options.port), serverName: nil),
            onServerRunning: { channel in
                await onListening("http://\(host):\(channel.localAddress?.port ?? 0)")
            }, logger: logger)
        do {
            try await application.run()
        } catch let error as IOError {
            throw EmulatorError.cannotListen(
                host: options.host, port: options.port, reason: "\(error)")
        }
    }
}

extension Emulator {
    /// Serves this emulator until cancelled, and says its base URL once it listens.
    public nonisolated func serve(
        onListening: @escaping @Sendable (String) async -> Void
    ) async throws {
        try await EmulatorServer(emulator: self).run(onListening: onListening)
    }
}

/// What a request needs beside itself: the channel, so that a connection can be cut.
private struct EmulatorContext: InitializableFromSource, Sendable {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) { channel = source.channel }
}

/// Turns every request into a question to the emulator.
private struct EmulatorResponder: HTTPResponder {
    let emulator: Emulator

    private struct Cut: Error {}

    func respond(to request: Request, context: EmulatorContext) async throws -> Response {
        guard await emulator.mayHold(request.method.rawValue, request.uri.string) else {
            return try await response(to: outcome(of: request, request.body), context)
        }
        var response = try await response(to: heldOutcome(of: request), context)
        response.headers[.connection] = "close"
        return response
    }

    private func outcome(
        of request: Request, _ body: RequestBody
    ) async throws -> Emulator.Outcome {
        let body = try await body.collect(upTo: 64 << 20)
        return await emulator.outcome(
            method: request.method.rawValue, path: request.uri.string,
            headers: Self.headers(request), body: Array(body.readableBytesView))
    }

    /// The outcome of a request that ends when its client goes away or the server stops; to see
    /// that, all is read that the client sends, so that its connection cannot be used again.
    private func heldOutcome(of request: Request) async throws -> Emulator.Outcome {
        do {
            return try await request.body.consumeWithCancellationOnInboundClose { body in
                try await cancelWhenGracefulShutdown { try await outcome(of: request, body) }
            }
        } catch is CancellationError {
            return .cut
        }
    }

    private func response(
        to outcome: Emulator.Outcome, _ context: EmulatorContext
    ) async throws -> Response {
        switch outcome {
        case .answered(let answer):
            return Self.response(answer, ResponseBody(byteBuffer: Self.buffer(answer.body.text)))
        case .truncated(let answer):
            let text = answer.body.text
            return Self.response(
                answer,
                ResponseBody(contentLength: text.utf8.count) { writer in
                    try await writer.write(Self.buffer(text.half))
                    try await context.channel.close()
                    throw Cut()
                })
        case .cut:
            try await context.channel.close()
            throw Cut()
        }
    }

    private static func headers(_ request: Request) -> [String: String] {
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.canonicalName] = field.value }
        return headers
    }

    private static func buffer(_ text: String) -> ByteBuffer { ByteBuffer(string: text) }

    private static func response(_ answer: EmulatedResponse, _ body: ResponseBody) -> Response {
        var response = Response(status: .init(code: answer.status), body: body)
        if case .json = answer.body { response.headers[.contentType] = "application/json" }
        for header in answer.headers {
            if let name = HTTPFields.Element.Name(header.name) {
                response.headers[name] = header.value
            }
        }
        return response
    }
}
