public import EmulatedKit
import Platforms

/// Serves an emulator on a free loopback port while the body runs, and stops it afterwards.
public func withEmulator<Result: Sendable>(
    apis: [any EmulatedAPI], options: EmulatorOptions = EmulatorOptions(),
    deliver: @escaping Emulator.Deliverer = { _ in nil },
    body: @escaping @Sendable (_ baseURL: String) async throws -> Result
) async throws -> Result {
    let emulator = try await Emulator(apis: apis, options: options, deliver: deliver)
    return try await withEmulator(emulator, body: body)
}

/// Serves an emulator that exists while the body runs, which may ask it in-process as well.
public func withEmulator<Result: Sendable>(
    _ emulator: Emulator, body: @escaping @Sendable (_ baseURL: String) async throws -> Result
) async throws -> Result {
    let server = try EmulatorServer(emulator: emulator)
    let (urls, continuation) = AsyncStream.makeStream(of: String.self)
    return try await withThrowingTaskGroup(of: Result?.self) { group in
        group.addTask {
            defer { continuation.finish() }
            try await server.run { continuation.yield($0) }
            return nil
        }
        group.addTask {
            for await url in urls { return try await body(url) }
            return nil
        }
        defer { group.cancelAll() }
        while let result = try await group.next() {
            if let result { return result }
        }
        throw CancellationError()
    }
}
