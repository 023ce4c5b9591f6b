import ArgumentParser
import Diagnostics
import Documents
import Platforms

/// `weir lytics auths update ID`: gives an auth new credentials, or another label.
struct LyticsAuthsUpdateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change an auth; its credentials are always sent anew.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var credentials: LyticsCredentialOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "An id, a label or an address.", completion: LiveIDs.completion(.auth))
    var auth: String

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let found = try await operation.find(auth, .auth)
            try LyticsAuthsDeleteCommand.refuseTokens([found])
            let type = found.raw["type"]?.text ?? ""
            var payload = try LyticsAuthPayload(type, operation.session)
                .read(credentials.file, instead: found.name)
            payload.target = auth
            let full = try await operation.with(payload)
            return try await full.update(auth, .auth, writing, command: "lytics auths update")
        }
    }
}
