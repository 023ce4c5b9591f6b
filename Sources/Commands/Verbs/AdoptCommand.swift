import ArgumentParser
import Diagnostics
import Planning
import Platforms
import Projects
import Reconciling

/// `weir adopt ADDRESS…`: takes live objects over into the ledger as they are; nothing is sent.
struct AdoptCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "Manage live objects that exist already; nothing is sent.")
    static let examples = ["adopt flow/welcome_series", "adopt --all --yes"]
    static let statuses: [ExitStatus] = [.invalidProject, .locked]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var waiting: PatienceOptions
    @Flag(name: [.short, .long], help: "Do not ask.") var yes = false
    @Flag(help: "Adopt everything that your files describe and that is live.") var all = false
    @Argument(help: "Addresses, or patterns such as `lytics/job/*`.") var addresses: [String] = []

    func validate() throws {
        guard all != !addresses.isEmpty else {
            throw ValidationError("name what to adopt, or pass --all")
        }
    }

    func run() async throws {
        try await global.session(waiting).run { try await $0.adopt(options, yes: yes) }
    }

    private var options: PlanningOptions {
        let named = addresses.map { Address($0) }
        var options = PlanningOptions()
        options.adopt = Set(named.filter { !AddressPattern.isPattern($0) })
        options.adoptMatching = named.filter(AddressPattern.isPattern).map {
            AddressPattern($0.text)
        }
        if all { options.adoptMatching.append(.all) }
        return options
    }
}

extension Session {
    /// Records live objects as they are, all that were named or none.
    func adopt(
        _ options: PlanningOptions, yes: Bool, parallel: Int = 4
    ) async throws -> ExitStatus {
        try await changing(try await loadProject(), "adopt") { workspace in
            var options = workspace.project.planning(options)
            options.mechanisms = mechanisms
            let planned = try await plan(workspace, options)
            guard !planned.plan.isEmpty else {
                console.say("nothing to adopt")
                for note in planned.plan.notes { console.say("note: \(note)") }
                return .done
            }
            show(planned.plan, .text, calls: false)
            try refuseWrites(planned.plan)
            return try await adopt(planned, workspace, yes: yes, parallel)
        }
    }

    private func adopt(
        _ planned: Planned, _ workspace: Workspace, yes: Bool, _ parallel: Int
    ) async throws -> ExitStatus {
        let count = planned.plan.rows.count
        var live = ObjectIDs(planned.observations)
        if !yes {
            guard try confirm("Adopt \(count == 1 ? "this object" : "these \(count) objects")?")
            else {
                return .failed
            }
            live.formUnion(try await refuseStale(planned.plan, workspace))
        }
        return try await carryOut(
            planned.plan, workspace, planned.accounts, live: live, command: "adopt",
            parallel: parallel)
    }

    /// Refuses an adoption that would send anything: the planner makes none.
    private func refuseWrites(_ plan: Plan) throws {
        let harmless: Set<Action> = [.adopt, .move]
        let wrong = plan.rows.filter { !harmless.contains($0.action) || !$0.calls.isEmpty }
        guard !wrong.isEmpty else { return }
        throw Failure(
            .failed,
            .error(
                PlanCode.adoptionSends, "an adoption sends nothing, and this one would",
                notes: wrong.map { "`\($0.address)`: \($0.verb)" }, help: "please report this"))
    }
}
