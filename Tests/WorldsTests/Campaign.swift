import Foundation
import Platforms

/// Many worlds, one a seed, on all processors.
struct Campaign: Sendable {
    /// A world that broke laws.
    struct Broken: Sendable {
        var script: Script
        var breaches: [(law: String, words: String)]
    }

    /// What came of it.
    struct Result: Sendable {
        var coverage = Coverage()
        var broken: [Broken] = []
    }

    /// The seed of the first world; the others follow.
    var seed: UInt64
    /// How many worlds.
    var count: Int
    /// The mechanisms that are not switched off.
    var mechanisms = Mechanisms.all

    /// The seed and budget that the environment asks for.
    static func ofEnvironment() -> Campaign {
        let variables = ProcessInfo.processInfo.environment
        return Campaign(
            seed: variables["WEIR_WORLDS_SEED"].flatMap { UInt64($0) } ?? 1,
            count: variables["WEIR_WORLDS_COUNT"].flatMap { Int($0) } ?? 2000)
    }

    /// Plays all of them, or until so many are broken.
    func play(until most: Int = .max) async throws -> Result {
        let lanes = max(1, ProcessInfo.processInfo.activeProcessorCount)
        return try await withThrowingTaskGroup(of: Result.self) { group in
            for lane in 0..<lanes {
                group.addTask {
                    var result = Result()
                    for number in stride(from: lane, to: count, by: lanes) {
                        try await play(seed &+ UInt64(number), into: &result)
                        if result.broken.count >= most { break }
                    }
                    return result
                }
            }
            return try await group.reduce(into: Result()) { all, part in
                all.coverage.merge(part.coverage)
                all.broken += part.broken
            }
        }
    }

    /// Whether some world breaks a law only because a mechanism is switched off.
    func misses() async throws -> Bool {
        for number in 0..<count {
            let script = Script(seed: seed &+ UInt64(number))
            let without = try await Stage.play(script, mechanisms: mechanisms)
            guard !Laws.breaches(without).isEmpty else { continue }
            if try await Laws.breaches(Stage.play(script)).isEmpty { return true }
        }
        return false
    }

    private func play(_ seed: UInt64, into result: inout Result) async throws {
        let script = Script(seed: seed)
        let history = try await Stage.play(script, mechanisms: mechanisms)
        let verdicts = Laws.verdicts(history)
        result.coverage.take(history, verdicts)
        let breaches = verdicts.breaches
        if !breaches.isEmpty { result.broken.append(Broken(script: script, breaches: breaches)) }
    }
}

extension Campaign.Broken {
    /// The seed and what was broken first.
    var summary: String { "seed \(script.seed): \(breaches.first?.words.prefix(150) ?? "")" }

    /// The world made as small as it can be, in words, with what each run said.
    func report(_ mechanisms: Mechanisms = .all) async throws -> String {
        let law = breaches.first?.law ?? ""
        let shrinker = Shrinker { script in
            let history = try await Stage.play(script, mechanisms: mechanisms)
            return Laws.breaches(history).contains { $0.law == law }
        }
        let small = try await shrinker.shrink(script)
        let history = try await Stage.play(small, mechanisms: mechanisms)
        let broken = Laws.breaches(history).map { "  \($0.law): \($0.words)" }
        let runs = history.runs.map { "--- \($0.words)\n\($0.text)" }
        return """
            seed \(script.seed) breaks a law:
            \(broken.joined(separator: "\n"))
            the smallest world that does:
            \(small.words)
            again: WEIR_WORLDS_SEED=\(script.seed) WEIR_WORLDS_COUNT=1 swift test \
            --filter WorldsTests
            \(runs.joined(separator: "\n"))
            """
    }
}
