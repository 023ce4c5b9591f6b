import ArgumentParser

/// `weir frontline`: what people do on Frontline beside plan and apply.
struct FrontlineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frontline", abstract: "List, inspect and steer what is live on Frontline.",
        subcommands: [
            FrontlineAgents.self, FrontlineFlows.self, FrontlineVariables.self,
            FrontlineIntents.self, FrontlineCaptureCommand.self, FrontlineDoctorCommand.self,
        ])
}
