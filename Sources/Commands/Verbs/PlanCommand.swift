import ArgumentParser
import Diagnostics
import Ledger
import Planning
import Platforms
import Projects

/// `weir plan`: compares the files with what is live, and shows what would happen.
struct PlanCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Show what would change; no write is sent.")
    static let examples = [
        "plan --env production --out plan.json", "plan --only flow/welcome_series --calls",
    ]
    static let statuses: [ExitStatus] = [.changesPending, .invalidProject, .conflict]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var waiting: PatienceOptions
    @OptionGroup var selection: SelectionOptions
    @Option(help: "Write the canonical plan to a file, for `show` and `apply`.") var out: String?
    @Option(help: OutputFormat.help) var format: OutputFormat = .text
    @Flag(help: "Show the calls of every row.") var calls = false
    @Flag(help: "Exit with 2 when changes are pending.") var exitCode = false
    @Flag(help: "Plan the removal of everything that the ledger holds.") var destroy = false

    func run() async throws {
        try await global.session(waiting).run { session in
            var options = selection.planning
            options.isDestroy = destroy
            let planned = try await session.planProject(
                options, for: out == nil ? .show : .file)
            if let out { try await session.write(planned, to: out) }
            session.show(planned.plan, format, calls: calls)
            if planned.plan.hasConflicts { return .conflict }
            return exitCode && !planned.plan.isEmpty ? .changesPending : .done
        }
    }
}

/// Which resources a plan is about and what was decided about them.
struct SelectionOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption, help: "Only these addresses and what they need.",
        completion: ProjectCompletion.addresses())
    var only: [String] = []
    @Option(parsing: .upToNextOption, help: "Take your file's side in conflicts on these.")
    var overwrite: [String] = []
    @Option(parsing: .upToNextOption, help: "Start again what was stopped outside the files.")
    var restart: [String] = []
    @Option(parsing: .upToNextOption, help: "Folders or documents that are gone on purpose.")
    var allowMissing: [String] = []

    /// The planner's options.
    var planning: PlanningOptions {
        var options = PlanningOptions()
        options.only = only.map { Address($0) }
        options.overwrite = Set(overwrite.map { Address($0) })
        options.restart = Set(restart.map { Address($0) })
        options.allowMissing = allowMissing
        return options
    }
}

extension Session {
    /// Loads, observes and plans; writes nothing.
    func planProject(
        _ options: PlanningOptions, for use: PlanUse = .show
    ) async throws -> Planned {
        let project = try await loadProject()
        let opened = try await open(project, for: .reading, reaching: .any)
        tellUnwritable(project)
        let workspace = try await previewed(opened, for: use)
        var options = project.planning(options)
        options.mechanisms = mechanisms
        var planned = try await plan(workspace, options, for: use)
        if workspace.isEmpty { planned.plan.notes += AccountSurvey(planned.observations).notes }
        return planned
    }

    /// Says that nothing can be applied from here, where the ledger can only be read.
    private func tellUnwritable(_ project: Project) {
        guard let obstacle = LedgerAccess.obstacle(to: project.ledger) else { return }
        console.talk("note: \(obstacle); it is read as it is, and no apply can begin here")
    }

    /// Prints a plan.
    func show(_ plan: Plan, _ format: OutputFormat, calls: Bool) {
        planned?(plan)
        console.data(format.show(PlanJSON(plan), style: style(calls: calls)))
    }

    /// How texts are laid out on this console.
    func style(calls: Bool = false) -> TextStyle {
        console.style(width: console.width, showsCalls: calls)
    }

    /// How texts are laid out beside the data.
    var talkStyle: TextStyle { console.style(width: console.talkWidth) }
}

extension Project {
    /// Options with whole addresses and with what the project's files say.
    func planning(_ options: PlanningOptions) -> PlanningOptions {
        var options = whole(options)
        options.presentFolders = folders
        options.emptyFiles = emptyFiles
        options.files = Set(files.keys)
        options.excludedAddresses = excluded
        return options
    }
}
