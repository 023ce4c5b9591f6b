import Diagnostics
import Documents
import Ledger
import Planning
import Platforms
import Projects
import Reconciling

/// A plan with everything that an apply of it needs.
struct Planned: Sendable {
    /// The project, its clients and its ledger.
    let workspace: Workspace
    /// What was seen, by account.
    let observations: [String: Observation]
    /// The plan.
    var plan: Plan
    /// What was decided about it.
    let options: PlanningOptions
    /// The accounts with what answers told about them.
    let accounts: [Account]
}

extension Session {
    /// Reads what is live, compares, and shows problems; errors end the verb.
    func plan(
        _ workspace: Workspace, _ options: PlanningOptions, for use: PlanUse = .apply
    ) async throws -> Planned {
        let (planned, report) = try await compare(workspace, options, for: use)
        show(report, workspace.project.sources)
        if report.hasErrors { throw Failure(Session.status(of: report)) }
        return planned
    }

    /// Reads what is live and compares; shows no problem of the plan.
    func compare(
        _ workspace: Workspace, _ options: PlanningOptions, for use: PlanUse
    ) async throws -> (Planned, Report) {
        let wanted = options.isDestroy ? [] : workspace.project.resources
        let digests = try await digests(of: wanted, workspace, for: use)
        let observations = try await observe(workspace)
        noteSecrets(live: observations.values.flatMap(\.resources), in: workspace)
        let accounts = workspace.accounts.map { account in
            var account = account
            account.facts.add(observations[account.name]?.facts ?? Facts())
            return account
        }
        var report = Report()
        let input = try await planningInput(
            workspace, observations, accounts, options, digests)
        var plan = Planner.plan(input, into: &report)
        plan.key = digests.key
        plan.uncomparedSecrets = digests.uncompared
        plan.notes += digests.uncompared.map {
            "not compared: the secret in \(Plan.words(ofSecret: $0))"
        }
        let planned = Planned(
            workspace: workspace, observations: observations, plan: plan, options: options,
            accounts: accounts)
        return (planned, report)
    }

    private static func status(of report: Report) -> ExitStatus {
        let world: [PlanCode] = [
            .existsAlready, .nothingManaged, .nothingToAdopt, .protected,
        ]
        let isWorld = report.diagnostics.contains { diagnostic in
            world.contains { $0.text == diagnostic.code }
        }
        return isWorld ? .failed : .invalidProject
    }

    private func planningInput(
        _ workspace: Workspace, _ observations: [String: Observation], _ accounts: [Account],
        _ options: PlanningOptions, _ digests: KeyedDigests
    ) async throws -> PlanningInput {
        let project = workspace.project
        return PlanningInput(
            project: project.name, environment: project.environment, accounts: accounts,
            kinds: Workspace.kinds, wanted: options.isDestroy ? [] : project.resources,
            recorded: workspace.recorded,
            observed: accounts.flatMap { observations[$0.name]?.resources ?? [] },
            missing: observations.values.reduce(into: [:]) { $0.merge($1.missing) { $1 } },
            runs: try await windows(workspace),
            lookups: observations.mapValues(\.lookups),
            listed: observations.mapValues(\.listedIDs), digests: digests.values,
            liveDigest: { digests.digester?.digest(of: $0, $1, $2) }, files: project.files,
            place: { project.sources.place(of: $0) }, options: options,
            doubles: workspace.doubles, isRunUnderWay: workspace.isRunUnderWay)
    }

    /// When the runs of the ledger wrote.
    private func windows(_ workspace: Workspace) async throws -> [RunWindow] {
        let runs = try await failing { try await workspace.ledger.history(workspace.scope) }
        let begins = runs.map { Timestamp($0.startedAt) }
        return runs.enumerated().compactMap { index, run in
            begins[index].map { begin in
                let next = index > 0 ? begins[index - 1] : nil
                return RunWindow(
                    begin: begin, end: run.endedAt.flatMap { Timestamp($0) }, next: next)
            }
        }
    }

