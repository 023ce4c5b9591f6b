import NIOCore
import NIOPosix

/// A server on loopback that answers every request with bytes of a script, or not at all.
struct MisbehavingServer: Sendable {
    /// What is sent as soon as a request begins to come.
    enum Behavior: Sendable {
        /// Nothing, ever.
        case silence
        /// Some bytes, and then nothing.
        case stops(after: String)
        /// Some bytes, and then one more every so often, without an end.
        case drips(String, every: TimeAmount)
        /// Some bytes, and then the connection closes.
        case closes(after: String)
    }

    /// Serves while the body runs.
    static func serving<Result>(
        _ behavior: Behavior, _ body: (_ url: String) async throws -> Result
    ) async throws -> Result {
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Handler(behavior))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let result: Result
        do {
            result = try await body("http://127.0.0.1:\(server.localAddress?.port ?? 0)")
        } catch {
            try await server.close()
            throw error
        }
        try await server.close()
        return result
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let behavior: Behavior
        private var hasBegun = false

        init(_ behavior: Behavior) { self.behavior = behavior }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard !hasBegun else { return }
            hasBegun = true
            let channel = context.channel
            switch behavior {
            case .silence: break
            case .stops(let text): Self.send(text, on: channel)
            case .closes(let text):
                Self.send(text, on: channel)
                channel.close(promise: nil)
            case .drips(let text, let pause):
                Self.send(text, on: channel)
                channel.eventLoop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { task in
                    if channel.isActive { Self.send("x", on: channel) } else { task.cancel() }
                }
            }
        }

        private static func send(_ text: String, on channel: any Channel) {
            channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
        }
    }
}
