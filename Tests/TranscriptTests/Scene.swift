import Commands
import Documents
import EmulatedKit
import Emulation
import Foundation
import Platforms

/// An emulator that can hold a write, and a copy of `flows/` to apply to it.
struct Scene {
    private let emulator: Emulator

    init() async throws { emulator = try await Emulator(apis: Catalog.emulated()) }

    /// Plays in a folder of its own.
    func play(_ story: @escaping @Sendable (Shell) async throws -> Void) async throws {
        try await withEmulator(emulator) { url in
            let work = try TranscriptFolder.make()
            defer { try? FileManager.default.removeItem(at: work) }
            try await story(Shell(folder: work, variables: TranscriptFolder.variables(url)))
        }
    }

    /// Holds the write of a number, from 0, until it is let go.
    func hold(_ write: Int) async {
        let fault: Value = [
            "kind": "latency", "writes": true, "skip": .int(Int64(write)),
            "milliseconds": 3_600_000,
        ]
        _ = await emulator.answer(
            method: "POST", path: "/_emulator/faults", body: fault.canonicalBytes)
    }

    /// Answers the next request, or the next write, with 429 and a time to wait.
    func refuse(waiting seconds: Int64, writes: Bool = true) async {
        let fault: Value = [
            "kind": "429", "writes": .bool(writes), "retry_after": .int(seconds),
        ]
        _ = await emulator.answer(
            method: "POST", path: "/_emulator/faults", body: fault.canonicalBytes)
    }

    /// Lets go of what is held.
    func letGo() async { _ = await emulator.answer(method: "DELETE", path: "/_emulator/faults") }

    /// Waits until the write arrived and is held; false where that does not happen.
    func isHeld(_ write: Int, _ shell: Shell) async throws -> Bool {
        for _ in 0..<3000 {
            let writes = try await writes(shell)
            if writes.count == write + 1, writes.last?["status"] == .null { return true }
        }
        return false
    }

    /// The writes that arrived.
    func writes(_ shell: Shell) async throws -> [Value] {
        let log = try await shell.run("curl -s $LYTICS_API_URL/_emulator/requests?writes=true")
        return try JSON.parse(Array(log.output.joined().utf8)).list ?? []
    }

    /// The nodes that people come through in the order's flow.
    func served(_ shell: Shell) async throws -> Value {
        let object = try await shell.run(
            "curl -s \"$LYTICS_API_URL/_emulator/object?kind=frontline/flow&id=$("
                + "weir -C flows ledger list | grep flow/order_status | cut -f 2)\"")
        return try JSON.parse(Array(object.output.joined().utf8))["liveNodes"] ?? .null
    }

    /// The names that more than one object of a kind has.
    var repeated: [String] {
        get async {
            var found: [String] = []
            for list in ["auth", "connection", "job?show_all=true", "flow"] {
                let answer = await emulator.answer(
                    method: "GET", path: "/v2/\(list)",
                    headers: ["Authorization": "at.transcripts.secret"])
                guard case .json(let body) = answer.body else { return ["\(list) has no answer"] }
                let objects = body["data"]?.list ?? []
                let named = Dictionary(grouping: objects) { $0["name"] ?? $0["label"] }
                found += named.values.filter { $0.count > 1 }.map { "\(list): \($0)" }
            }
            return found
        }
    }
}
