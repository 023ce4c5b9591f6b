import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server on loopback that answers the beginning of a request with a script, or not at all.
struct MisbehavingServer: Sendable {
    /// What is done as soon as a request begins to come.
    enum Behavior: Sendable {
        /// Nothing, ever.
        case silence
        /// Some bytes, and then nothing.
        case sends(String)
        /// Some bytes, and then one more every so often, without an end.
        case drips(String, every: TimeAmount)
        /// Some bytes, and then the connection closes.
        case closes(after: String)
        /// Some bytes, and then the connection is reset.
        case resets(after: String)
        /// A reset at once, before anything of a request is read.
        case resetsUnread
    }

    /// Where it listens, without a scheme.
    let host: String
    private let record: Record

    /// The base URL of a server without TLS.
    var url: String { "http://\(host)" }
    /// What came on each connection, in the order of the connections.
    var seen: [String] { record.texts.withLock(\.self) }

    /// Serves while the body runs; with a certificate, over TLS.
    static func serving<Result>(
        _ behavior: Behavior, as certificate: TestCertificate? = nil,
        _ body: (MisbehavingServer) async throws -> Result
    ) async throws -> Result {
        let record = Record()
        let context = try certificate?.server
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    if let context {
                        try pipeline.addHandler(NIOSSLServerHandler(context: context))
                    }
                    try pipeline.addHandler(MisbehavingHandler(behavior, record))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let server = MisbehavingServer(
            host: "127.0.0.1:\(listener.localAddress?.port ?? 0)", record: record)
        let result: Result
        do {
            result = try await body(server)
        } catch {
            try await listener.close()
            throw error
        }
        try await listener.close()
        return result
    }

    private init(host: String, record: Record) {
        self.host = host
        self.record = record
    }

    /// What came, for all connections of a server.
    final class Record: Sendable {
        let texts = Mutex<[String]>([])
    }
}

/// One connection of a server that misbehaves.
private final class MisbehavingHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let behavior: MisbehavingServer.Behavior
    private let record: MisbehavingServer.Record
    private var number: Int?

    init(_ behavior: MisbehavingServer.Behavior, _ record: MisbehavingServer.Record) {
        self.behavior = behavior
        self.record = record
    }

    func channelActive(context: ChannelHandlerContext) {
        if case .resetsUnread = behavior { Self.reset(context.channel) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let text = String(buffer: unwrapInboundIn(data))
        if let number {
            record.texts.withLock { $0[number] += text }
        } else {
            number = record.texts.withLock { texts in
                texts.append(text)
                return texts.count - 1
            }
            act(on: context.channel)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func act(on channel: any Channel) {
        switch behavior {
        case .silence, .resetsUnread: break
        case .sends(let text): Self.send(text, on: channel)
        case .closes(let text):
            Self.send(text, on: channel)
            channel.close(promise: nil)
        case .resets(let text):
            Self.send(text, on: channel)
            Self.reset(channel)
        case .drips(let text, let pause):
            Self.send(text, on: channel)
            channel.eventLoop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { task in
                if channel.isActive { Self.send("x", on: channel) } else { task.cancel() }
            }
        }
    }

    private static func send(_ text: String, on channel: any Channel) {
        if !text.isEmpty { channel.writeAndFlush(ByteBuffer(string: text), promise: nil) }
    }

    /// Closes so that the other side reads a reset instead of an end.
    private static func reset(_ channel: any Channel) {
        let lingering = (channel as? any SocketOptionProvider)?
            .setSoLinger(linger(l_onoff: 1, l_linger: 0))
        lingering?.whenComplete { _ in channel.close(mode: .all, promise: nil) }
    }
}
