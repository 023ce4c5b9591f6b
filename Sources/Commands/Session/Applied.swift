import Diagnostics
import Documents
import Foundation
import Ledger
import Platforms
import Projects
import Reconciling
import Synchronization

extension Session {
    /// Carries out a plan that was shown and agreed to; returns the exit status.
    func carryOut(
        _ plan: Plan, _ workspace: Workspace, _ accounts: [Account], command: String,
        parallel: Int
    ) async throws -> ExitStatus {
        let holder = "weir \(command), process \(ProcessInfo.processInfo.processIdentifier)"
        let ledger = workspace.ledger
        let scope = workspace.scope
        try await failing { try await ledger.lock(scope, holder: holder, at: now()) }
        let receipts: [Receipt]
        do {
            receipts = try await send(plan, workspace, accounts, command: command, parallel)
        } catch {
            try await failing { try await ledger.unlock(scope, holder: holder) }
            throw error
        }
        try await failing { try await ledger.unlock(scope, holder: holder) }
        showFailures(receipts, plan, workspace.project.sources)
        console.data(ReceiptsText.render(receipts, plan, style: style()))
        return status(of: receipts)
    }

    private func send(
        _ plan: Plan, _ workspace: Workspace, _ accounts: [Account], command: String,
        _ parallel: Int
    ) async throws -> [Receipt] {
        let ledger = workspace.ledger
        let run = try await failing {
            try await IdentityCheck(ledger, workspace.scope).bind(workspace.clients.values)
            return try await ledger.beginRun(
                workspace.scope, command: command, planDigest: plan.digest, at: now())
        }
        let stop = StopSignal()
        let applier = Applier(
            clients: workspace.clients(with: accounts), kinds: Workspace.kinds, ledger: ledger,
            scope: workspace.scope, vault: { try await workspace.vault.secret($0) }, now: now,
            parallel: parallel, stop: stop, progress: progress(plan))
        let receipts = await Interrupts.stopping(stop) {
            await applier.apply(plan, run: run)
        }
        let outcome = ReceiptsText(receipts, plan).summary
        try await failing { try await ledger.endRun(run, outcome: outcome, at: now()) }
        return receipts
    }

    private func progress(_ plan: Plan) -> @Sendable (ApplyEvent) -> Void {
        let terminal = Terminal(
            isTerminal: console.showsProgress, columns: console.width,
            choice: console.isColored ? .always : .never)
        let line = Mutex(ProgressLine(plan, on: terminal))
        return { [console] event in
            let text = line.withLock { $0.text(for: event.progress) }
            if !text.isEmpty { console.writeTalk(text) }
        }
    }

    private func status(of receipts: [Receipt]) -> ExitStatus {
        if receipts.contains(where: { $0.outcome == .notStarted }) { return .interrupted }
        return receipts.allSatisfy { $0.outcome == .done } ? .done : .appliedInPart
    }

    /// Shows each refusal under the line of YAML that caused it.
    private func showFailures(_ receipts: [Receipt], _ plan: Plan, _ sources: Sources) {
        var report = Report()
        for receipt in receipts {
            guard case .failed(let message, let requestID) = receipt.outcome else { continue }
            let place = plan.rows.first { $0.number == receipt.row }?.place
            report.add(
                .error(
                    "apply/refused", "`\(receipt.address)`: \(message)",
                    at: place.flatMap { sources.span(of: $0) },
                    notes: requestID.map { ["request id: \($0)"] } ?? [],
                    help: "mend the cause and run `weir apply` again; what is done stays done"))
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

extension ApplyEvent {
    /// The event as the progress line tells it.
    fileprivate var progress: ApplyProgress {
        switch self {
        case .started(let row): .began(row: row.number)
        case .finished(_, let receipt, _): .ended(receipt)
        }
    }
}
