import ArgumentParser
import Diagnostics
import Planning
import Projects

/// `weir validate`: reads and checks every file, and sends nothing.
struct ValidateCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Check every file; no request is sent.")
    static let examples = ["-C flows validate --env production", "validate --files"]
    static let statuses: [ExitStatus] = [.invalidProject]

    @OptionGroup var global: GlobalOptions

    @Flag(help: "List the files that were read, and what was left out and why.")
    var files = false

    func run() async throws {
        try await global.session().run { try await $0.validate(listing: files) }
    }
}

extension Session {
    /// Checks the project and says how much there is; the files of one with mistakes are listed
    /// too.
    func validate(listing: Bool = false) async throws -> ExitStatus {
        let load = await load()
        if listing { console.say(load.files.map(\.line).joined(separator: "\n")) }
        let project = try show(load)
        let others = load.files.count(where: \.isOfOtherTool)
        if others > 0, !listing {
            console.talk(
                "left out: \(others) \(others == 1 ? "file" : "files") of other tools; "
                    + "`weir validate --files` lists \(others == 1 ? "it" : "them")")
        }
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

extension ProjectFile {
    /// The file and what became of it.
    fileprivate var line: String {
        let documents = "\(documents) \(documents == 1 ? "document" : "documents")"
        return "\(path): \(skipped.map { "left out: \($0)" } ?? documents)"
    }
}
