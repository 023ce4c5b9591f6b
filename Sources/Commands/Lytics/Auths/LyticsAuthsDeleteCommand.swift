import ArgumentParser
import Diagnostics
import Documents
import Lytics
import Platforms

/// `weir lytics auths delete ID…`: deletes auths, which stops the jobs that use them.
struct LyticsAuthsDeleteCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete auths; the platform stops the jobs that use them.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "Ids, labels or addresses.", completion: LiveIDs.completion(.auth))
    var auths: [String]

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let found = try await operation.find(auths, .auth)
            try Self.refuseTokens(found)
            let uses = try await LyticsAuthUses(operation)
            let intents = found.map { auth in
                operation.deletion(of: auth, consequences: consequences(auth, uses))
            }
            return try await operation.carryOut(intents, writing, command: "lytics auths delete")
        }
    }

    private func consequences(_ auth: Found, _ uses: LyticsAuthUses) -> [String] {
        let jobs = uses.jobs(using: [auth.liveID]).map { "the platform stops \($0)" }
        let connections = uses.connections(using: [auth.liveID]).map { "\($0) loses it" }
        let lines = jobs + connections
        return lines.isEmpty ? ["no live job and no connection uses it"] : lines
    }

    /// Refuses the account's API tokens, which are auths too: one of them may be the caller's.
    static func refuseTokens(_ found: [Found]) throws {
        var report = Report()
        for auth in found
        where LyticsAuthOperations.isToken(auth.raw) || LyticsAuthOperations.isInternal(auth.raw) {
            report.add(
                .error(
                    "lytics/api-token", "an API token is no auth of an integration: \(auth.title)",
                    help: "tokens are made and revoked in Lytics itself"))
        }
        if report.hasErrors { throw Failure(.refused, report) }
    }
}
