import ArgumentParser

/// `weir tenex runs`: what workflows did and do.
struct TenexRunsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "List, inspect, start, follow and steer runs.",
        subcommands: [
            TenexRunsListCommand.self, TenexRunsGetCommand.self, TenexRunsTraceCommand.self,
            TenexRunsStartCommand.self, TenexRunsWatchCommand.self, TenexRunsPauseCommand.self,
            TenexRunsResumeCommand.self, TenexRunsCancelCommand.self,
        ])
}
