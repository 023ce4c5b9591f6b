import Diagnostics
import Documents
import Ledger
import Platforms
import Projects
import Reconciling

extension Session {
    /// Carries out a plan that was shown and agreed to; returns the exit status.
    func carryOut(
        _ plan: Plan, _ workspace: Workspace, _ accounts: [Account], command: String,
        parallel: Int
    ) async throws -> ExitStatus {
        let holder = LockHolder.current(command).text
        let ledger = workspace.ledger
        let scope = workspace.scope
        let (receipts, failures) = try await locking(ledger, scope, holder) {
            // Another run may have come between the plan and the lock.
            let recorded = try await failing { try await ledger.resources(scope) }
            if recorded != workspace.recorded { try await refuseStale(plan, workspace) }
            return try await send(plan, workspace, accounts, command: command, parallel)
        }
        showFailures(receipts, failures, plan, workspace.project.sources)
        console.data(ReceiptsText(receipts, plan).summary)
        return status(of: receipts, failures)
    }

    /// Does something while holding the lock, which is given back however it ends.
    func locking<Result>(
        _ ledger: any LedgerStore, _ scope: LedgerScope, _ holder: String,
        _ work: () async throws -> Result
    ) async throws -> Result {
        try await lock(ledger, scope, holder)
        let result: Result
        do {
            result = try await work()
        } catch {
            try await failing { try await ledger.unlock(scope, holder: holder) }
            throw error
        }
        try await failing { try await ledger.unlock(scope, holder: holder) }
        return result
    }

    /// Takes the lock; one whose process died on this machine is taken over, and that is said.
    private func lock(
        _ ledger: any LedgerStore, _ scope: LedgerScope, _ holder: String
    ) async throws {
        do {
            try await ledger.lock(scope, holder: holder, at: now())
        } catch .locked(let other, _) where LockHolder.isGone(other) {
            console.talk("the lock of \(other) is taken over: that process is gone")
            try await failing {
                _ = try await ledger.forceUnlock(scope)
                try await ledger.lock(scope, holder: holder, at: now())
            }
        } catch {
            try await failing { throw error }
        }
    }

    private func send(
        _ plan: Plan, _ workspace: Workspace, _ accounts: [Account], command: String,
        _ parallel: Int
    ) async throws -> ([Receipt], [Int: ReconcilingError]) {
        let ledger = workspace.ledger
        let run = try await failing {
            try await IdentityCheck(ledger, workspace.scope).bind(workspace.clients.values)
            return try await ledger.beginRun(
                workspace.scope, command: command, planDigest: plan.digest, at: now())
        }
        let watch = ApplyWatch(plan, console, waits)
        let applier = Applier(
            clients: workspace.clients(with: accounts), kinds: Workspace.kinds, ledger: ledger,
            scope: workspace.scope, vault: { try await workspace.vault.secret($0) }, now: now,
            parallel: parallel, stop: stop, progress: watch.see)
        let receipts = await Interrupts.stopping(stop, told: watch.stop) {
            await applier.apply(plan, run: run)
        }
        watch.end()
        let outcome = ReceiptsText(receipts, plan).summary
        try await failing { try await ledger.endRun(run, outcome: outcome, at: now()) }
        return (receipts, watch.failures)
    }

    private func status(
        of receipts: [Receipt], _ failures: [Int: ReconcilingError]
    ) -> ExitStatus {
        let isCutShort = receipts.contains { $0.outcome == .notStarted }
        if isCutShort || failures.values.contains(where: \.isInterruption) { return .interrupted }
        return receipts.allSatisfy { $0.outcome == .done } ? .done : .appliedInPart
    }

    /// Shows each refusal under the line of YAML that caused it.
    private func showFailures(
        _ receipts: [Receipt], _ failures: [Int: ReconcilingError], _ plan: Plan,
        _ sources: Sources
    ) {
        var report = Report()
        for receipt in receipts {
            guard case .failed(let message, _) = receipt.outcome else { continue }
            let place = plan.rows.first { $0.number == receipt.row }?.place
            let span = place.flatMap { sources.span(of: $0) }
            report.add(
                failures[receipt.row]?.diagnostic(at: span)
                    ?? .error("apply/failed", "`\(receipt.address)`: \(message)", at: span))
        }
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
