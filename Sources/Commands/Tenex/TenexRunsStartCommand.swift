import ArgumentParser
import Documents
import Platforms
import Tenex

/// `weir tenex workflows trigger ID --payload …`: starts a run, as `runs start` does.
struct TenexWorkflowsTriggerCommand: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "trigger", abstract: "Start a run by hand; the same as `runs start`.")

    static let examples = [
        "tenex workflows trigger lead_to_sequence",
        "tenex workflows trigger lead_to_sequence --follow",
    ]
    static let output = OutputSchema.written

    @OptionGroup var starting: TenexStartOptions

    func run() async throws { try await starting.start(command: "tenex workflows trigger") }
}

/// `weir tenex runs start WORKFLOW --payload …`: starts a run by hand.
struct TenexRunsStartCommand: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Start a run of a workflow by hand.")

    static let examples = [
        "tenex runs start lead_to_sequence",
        "tenex runs start lead_to_sequence --follow",
    ]
    static let output = OutputSchema.written

    @OptionGroup var starting: TenexStartOptions

    func run() async throws { try await starting.start(command: "tenex runs start") }
}

/// What starting a run takes.
struct TenexStartOptions: ParsableArguments {
    @OptionGroup var place: TenexOptions
    @OptionGroup var writing: WritingOptions
    @Option(
        name: [.short, .long],
        help: "The payload: JSON, `@FILE`, `@-`, or one input as `name=value`; may be repeated.")
    var payload: [String] = []
    @Flag(help: "Show what the run does until it ends.") var follow = false
    @Option(help: .hidden) var followSeconds: Double = 2
    @Argument(help: "An id, a name or an address.", completion: LiveIDs.completion(.workflow))
    var workflow: String

    /// Starts the run, and follows it where that was asked for.
    func start(command: String) async throws {
        try await place.open("tenex", nil) { context in
            let operation = context.operation
            let given = try TenexInputArguments(payload, option: "--payload", operation.session)
            let found = try await context.workflow(workflow)
            let inputs = TenexPayload(TenexWorkflowAnswer(found.raw).inputs, of: found.title)
            let intent = try context.start(found, payload: given.values(inputs))
            guard follow else {
                return try await operation.carryOut([intent], writing, command: command)
            }
            guard let deed = try await operation.deliver(intent, writing, command: command) else {
                return .failed
            }
            return try await watch(deed, context)
        }
    }

    private func watch(_ deed: WriteResult, _ context: TenexWorkspace) async throws -> ExitStatus {
        var written = WriteResults()
        written.results = [deed]
        let session = context.operation.session
        let isText = writing.format == .text
        if isText { session.console.data(written.text(session.style())) }
        var following = TenexFollowing(context, isText: isText, pause: .seconds(followSeconds))
        let status = try await following.follow(.text(deed.id))
        if !isText {
            written.results[0].object = following.trace.run
            session.console.data(writing.format.show(written, style: session.style()))
        }
        return status
    }
}
