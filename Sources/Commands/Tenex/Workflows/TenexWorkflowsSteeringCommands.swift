import ArgumentParser

/// `weir tenex workflows activate ID…`: lets triggers start runs.
struct TenexWorkflowsActivateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "activate", abstract: "Let the triggers of workflows start runs.")

    static let output = OutputSchema.written

    @OptionGroup var options: TenexWorkflowWriting

    func run() async throws { try await options.steer(.activate) }
}

/// `weir tenex workflows pause ID…`: lets no trigger start a run.
struct TenexWorkflowsPauseCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Let no trigger start a run; `activate` takes it back.")

    static let output = OutputSchema.written

    @OptionGroup var options: TenexWorkflowWriting

    func run() async throws { try await options.steer(.pause) }
}

/// `weir tenex workflows archive ID…`: puts workflows away for good.
struct TenexWorkflowsArchiveCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive", abstract: "Put workflows away for good; the runs' history stays.")

    static let output = OutputSchema.written

    @OptionGroup var options: TenexWorkflowWriting

    func run() async throws { try await options.steer(.archive) }
}

extension TenexWorkflowWriting {
    /// Steers the workflows that were named.
    fileprivate func steer(_ verb: TenexWorkflowSteering.Verb) async throws {
        try await operating.reach { place in
            try await TenexWorkflowSteering(verb, place).run(workflows, writing)
        }
    }
}
