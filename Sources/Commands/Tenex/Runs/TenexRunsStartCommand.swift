import ArgumentParser
import Documents
import Platforms
import Tenex

/// `weir tenex runs start WORKFLOW --payload …`: starts a run by hand.
struct TenexRunsStartCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Start a run of a workflow by hand.")

    static let output = OutputSchema.written

    @OptionGroup var starting: TenexStartOptions

    func run() async throws { try await starting.start(command: "tenex runs start") }
}

/// What starting a run takes.
struct TenexStartOptions: ParsableArguments {
    @OptionGroup var operating: OperatingOptions
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
        try await operating.reach { place in
            let operation = place.operation
            let given = try TenexGiven(payload, option: "--payload", operation.session)
            let found = try await place.workflow(workflow)
            let inputs = TenexPayload(found.raw["inputs"], of: found.title)
            let intent = try place.start(found, payload: given.values(inputs))
            guard follow else {
                return try await operation.carryOut([intent], writing, command: command)
            }
            guard let deed = try await operation.deliver(intent, writing, command: command) else {
                return .failed
            }
            return try await watch(deed, place)
        }
    }

    private func watch(_ deed: Written.Deed, _ place: TenexPlace) async throws -> ExitStatus {
        var written = Written()
        written.deeds = [deed]
        let session = place.operation.session
        let isText = writing.format == .text
        if isText { session.console.data(written.text(session.style())) }
        var following = TenexFollowing(place, isText: isText, pause: .seconds(followSeconds))
        let status = try await following.follow(.text(deed.id))
        if !isText {
            written.deeds[0].object = following.trace.run
            session.console.data(writing.format.show(written, style: session.style()))
        }
        return status
    }
}
