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
            #expect(flows == ["flow/welcome_series", "flow/win_back"])
            let all = try await shell.complete("weir lytics flows get -C flows ")
            #expect(Set(all).isSuperset(of: flows))
        }
    }
}

extension Shell {
    /// What fish offers for a command line.
    fileprivate func complete(_ line: String) async throws -> [String] {
        try await run("fish --no-config -c 'source weir.fish; complete -C \"\(line)\"'").output
    }
}
