import ArgumentParser

/// `weir tenex`: what people do on 10ex beside plan and apply.
struct TenexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tenex", abstract: "List, start, follow and steer what is live on 10ex.",
        subcommands: [
            TenexWorkflows.self, TenexVersions.self, TenexTemplates.self, TenexRuns.self,
            TenexTriggers.self, TenexWebhooksCommand.self, TenexDoctorCommand.self,
        ], aliases: ["10ex"])
}
