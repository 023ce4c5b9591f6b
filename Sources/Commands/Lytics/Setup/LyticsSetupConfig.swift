import Diagnostics
import Lytics
import Platforms

/// Where the system behind a new connection is: its `config`, by options or asked line by line.
struct LyticsSetupConfig {
    private let console: Console
    private let provider: LookupRow

    init(_ console: Console, _ provider: LookupRow) {
        self.console = console
        self.provider = provider
    }

    /// The settings that options give; where there are none, those that somebody types.
    func members(_ given: [String]) throws -> [String: String] {
        var members: [String: String] = [:]
        for line in given { try take(line, into: &members) }
        guard given.isEmpty else { return members }
        while let line = console.ask(question(members)), !line.isEmpty {
            try take(line, into: &members)
        }
        return members
    }

    private func question(_ members: [String: String]) -> String {
        let left = LyticsCatalogueOperations.settings(of: provider)
            .filter { members[$0] == nil }.map { "\($0)=…" }
        let such = left.isEmpty ? "" : " (such as \(left.joined(separator: ", ")))"
        return "a setting of the connection as key=value\(such), empty for no more:"
    }

    private func take(_ line: String, into members: inout [String: String]) throws {
        let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty else {
            throw refusal("a setting of a connection is written as key=value", nil)
        }
        guard !CredentialKeys.contains(parts[0], type: "") else {
            throw refusal(
                "`\(parts[0])` is a credential, and a connection shows its settings",
                "give it to the auth, which is made before the connection")
        }
        members[parts[0]] = parts[1]
    }

    private func refusal(_ message: String, _ help: String?) -> Failure {
        Failure(.failed, .error(LyticsCommandCode.setupChoice, message, help: help))
    }
}
