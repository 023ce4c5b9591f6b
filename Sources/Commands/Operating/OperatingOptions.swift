import ArgumentParser
import Reconciling

/// What every operating command takes: which project, environment and account it works on.
struct OperatingOptions: ParsableArguments {
    @OptionGroup var global: GlobalOptions
    @OptionGroup var waiting: PatienceOptions

    @Option(help: "The account of weir.yaml, where a platform has several.")
    var account: String?

    /// Opens the account and runs a command on it; its failure is shown once.
    ///
    /// A doctor does not ask first whose token it is: that read may be what is wrong.
    func run(
        on platform: String, payload file: String? = nil, of noun: Noun? = nil,
        over target: String? = nil, fields: [String: String] = [:], verifies: Bool = true,
        _ command: (Operation) async throws -> ExitStatus
    ) async throws {
        var session = global.session(waiting)
        session.pursuit = .operating
        try await session.run { session in
            var payload: Payload?
            if let file, let noun {
                payload = try session.payload(file, of: noun)
                payload?.target = target
                payload?.isPartial = target != nil
                payload?.fields = fields
            }
            let operation = try await session.operate(
                on: platform, account: account, payload: payload, verifies: verifies)
            return try await command(operation)
        }
    }
}

/// What commands take that only read.
struct ReadingOptions: ParsableArguments {
    @Option(help: "How to print: text or json.") var format: OutputFormat = .text
}

/// What commands take that write.
struct WritingOptions: ParsableArguments {
    @Flag(name: [.short, .long], help: "Do not ask.") var yes = false

    @Option(help: "How to print what was done: text or json.") var format: OutputFormat = .text

    @Option(help: "Go on although the file of this address says `protect: true`.")
    var overrideProtect: [String] = []

    @Flag(help: "Send it although an earlier one was cut off and may have been carried out.")
    var again = false
}

/// Where a command that writes an object finds its payload.
struct PayloadOptions: ParsableArguments {
    @Option(
        name: [.short, .long],
        help: "The platform's JSON payload or a document of a project; `-` is standard input.",
        completion: .file(extensions: ["json", "yaml", "yml"]))
    var file: String
}
