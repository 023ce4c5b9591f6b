import ArgumentParser

/// `weir lytics flows work`: what the export steps of a flow do.
struct LyticsFlowsWorkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work", abstract: "Create and publish the work of export steps.",
        subcommands: [LyticsFlowsWorkCreateCommand.self, LyticsFlowsWorkPublishCommand.self])
}
