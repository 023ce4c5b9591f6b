import ArgumentParser

/// `weir frontline flows`, and the same below `weir frontline agents`: conversations.
struct FrontlineFlowsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flows", abstract: "List, draw, edit, publish and copy conversation flows.",
        subcommands: [
            FrontlineFlowsListCommand.self, FrontlineFlowsGetCommand.self,
            FrontlineFlowsCreateCommand.self, FrontlineFlowsUpdateCommand.self,
            FrontlineFlowsDeleteCommand.self, FrontlineFlowsGraphCommand.self,
            FrontlineFlowsCloneCommand.self, FrontlineNodesCommand.self,
            FrontlineEdgesCommand.self,
        ])
}
