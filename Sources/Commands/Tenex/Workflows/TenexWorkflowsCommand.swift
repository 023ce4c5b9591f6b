import ArgumentParser

/// `weir tenex workflows`: graphs of steps, and what may be done with them.
struct TenexWorkflowsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflows", abstract: "List, create, change and start workflows.",
        subcommands: [
            TenexWorkflowsListCommand.self, TenexWorkflowsGetCommand.self,
            TenexWorkflowsCreateCommand.self, TenexWorkflowsUpdateCommand.self,
            TenexWorkflowsActivateCommand.self, TenexWorkflowsPauseCommand.self,
            TenexWorkflowsArchiveCommand.self, TenexWorkflowsTriggerCommand.self,
            TenexVersionsCommand.self,
        ], aliases: ["flows"])
}
