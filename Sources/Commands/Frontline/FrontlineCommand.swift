import ArgumentParser

/// `weir frontline`: what people do on Frontline beside plan and apply.
struct FrontlineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frontline", abstract: "List, inspect and steer what is live on Frontline.",
        subcommands: [
            FrontlineAgentsCommand.self, FrontlineFlowsCommand.self,
            FrontlineVariablesCommand.self, FrontlineIntentsCommand.self,
            FrontlineCaptureCommand.self, FrontlineDoctorCommand.self,
        ])
}
