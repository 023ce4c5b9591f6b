import ArgumentParser

/// `weir frontline agents`: agents, and what belongs to one.
struct FrontlineAgentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agents", abstract: "List, make and deploy agents.",
        subcommands: [
            FrontlineAgentsListCommand.self, FrontlineAgentsGetCommand.self,
            FrontlineAgentsCreateCommand.self, FrontlineAgentsUpdateCommand.self,
            FrontlineAgentsDeleteCommand.self, FrontlineAgentsDeployCommand.self,
            FrontlineAgentsSettingsCommand.self, FrontlineFlowsCommand.self,
            FrontlineVariablesCommand.self, FrontlineIntentsCommand.self,
        ])
}
