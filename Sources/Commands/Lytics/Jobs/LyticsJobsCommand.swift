import ArgumentParser

/// `weir lytics jobs`: imports, exports and syncs.
struct LyticsJobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs", abstract: "List, inspect and steer jobs.",
        subcommands: [
            LyticsJobsListCommand.self, LyticsJobsGetCommand.self, LyticsJobsCreateCommand.self,
            LyticsJobsUpdateCommand.self, LyticsJobsPauseCommand.self,
            LyticsJobsResumeCommand.self, LyticsJobsBounceCommand.self,
            LyticsJobsKillCommand.self, LyticsJobsReleaseCommand.self,
            LyticsJobsLogsCommand.self,
        ])
}
