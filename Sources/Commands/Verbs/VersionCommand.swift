import ArgumentParser

/// `weir version`, and `weir --version`: which Weir this is.
struct VersionCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "Show the version.")
    static let examples = ["version", "--version"]

    func run() async throws {
        try await Session.ofProcess().run { session in
            session.console.data(WeirVersion.text)
            return .done
        }
    }
}
