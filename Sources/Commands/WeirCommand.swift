// Floor 6. In: what was typed. Out: data on stdout, talk on stderr, an exit status. Never: rules
// of a platform, comparing, HTTP.

public import ArgumentParser

/// The program: one line a verb.
public struct WeirCommand: AsyncParsableCommand {
    /// The whole command tree.
    public static let configuration = CommandConfiguration(
        commandName: "weir",
        abstract: "Flows as code: plan and apply the flows that reach people.",
        subcommands: [
            InitCommand.self, ValidateCommand.self, PlanCommand.self, ShowCommand.self,
            ApplyCommand.self, DestroyCommand.self, StatusCommand.self, AdoptCommand.self,
            ForgetCommand.self, ExplainCommand.self, SchemaCommand.self, LedgerCommand.self,
            KeyCommand.self, TrustCommand.self,
            EmulateCommand.self, DemoCommand.self, GraphCommand.self, MCPCommand.self,
            CompletionCommand.self, VersionCommand.self,
        ] + Catalog.entries.map(\.command))

    /// Makes the command; arguments are parsed into it.
    public init() {}
}

/// The version that `--version`, plans and requests name.
enum WeirVersion {
    static let text = "0.1.0"
}
