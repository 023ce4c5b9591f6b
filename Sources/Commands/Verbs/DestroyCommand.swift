import ArgumentParser
import Planning

/// `weir destroy`: removes everything that the ledger holds of this environment.
struct DestroyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "destroy", abstract: "Stop and delete everything that the ledger holds.")

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
