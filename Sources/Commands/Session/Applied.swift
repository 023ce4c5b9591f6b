import Diagnostics
import Documents
import Ledger
import Platforms
import Projects
import Reconciling

extension Session {
    /// Carries out a plan that was shown and agreed to, under the lock; returns the exit status.
    ///
    /// `live` are the ids of what was there when the plan was made; `planned` is the digest of the
    /// plan of which it is a part, where it is one.
    func carryOut(
        _ plan: Plan, _ workspace: Workspace, _ accounts: [Account], live: ObjectIDs,
        command: String, parallel: Int, partOf planned: String? = nil
    ) async throws -> ExitStatus {
        let digest = planned ?? plan.digest
        let plan = try await notingKey(of: plan, workspace)
        let applied = try await send(
            plan, digest, workspace, accounts, live: live, command: command, parallel)
        showFailures(applied, plan, workspace.project.sources)
        console.say(ReceiptsText(applied.receipts, plan).summary)
        return applied.status
    }

    /// Does something while holding the lock, which is given back however it ends.
    func locking<Result>(
        _ ledger: any LedgerStore, _ scope: LedgerScope, _ holder: String,
        _ work: () async throws -> Result
    ) async throws -> Result {
        guard mechanisms.contains(.lock) else { return try await work() }
        let hold = try await failing { try await lock(ledger, scope, holder) }
        defer { hold.release() }
        if let other = hold.interrupted {
            console.talk("the run of \(other.text) was interrupted")
        }
        let result: Result
        do {
            result = try await work()
        } catch {
            await ledger.unlock(scope, hold)
            throw error
        }
        await ledger.unlock(scope, hold)
        return result
    }

    /// Takes the lock; whoever only asks for it holds it for a moment, so one refusal is none.
    private func lock(
        _ ledger: any LedgerStore, _ scope: LedgerScope, _ holder: String
    ) async throws(LedgerError) -> LedgerHold {
        for _ in 0..<Session.lockAttempts {
            do throws(LedgerError) {
                return try await ledger.lock(scope, holder: holder, at: now())
            } catch {
                guard case .locked = error else { throw error }
                await time.sleep(Session.lockPause)
            }
        }
        return try await ledger.lock(scope, holder: holder, at: now())
    }

    /// Half a second in small steps.
    private static let lockAttempts = 20
    private static let lockPause = Duration.milliseconds(25)

    private func send(
        _ plan: Plan, _ digest: String, _ workspace: Workspace, _ accounts: [Account],
        live: ObjectIDs, command: String, _ parallel: Int
    ) async throws -> AppliedRows {
        let ledger = workspace.ledger
        let run = try await failing {
            try await IdentityCheck(ledger, workspace.scope).bind(workspace.clients.values)
            return try await ledger.beginRun(
                workspace.scope, command: command, planDigest: digest, at: now())
        }
        let watch = ApplyWatch(plan, console, waits)
        let applier = Applier(
            clients: workspace.clients(with: accounts), kinds: Workspace.kinds, ledger: ledger,
            scope: workspace.scope, vault: { try await workspace.vault.secret($0) }, now: now,
            parallel: parallel, live: live, stop: stop, progress: watch.see)
        let receipts = await Interrupts.stopping(stop, told: watch.stop) {
            await applier.apply(plan, run: run)
        }
        watch.end()
        var applied = AppliedRows(receipts: receipts, failures: watch.failures)
        do throws(LedgerError) {
            let outcome = ReceiptsText(receipts, plan).summary
            try await ledger.endRun(run, outcome: outcome, at: now())
        } catch {
            applied.unended = error
        }
        return applied
    }

    /// Shows each refusal under the line of YAML that caused it.
    private func showFailures(_ applied: AppliedRows, _ plan: Plan, _ sources: Sources) {
        var report = Report()
        for receipt in applied.receipts {
            guard case .failed(let message, _) = receipt.outcome else { continue }
            if applied.failures[receipt.row]?.isOfLedger == true { continue }
            let place = plan.rows.first { $0.number == receipt.row }?.place
            let span = place.flatMap { sources.span(of: $0) }
            report.add(
                applied.failures[receipt.row]?.diagnostic(at: span)
                    ?? .error(CommandCode.applyFailed, "`\(receipt.address)`: \(message)", at: span)
            )
        }
        if let problem = applied.ledgerProblem { report.add(problem) }
        show(report, sources)
    }
}

extension Workspace {
    /// The clients, with what the observation told about their accounts.
    func clients(with accounts: [Account]) -> [String: AccountClient] {
        var clients = clients
        for account in accounts { clients[account.name]?.account = account }
        return clients
    }
}
