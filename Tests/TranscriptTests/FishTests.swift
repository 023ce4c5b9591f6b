import Foundation
import Testing

/// The completion script in the real fish, where there is one; CI installs it.
@Suite struct `The completion of fish` {
    private static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/fish")

    @Test(.enabled(if: isThere, "fish is not installed"))
    func `knows commands, and the live ids that begin so`() async throws {
        try await Scene().play { shell in
            _ = try await shell.run("weir -C flows apply --yes && weir completion fish >weir.fish")
            let commands = try await shell.complete("weir lytics jobs pa")
            #expect(commands == ["pause\tStop jobs for now; `resume` takes it back."])
            let flows = try await shell.complete("weir lytics flows get -C flows flow/w")
            #expect(flows == ["flow/welcome_series\tWelcome series", "flow/win_back\tWin-back"])
            let all = try await shell.complete("weir lytics flows get -C flows ")
            #expect(all.contains("welcome_series\tWelcome series"))
            #expect(!all.contains { $0.hasPrefix("flow/") })
        }
    }

    @Test(.enabled(if: isThere, "fish is not installed"))
    func `knows environments, addresses and what can be explained`() async throws {
        try await Scene().play { shell in
            _ = try await shell.run("weir completion fish >weir.fish")
            let places = try await shell.complete("weir plan -C flows --env ")
            #expect(places.map { $0.prefix { $0 != "\t" } } == ["production", "sandbox"])
            let only = try await shell.complete("weir plan -C flows --only flow/w")
            #expect(only == ["flow/welcome_series\tWelcome series", "flow/win_back\tWin-back"])
            let graph = try await shell.complete("weir graph -C flows job/")
            #expect(graph == [])
            let kinds = try await shell.complete("weir explain lytics/auth")
            #expect(
                kinds == [
                    "lytics/auth\tCredentials that jobs and connections use.", "lytics/auth-type",
                ])
        }
    }
}

extension Shell {
    /// What fish offers for a command line.
    fileprivate func complete(_ line: String) async throws -> [String] {
        try await run("fish --no-config -c 'source weir.fish; complete -C \"\(line)\"'").output
    }
}
