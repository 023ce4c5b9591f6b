import Documents
import Platforms

/// What arrived, in order, without credentials.
struct EmulatorRequestLog: Sendable {
    private(set) var entries: [Value] = []
    private var number: Int64 = 0

    /// Notes an answered request; its place in the log is its number.
    mutating func append(
        method: String, path: String, headers: [String: String], status: Int, at time: EmulatedTime
    ) {
        number += 1
        let shown = headers.filter { !Self.unlogged.contains($0.key) }
            .map { ($0.key, Value.text(Self.redacted($0.key, $0.value))) }
        entries.append([
            "number": .int(number), "method": .text(method), "path": .text(path),
            "status": .int(Int64(status)), "time": .int(time.milliseconds),
            "headers": .object(Object(shown)),
        ])
    }

    /// Forgets everything; numbers go on.
    mutating func clear() { entries = [] }

    private static let unlogged: Set<String> = ["x-emulator-request"]

    private static func redacted(_ name: String, _ value: String) -> String {
        let isSecret = ["authorization", "cookie", "x-api-key", "api-key"].contains(name)
        return isSecret ? "‹redacted›" : value
    }
}
