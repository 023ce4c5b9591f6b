import ArgumentParser

/// `weir trust`: says where tokens may go, and which projects may ask programs for secrets.
struct TrustCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Say where tokens may go, and which projects may run a program.",
        discussion: """
            Tokens go to the platforms' own hosts and to this machine. Another host must be \
            trusted first, and so must a project before its secrets.command runs or a dotenv \
            file outside its folder is read. Trust is kept on this machine, for this user.

              weir trust api.example.com
              weir trust .

            In CI, WEIR_TRUST_HOSTS lists hosts with commas between them, and \
            WEIR_ALLOW_COMMAND=1 lets secrets.command run.
            """,
        subcommands: [TrustGiveCommand.self, TrustListCommand.self, TrustForgetCommand.self],
        defaultSubcommand: TrustGiveCommand.self)
}

/// `weir trust HOST` and `weir trust .`: gives trust.
struct TrustGiveCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "give", abstract: "Trust a host, or the project here as it is now.",
        discussion: """
            Trust in a project holds for its `secrets`, its hosts and its ledger, in every \
            environment; when one of them changes, it asks again.
            """)
    static let examples = ["trust api.example.com", "-C journeys trust ."]

    @OptionGroup var global: GlobalOptions
    @Argument(help: "A host, or `.` for the project here.") var target: String

    func run() async throws { try await global.session().run { try await $0.trust(target) } }
}

/// `weir trust list`: what is trusted.
struct TrustListCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the hosts and projects that are trusted.")
    static let examples = ["trust list", "trust list --color never"]

    @OptionGroup var global: GlobalOptions

    func run() async throws { try await global.session().run { try $0.listTrust() } }
}

/// `weir trust forget HOST`: takes trust back.
struct TrustForgetCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Take trust back from a host or a project.")
    static let examples = ["trust forget api.example.com", "-C journeys trust forget ."]

    @OptionGroup var global: GlobalOptions
    @Argument(help: "A host, a project's folder, or `.` for the project here.") var target: String

    func run() async throws { try await global.session().run { try $0.forgetTrust(target) } }
}
