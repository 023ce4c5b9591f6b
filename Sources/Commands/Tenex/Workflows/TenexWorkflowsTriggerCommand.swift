import ArgumentParser

/// `weir tenex workflows trigger ID --payload …`: starts a run, as `runs start` does.
struct TenexWorkflowsTriggerCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "trigger", abstract: "Start a run by hand; the same as `runs start`.")

    static let output = OutputSchema.written

    @OptionGroup var starting: TenexStartOptions

    func run() async throws { try await starting.start(command: "tenex workflows trigger") }
}
