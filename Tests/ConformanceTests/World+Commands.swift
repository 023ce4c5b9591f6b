import ArgumentParser
import Foundation
import Platforms

@testable import Commands

extension World {
    /// Gives a command as people type it, without a question.
    func run(_ words: [String]) async throws -> ExitStatus { try await give(words + ["--yes"]) }

    /// Gives a command that only reads, as people type it.
    func look(_ words: [String]) async throws -> ExitStatus { try await give(words) }

    private func give(_ words: [String]) async throws -> ExitStatus {
        let words = words.map { word in
            let isFile = word.hasSuffix(".json") || word.hasSuffix(".yaml")
            return isFile ? folder.appendingPathComponent(word).path : word
        }
        return try await Session.$standIn.withValue(session) {
            var command = try WeirCommand.parseAsRoot(words + ["-C", folder.path])
            do {
                if var asynchronous = command as? any AsyncParsableCommand {
                    try await asynchronous.run()
                } else {
                    try command.run()
                }
            } catch let code as ExitCode {
                return ExitStatus(rawValue: code.rawValue) ?? .failed
            }
            return .done
        }
    }

    /// What the ledger holds.
    func ledger() async throws -> [Address: RecordedResource] {
        try await session.open(try await session.loadProject(), for: .reading).recorded
    }
}
