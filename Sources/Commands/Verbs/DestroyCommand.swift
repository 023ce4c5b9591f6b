import ArgumentParser
import Planning

/// `weir destroy`: removes everything that the ledger holds of this environment.
struct DestroyCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "destroy", abstract: "Stop and delete everything that the ledger holds.")
    static let examples = ["destroy --env sandbox", "destroy --only job/braze_welcome --yes"]
    static let statuses: [ExitStatus] = [
        .invalidProject, .conflict, .appliedInPart, .refused, .locked, .interrupted,
    ]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var waiting: PatienceOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var applying: ApplyingOptions

    func run() async throws {
        try await global.session(waiting).run { session in
            var options = selection.planning
            options.isDestroy = true
            return try await session.apply(options, applying, command: "destroy")
        }
    }
}
