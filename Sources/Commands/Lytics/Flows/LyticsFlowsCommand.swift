import ArgumentParser

/// `weir lytics flows`: journeys.
struct LyticsFlowsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flows", abstract: "List, draw and steer flows.",
        subcommands: [
            LyticsFlowsListCommand.self, LyticsFlowsGetCommand.self,
            LyticsFlowsCreateCommand.self, LyticsFlowsUpdateCommand.self,
            LyticsFlowsDeleteCommand.self, LyticsFlowsStartCommand.self,
            LyticsFlowsDrainCommand.self, LyticsFlowsWorkCommand.self,
            LyticsFlowsStatesCommand.self,
        ])
}
