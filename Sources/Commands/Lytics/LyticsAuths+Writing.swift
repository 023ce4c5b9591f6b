import ArgumentParser
import Documents
import Platforms

/// `weir lytics auths create TYPE`: makes an auth; credentials never stand on the command line.
struct LyticsAuthsCreateCommand: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Create an auth; credentials come from `${secret.NAME}`, a prompt or `-f -`.")

    static let examples = [
        "lytics auths create sendgrid --label SendGrid",
        "lytics auths create sendgrid -f auth.yaml",
    ]
    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var credentials: LyticsCredentialOptions
    @OptionGroup var writing: WritingOptions
    @Option(help: "The name that people see, where the payload does not say it.")
    var label: String?
    @Argument(help: "What kind of credentials it holds, such as sendgrid.") var type: String

    func validate() throws {
        guard credentials.file == nil, label == nil else { return }
        throw ValidationError("an auth needs a label: give --label, or -f with a payload")
    }

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let payload = try LyticsAuthPayload(type, operation.session)
                .read(credentials.file, label: label)
            let full = try await operation.with(payload)
            var write = try await full.creation(of: .auth)
            write?.row.consequences += [LyticsAuthTypes.warning(type)].compactMap(\.self)
            return try await full.carryOut(
                [write].compactMap(\.self), writing, command: "lytics auths create",
                explain: LyticsAuthTypes.explain(type))
        }
    }
}

/// `weir lytics auths update ID`: gives an auth new credentials, or another label.
struct LyticsAuthsUpdateCommand: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change an auth; its credentials are always sent anew.")

    static let examples = [
        "lytics auths update SendGrid",
        "lytics auths update SendGrid -f auth.yaml",
    ]
    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var credentials: LyticsCredentialOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "An id, a label or an address.", completion: LiveIDs.completion(.auth))
    var auth: String

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let found = try await operation.find(auth, .auth)
            try operation.refuse(found.tokenRefusals, .refused)
            let reader = LyticsAuthPayload(
                found.raw["type"]?.text ?? "", operation.session, isThere: true)
            var payload = try reader.read(credentials.file, instead: found.name)
            payload.target = auth
            let full = try await operation.with(payload)
            let write = try await full.update(of: found, .auth)
            if write == nil { operation.session.console.talk(found.unchanged) }
            return try await full.carryOut(
                [write].compactMap(\.self), writing, command: "lytics auths update")
        }
    }
}

/// Where an auth's payload comes from.
struct LyticsCredentialOptions: ParsableArguments {
    @Option(
        name: [.short, .long],
        help: "The payload; `-` is standard input, where the values of `config` are secrets.",
        completion: .file(extensions: ["json", "yaml", "yml"]))
    var file: String?
}
