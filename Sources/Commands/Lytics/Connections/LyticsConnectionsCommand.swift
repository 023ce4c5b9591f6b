import ArgumentParser

/// `weir lytics connections`: the systems that the account reaches.
struct LyticsConnectionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "connections", abstract: "List, inspect and change connections.",
        subcommands: [
            LyticsConnectionsListCommand.self, LyticsConnectionsGetCommand.self,
            LyticsConnectionsCreateCommand.self, LyticsConnectionsUpdateCommand.self,
            LyticsConnectionsDeleteCommand.self, LyticsConnectionsScanCommand.self,
            LyticsConnectionsSchemaCommand.self,
        ])
}
