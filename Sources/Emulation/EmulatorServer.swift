public import EmulatedKit
import Platforms
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
        apis: [any EmulatedAPI], options: EmulatorOptions = EmulatorOptions(),
        deliver: @escaping Emulator.Deliverer = { _ in nil }
    ) async throws(EmulatorError) {
        let emulator = try await Emulator(apis: apis, options: options, deliver: deliver)
        try self.init(emulator: emulator)
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
            try await withThrowingTaskGroup { group in
                group.addTask { await emulator.live() }
                defer { group.cancelAll() }
                try await application.run()
            }
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
struct EmulatorContext: InitializableFromSource, Sendable {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) { channel = source.channel }
}
