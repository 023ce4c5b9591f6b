import Documents
import Platforms
import Testing

@testable import Commands

/// What becomes of a run where one read is answered with something else than the platform promises.
@Suite struct `an answer that is not what the platform promises` {
    /// One of them, as the emulator's fault `answer` makes it.
    struct Lie: Sendable, CustomTestStringConvertible {
        var name: String
        var status: Int64 = 200
        var body: Value?

        var testDescription: String { name }

        static let all = [
            Lie(name: "an empty body"), Lie(name: "204", status: 204),
            Lie(name: "null", body: .null), Lie(name: "{}", body: [:]),
            Lie(name: "a text", body: "ok"), Lie(name: "a number", body: 7),
            Lie(name: "a message", body: ["message": "temporarily unavailable"]),
            Lie(name: "an error", body: ["error": "session expired"]),
            Lie(
                name: "ok: false",
                body: ["ok": false, "error": ["code": "X", "message": "temporarily unavailable"]]),
            Lie(name: "an error under data", body: ["data": "none"]),
            Lie(name: "another envelope", body: ["payload": ["rows": []]]),
            Lie(name: "a list of texts", body: ["data": ["a"], "results": ["a"], "items": ["a"]]),
            Lie(
                name: "elements without an id",
                body: ["data": [["x": 1]], "results": [["x": 1]], "items": [["x": 1]]]),
        ]
    }

    @Test(arguments: Subject.all)
    func `forbids the plan, and nothing is written`(_ subject: Subject) async throws {
        try await World.with(subject) { world in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            let reads = try await world.readsOfPlan()
            #expect(reads.count > 4)
            for read in reads {
                for lie in Lie.all {
                    try await world.tell(lie, at: read)
                    let failure = await #expect(throws: Failure.self, "\(read), \(lie.name)") {
                        try await world.apply()
                    }
                    #expect(failure?.status == .failed, "\(read), \(lie.name)")
                    #expect(try await world.emulator.get("faults") == [], "\(read), \(lie.name)")
                }
            }
            #expect(try await world.takeWrites() == [])
            #expect(try await world.plan().isEmpty)
        }
    }
}

/// One read of a plan: its path, and how many of the same path come before it.
struct PlannedRead: Sendable, Hashable, CustomStringConvertible {
    var path: String
    var earlier: Int64

    var description: String { "read \(earlier + 1) of \(path)" }
}

extension World {
    /// Every read that a plan makes, in order.
    fileprivate func readsOfPlan() async throws -> [PlannedRead] {
        try await emulator.send(.delete, "requests")
        _ = try await plan()
        let log = try await emulator.get("requests")
        try await emulator.send(.delete, "requests")
        var counts: [String: Int64] = [:]
        return (log.list ?? []).compactMap { request in
            guard let path = request["path"]?.text?.prefix(while: { $0 != "?" }) else { return nil }
            defer { counts[String(path), default: 0] += 1 }
            return PlannedRead(path: String(path), earlier: counts[String(path)] ?? 0)
        }
    }

    /// Lets a read of the next run be answered otherwise, once.
    fileprivate func tell(
        _ lie: `an answer that is not what the platform promises`.Lie, at read: PlannedRead
    ) async throws {
        var fault: Object = [
            "kind": "answer", "method": "GET", "path": .text(read.path), "count": 1,
            "skip": .int(read.earlier), "status": .int(lie.status),
        ]
        fault["body"] = lie.body
        try await emulator.post("faults", [.object(fault)])
    }
}
