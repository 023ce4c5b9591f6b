import Diagnostics
import Ledger
import Planning
import Platforms
import Projects
import Reconciling

/// A plan file that is known to be as it was written, beside the plan that is made of it now.
private struct RepeatedPlan {
    let stored: StoredPlan
    /// The plan of now.
    let again: Planned
    /// What keeps it from being made, if anything.
    let report: Report
    let repetition: PlanRepetition

    var planned: Plan { stored.plan }
    var workspace: Workspace { again.workspace }

    /// What changed on the platforms since some rows were planned.
    func staleness(of rows: [PlanRow]) -> [Diagnostic] {
        var plan = planned
        plan.rows = rows
        return PlanStaleness.check(
            plan: plan, observed: again.observations.values.flatMap(\.resources),
            kinds: Workspace.kinds, recorded: workspace.recorded)
    }

    /// What keeps rows from being carried out: what changed, or else what planning finds wrong, or
    /// else what it makes otherwise.
    func obstacles(_ rows: [PlanRow], orElse differences: [Diagnostic]) -> [Diagnostic] {
        let stale = staleness(of: rows)
        guard stale.isEmpty else { return stale }
        return report.hasErrors ? report.diagnostics : differences
    }
}

extension Session {
    /// Carries out a plan file, unless what it touches has changed since; no document is needed.
    func apply(file path: String, _ applying: ApplyingOptions) async throws -> ExitStatus {
        let file = try await planFile(path)
        let key = try refuseUnproven(file, path)
        let (stored, plan) = (file.stored, file.stored.plan)
        let settings = try await loadSettings()
        try refuse(plan, anotherThan: settings.name, settings.environment)
        show(plan, .text, calls: applying.calls)
        try refuseChangedFiles(stored, settings)
        let project = stored.project(on: settings)
        return try await changing(project, "apply", reaching: .holding(stored.subjects)) {
            workspace in
            try refuseIdentities(plan, workspace.accounts)
            try await refuseAnotherKey(than: key, workspace)
            try refuseUnexpectedSecrets(stored, workspace)
            try refuseConflicts(plan)
            try await refuseChangedSecrets(plan, workspace)
            return try await apply(stored, applying, workspace)
        }
    }

    private func apply(
        _ stored: StoredPlan, _ applying: ApplyingOptions, _ workspace: Workspace
    ) async throws -> ExitStatus {
        let plan = stored.plan
        var workspace = workspace
        workspace.subjects = stored.subjects(recorded: workspace.recorded)
        var options = stored.options(recorded: workspace.recorded)
        options.mechanisms = mechanisms
        let (again, report) = try await compare(workspace, options, for: .apply)
        let repeated = RepeatedPlan(
            stored: stored, again: again, report: report,
            repetition: PlanRepetition(of: plan, again: again.plan))
        if let run = try await earlierRun(of: plan, workspace) {
            return try await carryOn(repeated, after: run, applying)
        }
        try refuse(
            repeated.obstacles(plan.rows, orElse: repeated.repetition.differences), workspace)
        var rest = plan
        rest.refreshed = repeated.repetition.refreshed
        guard !plan.isEmpty else {
            try await refresh(rest, workspace)
            return .done
        }
        return try await carryOut(rest, repeated, checking: plan.rows, applying)
    }

    /// Carries out what an earlier run of the same plan left.
    private func carryOn(
        _ repeated: RepeatedPlan, after run: RunSummary, _ applying: ApplyingOptions
    ) async throws -> ExitStatus {
        let (workspace, untouched) = (repeated.workspace, repeated.repetition.untouched)
        let left = repeated.repetition.left
        let strangers = repeated.repetition.strangers
        try refuse(repeated.obstacles(untouched, orElse: strangers), workspace)
        guard !left.isEmpty else {
            try await refresh(left, workspace)
            console.say("already applied by run \(run.id)")
            return .done
        }
        try await refuseOtherRuns(since: run, workspace)
        console.say("run \(run.id) carried out a part of the plan; this is left:")
        show(left, .text, calls: applying.calls)
        return try await carryOut(left, repeated, checking: untouched, applying)
    }

    private func carryOut(
        _ rest: Plan, _ repeated: RepeatedPlan, checking rows: [PlanRow],
        _ applying: ApplyingOptions
    ) async throws -> ExitStatus {
        let (workspace, again) = (repeated.workspace, repeated.again)
        guard try confirm(rest, yes: applying.yes) else { return .failed }
        var live = ObjectIDs(again.observations)
        if !applying.yes {
            var checked = repeated.planned
            checked.rows = rows
            live.formUnion(try await refuseStale(checked, workspace))
        }
        return try await carryOut(
            rest, workspace, again.accounts, live: live, command: "apply",
            parallel: applying.parallel, partOf: repeated.planned.digest)
    }

    /// The first run that carried out this plan or a part of it.
    private func earlierRun(of plan: Plan, _ workspace: Workspace) async throws -> RunSummary? {
        let digest = plan.digest
        let runs = try await failing { try await workspace.ledger.history(workspace.scope) }
        return runs.last { $0.planDigest == digest }
    }

    /// Refuses to carry on where another plan was carried out in between: what it wrote would be
    /// taken back.
    private func refuseOtherRuns(since run: RunSummary, _ workspace: Workspace) async throws {
        let runs = try await failing { try await workspace.ledger.history(workspace.scope) }
        let other = runs.first {
            $0.id > run.id && !$0.planDigest.isEmpty && $0.planDigest != run.planDigest
        }
        guard let other else { return }
        throw Failure(
            .conflict,
            .error(
                PlanCode.stale, "another plan was carried out since run \(run.id) of this one",
                notes: ["run \(other.id): weir \(other.command), \(other.outcome)"],
                help: "make the plan again"))
    }

    private func refuse(_ obstacles: [Diagnostic], _ workspace: Workspace) throws {
        guard !obstacles.isEmpty else { return }
        var report = Report()
        obstacles.forEach { report.add($0) }
        throw Failure(.conflict, report, sources: workspace.project.sources)
    }
}
