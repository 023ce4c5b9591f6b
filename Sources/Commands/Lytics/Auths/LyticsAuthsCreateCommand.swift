import ArgumentParser
import Platforms

/// `weir lytics auths create TYPE`: makes an auth; credentials never stand on the command line.
struct LyticsAuthsCreateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Create an auth; credentials come from `${secret.NAME}`, a prompt or `-f -`.")

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
            return try await full.create(
                .auth, writing, command: "lytics auths create",
                adjust: { $0.consequences += [LyticsAuthTypes.warning(type)].compactMap(\.self) },
                explain: LyticsAuthTypes.explain(type))
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
