import ArgumentParser
import Diagnostics
import Planning
import Platforms
import Projects
import Reconciling

/// `weir apply [FILE]`: carries out a plan file, or a plan shown and confirmed now.
struct ApplyCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Carry out a plan: a file, or one shown and confirmed.")
    static let examples = [
        "apply plan.json --yes", "apply --env production --only flow/welcome_series",
    ]
    static let statuses: [ExitStatus] = [
        .invalidProject, .conflict, .appliedInPart, .refused, .locked, .interrupted,
    ]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var waiting: PatienceOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var applying: ApplyingOptions
    @Argument(help: "A plan file; without one a plan is made now.") var file: String?

    func validate() throws {
        guard file != nil else { return }
        let choices = [
            ("--only", selection.only), ("--overwrite", selection.overwrite),
            ("--restart", selection.restart), ("--allow-missing", selection.allowMissing),
            ("--accept-kept", applying.acceptKept),
        ]
        guard let choice = choices.first(where: { !$0.1.isEmpty }) else { return }
        throw ValidationError("\(choice.0) is for making a plan; a plan file is made already")
    }

    func run() async throws {
        try await global.session(waiting).run { session in
            if let file { return try await session.apply(file: file, applying) }
            return try await session.apply(selection.planning, applying, command: "apply")
        }
    }
}

/// How an apply runs.
struct ApplyingOptions: ParsableArguments {
    @Flag(name: [.short, .long], help: "Do not ask.") var yes = false
    @Option(help: "How many rows run at once.") var parallel = 4
    @Flag(help: "Show the calls of every row.") var calls = false
    @Option(parsing: .upToNextOption, help: "Accept these as the platform keeps them.")
    var acceptKept: [String] = []

    func validate() throws {
        guard (1...64).contains(parallel) else {
            throw ValidationError("--parallel takes a number from 1 to 64")
        }
    }

    /// The options of a run that asks nothing.
    static func unattended() throws -> ApplyingOptions { try parse(["--yes"]) }
}

extension Session {
    /// Recovers, plans, shows, asks and carries out, all under the lock.
    func apply(
        _ options: PlanningOptions, _ applying: ApplyingOptions, command: String
    ) async throws -> ExitStatus {
        try await changing(try await loadProject(), command) { workspace in
            guard !options.isDestroy || !workspace.recorded.isEmpty else {
                let environment = workspace.project.environment
                console.say("nothing to destroy: the ledger of `\(environment)` holds nothing")
                return .done
            }
            return try await apply(options, applying, workspace, command)
        }
    }

    private func apply(
        _ options: PlanningOptions, _ applying: ApplyingOptions, _ workspace: Workspace,
        _ command: String
    ) async throws -> ExitStatus {
        var options = workspace.project.planning(options)
        options.acceptKept = Set(
            applying.acceptKept.map { workspace.project.whole(Address($0)) })
        options.mechanisms = mechanisms
        let planned = try await plan(workspace, options)
        show(planned.plan, .text, calls: applying.calls)
        guard !planned.plan.isEmpty else {
            try await refresh(planned.plan, workspace)
            return .done
        }
        try refuseConflicts(planned.plan)
        guard try confirm(planned.plan, yes: applying.yes) else { return .failed }
        var live = ObjectIDs(planned.observations)
        if !applying.yes {
            live.formUnion(try await refuseStale(planned.plan, workspace))
        }
        return try await carryOut(
            planned.plan, workspace, planned.accounts, live: live, command: command,
            parallel: applying.parallel)
    }

    /// Brings the ledger up to date with what the files and the platform agree on already.
    func refresh(_ plan: Plan, _ workspace: Workspace) async throws {
        let plan = try await notingKey(of: plan, workspace)
        guard !plan.refreshed.isEmpty else { return }
        let refresh = LedgerRefresh(workspace.ledger, workspace.scope)
        let count = try await failing { try await refresh.apply(plan.refreshed) }
        guard count > 0 else { return }
        console.talk(
            "updated the ledger for \(count) \(count == 1 ? "resource" : "resources")")
    }

    /// Asks whether a plan is to be carried out.
    func confirm(_ plan: Plan, yes: Bool) throws -> Bool {
        if yes || plan.rows.allSatisfy({ $0.action == .release }) { return true }
        let count = plan.rows.count
        let changes = count == 1 ? "this change" : "these \(count) changes"
        return try confirm("Apply \(changes) to \(plan.environment)?")
    }

    /// Asks whether to go on; only a whole `yes` is one.
    func confirm(_ question: String) throws -> Bool {
        guard let answer = console.ask("\(question) Type \"yes\":") else {
            throw Failure(
                .failed,
                .error(
                    CommandCode.applyNotConfirmed, "not applied: no terminal to ask on",
                    help: "pass `--yes`, or a plan file from `weir plan --out FILE`"))
        }
        if answer != "yes" { console.talk("nothing was sent") }
        return answer == "yes"
    }

    /// Refuses a plan in which fields were changed on both sides.
    func refuseConflicts(_ plan: Plan) throws {
        guard plan.hasConflicts else { return }
        let addresses = Set(
            plan.rows.filter { row in row.fields.contains { $0.cause == .conflict } }
                .map(\.address.text)
        ).sorted()
        throw Failure(
            .conflict,
            .error(
                CommandCode.applyConflict, "fields were changed in your file and on the platform",
                notes: addresses.map { "`\($0)`" },
                help: "take the live value into the file, or your file's side with"
                    + " `--overwrite \(addresses.joined(separator: " "))`"))
    }
}
