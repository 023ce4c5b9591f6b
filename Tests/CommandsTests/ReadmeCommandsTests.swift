import ArgumentParser
import Documents
import Foundation
import Testing

@testable import Commands

/// The README's page of operating commands and the command tree agree.
@Suite struct `the README's commands` {
    private static let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("README.md")

    /// Every command of a platform, by its words: `lytics jobs list`.
    private static func leaves(
        _ command: any ParsableCommand.Type, _ words: [String]
    ) -> [[String]] {
        let children = command.configuration.subcommands
        if children.isEmpty { return [words] }
        return children.flatMap { leaves($0, words + [$0.configuration.commandName ?? ""]) }
    }

    /// What belongs to an agent or a workflow stands below it as well, and is told once.
    private static let all =
        leaves(LyticsCommand.self, ["lytics"])
        + leaves(TenexCommand.self, ["tenex"]).filter { words in
            !words.starts(with: ["tenex", "workflows", "versions"])
        }
        + leaves(FrontlineCommand.self, ["frontline"]).filter { words in
            !words.starts(with: ["frontline", "agents"])
                || !["flows", "variables", "intents"].contains(words[2])
        }

    /// What stands between backticks and begins with `weir` and the name of a platform.
    private static func written() throws -> [[Substring]] {
        try String(contentsOf: readme, encoding: .utf8).split(separator: "`")
            .filter { text in
                ["lytics", "frontline", "tenex"].contains { text.hasPrefix("weir \($0) ") }
            }
            .map { $0.split(separator: " ").dropFirst() }.map(Array.init)
    }

    @Test(arguments: all)
    func `tell of every operating command`(_ words: [String]) throws {
        let isTold = try Self.written().contains {
            $0.prefix(words.count).map(String.init) == words
        }
        #expect(isTold, "`weir \(words.joined(separator: " "))` is not in the README")
    }

    @Test func `all exist`() throws {
        let known =
            Self.leaves(LyticsCommand.self, ["lytics"])
            + Self.leaves(FrontlineCommand.self, ["frontline"])
            + Self.leaves(TenexCommand.self, ["tenex"])
        for command in try Self.written() {
            let exists = known.contains { $0 == command.prefix($0.count).map(String.init) }
            #expect(exists, "`weir \(command.joined(separator: " "))` does not exist")
        }
    }

    @Test(arguments: OutputSchema.all().map { $0.words.joined(separator: " ") })
    func `that print JSON have a schema with a title`(_ words: String) throws {
        let command = try #require(
            OutputSchema.all().first { $0.words.joined(separator: " ") == words })
        let schema = OutputSchema.document(command.words, command.output)
        #expect(schema["title"] == .text("weir \(words) --format json"))
        #expect(schema["type"] != nil)
    }
}