    /// Reads every account in use, side by side: what files and the ledger need of it, or all that
    /// can stand still.
    ///
    /// What they show to be wrong ends the verb: it forbids a plan as an error in a file does.
    func observe(
        _ workspace: Workspace, whole: Bool = false
    ) async throws -> [String: Observation] {
        let (all, reports) = try await failing {
            try await withThrowingTaskGroup(of: (String, Observation, Report).self) { group in
                for (name, client) in workspace.clients {
                    let scope =
                        whole
                        ? workspace.wholeScope(of: client.account)
                        : workspace.scope(of: client.account)
                    group.addTask {
                        var report = Report()
                        let seen = try await Observer().observe(client, scope, into: &report)
                        let check = ExistenceCheck(client, scope, kinds: Workspace.kinds)
                        return (name, try await check.completing(seen, into: &report), report)
                    }
                }
                var all: [String: Observation] = [:]
                var reports: [String: Report] = [:]
                for try await (name, observation, report) in group {
                    all[name] = observation
                    reports[name] = report
                }
                return (all, reports)
            }
        }
        var report = Report()
        for part in reports.sorted(by: { $0.key < $1.key }) { report.add(part.value) }
        show(report, workspace.project.sources)
        if report.hasErrors { throw Failure(.invalidProject) }
        return all
    }
}

extension Workspace {
    /// What an observation of one account must read.
    func scope(of account: Account) -> Platforms.Scope {
        let mine = recorded.filter { address, _ in
            address.account == account.name && subjects?.contains(address) ?? true
        }
        let wanted = project.resources.filter { $0.address.account == account.name }
        let plain = plainReferences(of: wanted, account)
        let lookups = Set(Catalog.platform(account.platform)?.lookups.map(\.name) ?? [])
        guard !isEmpty else {
            let kinds = Catalog.platform(account.platform)?.kinds ?? []
            return Platforms.Scope(
                kinds: Set(kinds.filter { $0.parent == nil }.map(\.name)), wanted: [])
        }
        return Platforms.Scope(
            kinds: Set(mine.values.map(\.kind) + wanted.map(\.kind)).union(
                plain.subtracting(lookups)),
            lookups: plain.intersection(lookups).union(project.lookups[account.name] ?? []),
            recorded: mine, wanted: wanted)
    }

    /// What an observation of one account must read to find all that stands still in it.
    func wholeScope(of account: Account) -> Platforms.Scope {
        let kinds = (Catalog.platform(account.platform)?.kinds ?? []).filter { kind in
            kind.parent == nil || kind.lifecycle != nil
        }
        return Platforms.Scope(
            kinds: Set(kinds.map(\.name)),
            recorded: recorded.filter { $0.key.account == account.name })
    }

    /// The lookups of which files name one that the ledger does not have.
    private func newNames(in wanted: [Resource]) -> Set<KindName> {
        wanted.reduce(into: []) { kinds, resource in
            let names = Catalog.kind(resource.kind)?.shape.names(
                in: resource.value, before: recorded[resource.address]?.value)
            kinds.formUnion((names ?? []).map(\.kind))
        }
    }

    /// The kinds of what files name by a plain id or name.
    private func plainReferences(of wanted: [Resource], _ account: Account) -> Set<KindName> {
        let shapes = Dictionary(grouping: wanted, by: \.kind).compactMap { kind, resources in
            Catalog.kind(kind).map { (shape: $0.shape, resources: resources) }
        }
        var references = PlainReferences(
            to: shapes.reduce(into: []) { $0.formUnion($1.shape.referred) })
        for (shape, resources) in shapes {
            for resource in resources { references.look(in: resource.value, shape) }
        }
        return references.kinds.union(newNames(in: wanted))
    }
}

extension Plan {
    /// The digest of what is carried out; sizes and notes, which change by themselves, are none of
    /// it.
    var digest: String {
        var plan = self
        plan.notes = []
        for index in plan.rows.indices { plan.rows[index].consequences = [] }
        return Digester.sha256(plan.canonicalText)
    }
}
