import Diagnostics
import Documents
import Ledger
import Planning
import Platforms
import Projects
import Reconciling

extension Session {
    /// Refuses a plan file of another project or environment.
    func refuse(_ plan: Plan, anotherThan project: String, _ environment: String) throws {
        guard plan.project != project || plan.environment != environment else { return }
        throw Failure(
            .conflict,
            .error(
                PlanCode.anotherProject,
                "the plan is for `\(plan.project)`, environment `\(plan.environment)`",
                notes: ["here is `\(project)`, environment `\(environment)`"],
                help: "pass `--env \(plan.environment)`, or plan again"))
    }

    /// Refuses a plan file that was made with another account.
    func refuseIdentities(_ plan: Plan, _ accounts: [Account]) throws {
        for planned in plan.accounts {
            guard let account = accounts.first(where: { $0.name == planned.name }),
                account.identity != planned.identity
            else { continue }
            throw Failure(
                .conflict,
                .error(
                    PlanCode.anotherAccount,
                    "the plan is for account `\(planned.identity)` of `\(planned.name)`",
                    notes: ["the token belongs to account `\(account.identity ?? "unknown")`"],
                    help: "check `\(account.tokenName)`, or plan again"))
        }
    }

    /// Refuses a plan when what it touches is not any more what it was planned for; else tells the
    /// ids of all that is live.
    @discardableResult
    func refuseStale(_ plan: Plan, _ workspace: Workspace) async throws -> ObjectIDs {
        let observations = try await observe(workspace)
        var report = Report()
        PlanStaleness.check(
            plan: plan, observed: observations.values.flatMap(\.resources),
            kinds: Workspace.kinds, recorded: workspace.recorded
        ).forEach { report.add($0) }
        guard !report.hasErrors else {
            throw Failure(.conflict, report, sources: workspace.project.sources)
        }
        return ObjectIDs(observations)
    }
}

extension Plan {
    /// An account with the facts that the plan saw, so that calls mean what was shown.
    func facts(for account: Account) -> Account {
        var account = account
        account.facts.add(
            Facts(accounts.first { $0.name == account.name }?.facts ?? [:]))
        return account
    }
}
