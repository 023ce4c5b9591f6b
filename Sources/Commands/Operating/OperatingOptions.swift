import ArgumentParser
import Reconciling

/// What commands take that work on an account as it is.
typealias OperatingOptions = AccountOptions<Operation>

/// What every operating command takes: which project, environment and account it works on.
struct AccountOptions<Context: AccountContext>: ContextOptions {
    @OptionGroup var global: GlobalOptions
    @OptionGroup var waiting: PatienceOptions

    @Option(help: "The account of weir.yaml, where a platform has several.")
    var account: String?

    func open(
        _ platform: String, _ payload: PayloadRequest?,
        _ command: (Context) async throws -> ExitStatus
    ) async throws {
        try await run(on: platform, payload: payload) { operation in
            try await command(try await Context.open(operation))
        }
    }

    /// Reaches the account and runs a command on it; its failure is shown once.
    ///
    /// A doctor does not ask first whose token it is: that read may be what is wrong.
    func run(
        on platform: String, payload request: PayloadRequest? = nil, verifies: Bool = true,
        _ command: (Operation) async throws -> ExitStatus
    ) async throws {
        var session = global.session(waiting)
        session.pursuit = .operating
        try await session.run { session in
            let payload = try request.map { try session.payload($0) }
            let operation = try await session.operate(
                on: platform, account: account, payload: payload, verifies: verifies)
            return try await command(operation)
        }
    }
}

extension Session {
    /// Reads a payload with what the command line adds to it.
    fileprivate func payload(_ request: PayloadRequest) throws -> Payload {
        var payload = try payload(request.file, of: request.type)
        payload.target = request.target
        payload.isPartial = request.target != nil
        payload.fields = request.fields
        return payload
    }
}

/// What commands take that only read.
struct ReadingOptions: ListOptions {
    @Option(help: OutputFormat.help) var format: OutputFormat = .text

    func show(_ list: some Showable, _ operation: Operation) { operation.show(list, self) }
}

/// What commands take that write.
struct WritingOptions: ParsableArguments {
    @Flag(name: [.short, .long], help: "Do not ask.") var yes = false

    @Option(help: OutputFormat.helpOfWrites) var format: OutputFormat = .text

    @Option(help: "Go on although the file of this address says `protect: true`.")
    var overrideProtect: [String] = []

    @Flag(help: "Send it although an earlier one was cut off and may have been carried out.")
    var again = false
}

/// Options that bring a payload.
protocol PayloadInput: ParsableArguments {
    /// The file; `-` is standard input; nil where none is needed.
    var payloadFile: String? { get }
    /// Fields of the object that stand on the command line.
    var payloadFields: [String: String] { get }
}

extension PayloadInput {
    /// None.
    var payloadFields: [String: String] { [:] }

    /// What to read, for a new object or over the one that was named.
    func request(_ type: ResourceType, over target: String?) -> PayloadRequest? {
        payloadFile.map {
            PayloadRequest(file: $0, type: type, target: target, fields: payloadFields)
        }
    }
}

/// Where a command that writes an object finds its payload.
struct PayloadOptions: PayloadInput {
    @Option(
        name: [.short, .long],
        help: "The platform's JSON payload or a document of a project; `-` is standard input.",
        completion: .file(extensions: ["json", "yaml", "yml"]))
    var file: String

    var payloadFile: String? { file }
}
