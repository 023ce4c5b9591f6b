public import ArgumentParser

/// What every verb takes.
struct GlobalOptions: ParsableArguments {
    @Option(
        name: [.customShort("C"), .long], help: "The project's folder.", completion: .directory)
    var directory = "."

    @Option(
        name: .long, help: "The environment; else WEIR_ENV, else the project's default.",
        completion: ProjectCompletion.environments)
    var env: String?

    @Flag(name: [.short, .long], help: "Show every HTTP exchange on stderr, secrets masked.")
    var verbose = false

    @Option(name: .long, help: "When to colour: auto, always or never.")
    var color: ColourChoice = .auto

    /// The session that these options describe.
    func session() -> Session {
        var session = Session.standIn ?? Session.ofProcess(color: color)
        session.directory = directory
        session.environment = env
        session.isVerbose = verbose
        return session
    }

    /// The session that these options describe, for a verb that reaches a platform.
    func session(_ waiting: PatienceOptions) -> Session {
        var session = session()
        session.patience = waiting.patience.duration
        return session
    }
}

extension ColourChoice: ExpressibleByArgument {}

extension OutputFormat: ExpressibleByArgument {
    /// What `--format` takes.
    static let help: ArgumentHelp = "How to print: \(choices)."
    /// The same of commands that write.
    static let helpOfWrites: ArgumentHelp = "How to print what was done: \(choices)."

    /// The formats in words: `text or json`.
    private static let choices = allCases.map(\.rawValue).joined(separator: " or ")
}
