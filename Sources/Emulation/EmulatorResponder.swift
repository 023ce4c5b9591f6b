import EmulatedKit
import Hummingbird
import NIOCore
import Platforms
import ServiceLifecycle

/// Turns every request into a question to the emulator.
struct EmulatorResponder: HTTPResponder {
    let emulator: Emulator

    private struct Cut: Error {}

    func respond(to request: Request, context: EmulatorContext) async throws -> Response {
        guard EmulatorOrigin.isLocal(request) else {
            let refusal = Emulator.failure(403, "the emulator answers programs of this machine")
            return Self.response(
                refusal, ResponseBody(byteBuffer: Self.buffer(refusal.body.text)))
        }
        guard await emulator.mayHold(request.method.rawValue, request.uri.string) else {
            let body = isRead(request) ? RequestBody(buffer: ByteBuffer()) : request.body
            return try await response(to: outcome(of: request, body), request, context)
        }
        var response = try await response(to: heldOutcome(of: request), request, context)
        response.headers[.connection] = "close"
        return response
    }

    private func outcome(
        of request: Request, _ body: RequestBody
    ) async throws -> Emulator.Outcome {
        let bytes = try await body.collect(upTo: 64 << 20)
        return await emulator.outcome(
            method: request.method.rawValue, path: request.uri.string,
            headers: Self.headers(request), body: Array(bytes.readableBytesView))
    }

    /// Whether the answer may be a stream: then the body is left for what watches the connection.
    private func isRead(_ request: Request) -> Bool { request.method == .get }

    /// The outcome of a request that ends when its client goes away or the server stops; to see
    /// that, all is read that the client sends, so that its connection cannot be used again, not even
    /// for a stream.
    private func heldOutcome(of request: Request) async throws -> Emulator.Outcome {
        do {
            let held = try await request.body.consumeWithCancellationOnInboundClose { body in
                try await cancelWhenGracefulShutdown { try await outcome(of: request, body) }
            }
            return await whole(held)
        } catch is CancellationError {
            return .cut
        }
    }

    private func response(
        to outcome: Emulator.Outcome, _ request: Request, _ context: EmulatorContext
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
        case .streaming where !isRead(request):
            return try await response(to: whole(outcome), request, context)
        case .streaming(let answer, let stream):
            var response = Self.response(answer, events(of: stream, answer, request))
            response.headers[.cacheControl] = "no-cache"
            response.headers[.connection] = "close"
            return response
        case .cut:
            try await context.channel.close()
            throw Cut()
        }
    }

    /// What a stream tells so far, for a request that is not watched any more.
    private func whole(_ outcome: Emulator.Outcome) async -> Emulator.Outcome {
        guard case .streaming(let answer, let stream) = outcome else { return outcome }
        return .answered(await emulator.close(stream, after: answer))
    }

    /// A body that goes on until the stream is over, its client goes away or the server stops.
    private func events(
        of stream: EmulatorStream, _ answer: EmulatedResponse, _ request: Request
    ) -> ResponseBody {
        ResponseBody { writer in
            do {
                try await request.body.consumeWithCancellationOnInboundClose { body in
                    _ = try await body.collect(upTo: 64 << 20)
                    var part = try await next(of: stream)
                    while let last = part {
                        try await writer.write(Self.buffer(last.text))
                        part = try await next(of: last)
                    }
                }
            } catch {
                await emulator.cut(stream)
                throw error
            }
            await emulator.close(stream, after: answer)
            try await writer.finish(nil)
        }
    }

    private func next(of stream: EmulatorStream) async throws -> EmulatorStream? {
        try await cancelWhenGracefulShutdown { try await emulator.next(of: stream) }
    }

    private static func headers(_ request: Request) -> [String: String] {
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.canonicalName] = field.value }
        return headers
    }

    private static func buffer(_ text: String) -> ByteBuffer { ByteBuffer(string: text) }

    private static func response(_ answer: EmulatedResponse, _ body: ResponseBody) -> Response {
        var response = Response(status: .init(code: answer.status), body: body)
        switch answer.body {
        case .json: response.headers[.contentType] = "application/json"
        case .events: response.headers[.contentType] = "text/event-stream"
        case .none, .text: break
        }
        for header in answer.headers {
            if let name = HTTPFields.Element.Name(header.name) {
                response.headers[name] = header.value
            }
        }
        return response
    }
}
