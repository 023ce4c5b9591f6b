import ArgumentParser

/// `weir lytics auths`: the credentials that jobs and connections use.
struct LyticsAuthsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "auths",
        abstract: "List, inspect and change auths; their credentials are never shown.",
        subcommands: [
            LyticsAuthsListCommand.self, LyticsAuthsGetCommand.self, LyticsAuthsCreateCommand.self,
            LyticsAuthsUpdateCommand.self, LyticsAuthsDeleteCommand.self,
        ])
}
