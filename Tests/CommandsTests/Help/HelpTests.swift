import ArgumentParser
import Diagnostics
import Testing

@testable import Commands

/// What `--help` ends with, and words that are no command.
@Suite struct `The help` {
    /// Every command that does something, by its words.
    private static func leaves(
        _ command: any ParsableCommand.Type = WeirCommand.self, _ words: [String] = []
    ) -> [(words: [String], command: any ParsableCommand.Type)] {
        let children = command.configuration.subcommands
        if children.isEmpty { return [(words, command)] }
        return children.flatMap { leaves($0, words + [$0.configuration.commandName ?? ""]) }
    }

    @Test func `of every verb ends with two examples that can be parsed`() throws {
        for (words, command) in Self.leaves() {
            let helped = try #require(
                command as? any HelpedCommand.Type, "`\(words.joined(separator: " "))`")
            #expect(helped.examples.count == 2)
            for example in helped.examples {
                let arguments = LeadingOptions.moved(Self.words(of: example))
                let parsed = try WeirCommand.parseAsRoot(arguments)
                #expect(type(of: parsed) == command, "`weir \(example)`")
            }
        }
    }

    /// The words of a line as a shell takes them, up to a redirection.
    private static func words(of line: String) -> [String] {
        line.split(separator: " ").prefix { $0 != ">" }.map { $0.filter { $0 != "'" } }
    }

    @Test(arguments: [ApplyCommand.helpEnd, PlanCommand.helpEnd])
    func `of plan and apply tells the exit statuses`(_ end: String) {
        #expect(end.contains("\n  4   the plan is stale or has a conflict; nothing was written\n"))
    }

    @Test(arguments: [
        (["plna"], "did you mean `weir plan`?"),
        (["help", "plna"], "did you mean `weir plan`?"),
        (["lytics", "flow", "list"], "did you mean `weir lytics flows list`?"),
        (["10ex", "run"], "did you mean `weir tenex runs`?"),
        (["jobs"], "did you mean `weir lytics jobs`?"),
        (["xyzzy"], "`weir --help` lists the commands"),
        (["frontline", "xyzzy"], "`weir frontline --help` lists the commands"),
    ])
    func `of a word that is no command names the nearest`(_ words: [String], _ help: String) {
        #expect(UnknownCommand.diagnostic(words)?.help == help)
    }

    @Test(arguments: [[], ["plan"], ["--help"], ["help"], ["lytics", "--help"], ["explain", "x"]])
    func `says nothing of words that are no commands by right`(_ words: [String]) {
        #expect(UnknownCommand.diagnostic(words) == nil)
    }
}
