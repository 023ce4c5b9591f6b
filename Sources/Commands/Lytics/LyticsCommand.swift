import ArgumentParser

/// `weir lytics`: what people do on Lytics beside plan and apply.
struct LyticsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lytics", abstract: "List, inspect and steer what is live on Lytics.",
        subcommands: [
            LyticsFlows.self, LyticsJobs.self, LyticsConnections.self, LyticsAuths.self,
            LyticsProviders.self, LyticsWorkflows.self, LyticsSetupCommand.self,
        ])
}
