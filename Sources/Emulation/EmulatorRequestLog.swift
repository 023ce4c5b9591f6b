import Documents
import EmulatedKit
import Platforms

/// What arrived, in order, without credentials.
struct EmulatorRequestLog: Sendable {
    private(set) var entries: [Value] = []
    private var number: Int64 = 0

    /// Notes a request that arrived, without a status yet, and gives it a number.
    mutating func begin(
        method: String, path: String, headers: [String: String], at time: EmulatedTime
    ) -> Int64 {
        number += 1
        let shown = headers.filter { !Self.unlogged.contains($0.key) }
            .map { ($0.key, Value.text(Self.redacted($0.key, $0.value))) }
        entries.append([
            "number": .int(number), "method": .text(method), "path": .text(path),
            "status": .null, "time": .int(time.milliseconds), "headers": .object(Object(shown)),
        ])
        return number
    }

    /// Notes how a request ended, if it was not forgotten meanwhile.
    mutating func end(_ number: Int64, status: Int) {
        guard let place = entries.lastIndex(where: { $0["number"] == .int(number) }),
            var entry = entries[place].object
        else { return }
        entry["status"] = .int(Int64(status))
        entries[place] = .object(entry)
    }

    /// Forgets everything; numbers go on.
    mutating func clear() { entries = [] }

    private static let unlogged: Set<String> = ["x-emulator-request"]

    private static func redacted(_ name: String, _ value: String) -> String {
        let isSecret = ["authorization", "cookie", "x-api-key", "api-key"].contains(name)
        return isSecret ? "‹redacted›" : value
    }
}
