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

    /// Refuses a plan file that was made with another account, or that does not say with which.
    func refuseIdentities(_ plan: Plan, _ accounts: [Account]) throws {
        for name in Set(plan.rows.map(\.address.account)).sorted() {
            guard let planned = plan.accounts.first(where: { $0.name == name }),
                let account = accounts.first(where: { $0.name == name })
            else { throw unknownAccount(name) }
            guard account.identity != planned.identity else { continue }
            throw Failure(
                .conflict,
                .error(
                    PlanCode.anotherAccount,
                    "the plan is for account `\(planned.identity)` of `\(planned.name)`",
                    notes: ["the token belongs to account `\(account.identity ?? "unknown")`"],
                    help: "check `\(account.tokenName)`, or plan again"))
        }
    }

    private func unknownAccount(_ name: String) -> Failure {
        Failure(
            .failed,
            .error(
                PlanCode.unknownAccount,
                "the plan is about the account `\(name)`, which it or `weir.yaml` does not have",
                help: "bring the account back, or plan again"))
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
