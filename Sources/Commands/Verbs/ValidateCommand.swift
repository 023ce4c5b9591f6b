import ArgumentParser
import Diagnostics
import Planning
import Projects

/// `weir validate`: reads and checks every file, and sends nothing.
struct ValidateCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Check every file; no request is sent.")
    static let examples = ["validate", "-C flows validate --env production"]
    static let statuses: [ExitStatus] = [.invalidProject]

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await global.session().run { try await $0.validate() }
    }
}

extension Session {
    /// Checks the project and says how much there is.
    func validate() async throws -> ExitStatus {
        let project = try await loadProject()
        var report = Report()
        DocumentTwins.check(project.resources, kinds: Workspace.kinds, into: &report)
        AccountLimits.check(
            project.resources, kinds: Workspace.kinds, accounts: project.accounts, into: &report)
        guard !report.hasErrors else {
            throw Failure(.invalidProject, report, sources: project.sources)
        }
        show(report, project.sources)
        say(valid: project)
        return .done
    }

    /// Says how much there is in a project without mistakes.
    func say(valid project: Project) {
        let count = project.resources.count
        let files = project.files.count
        console.say(
            "valid: \(count) \(count == 1 ? "resource" : "resources") in"
                + " \(files) \(files == 1 ? "file" : "files"), environment `\(project.environment)`"
        )
    }
}
