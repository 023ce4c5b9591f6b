import Diagnostics
import Documents
import Ledger
import Platforms
import Projects
import Reconciling

extension Operation {
    /// Adds to the diagnostic of a failed write what a command knows beyond it.
    typealias Explain = (ReconcilingError, Diagnostic) -> Diagnostic

    /// Shows, asks, sends and tells: what every writing command ends with.
    func carryOut(
        _ intents: [PendingWrite], _ writing: WritingOptions, command: String,
        explain: Explain = { $1 }, remarks: (WriteResults) -> [String] = { _ in [] }
    ) async throws -> ExitStatus {
        guard !intents.isEmpty else {
            session.console.data(writing.format.show(WriteResults(), style: session.style()))
            return .done
        }
        guard try ConfirmationPrompt(operation: self).admits(intents, writing) else {
            return .failed
        }
        let (written, failures) = try await send(intents, command: command, explain)
        session.console.data(writing.format.show(written, style: session.style()))
        session.show(failures, project.sources)
        if isCutShort(written, failures, intents) { return .interrupted }
        guard failures.hasErrors else {
            remarks(written).forEach { session.console.talk($0) }
            return .done
        }
        return written.results.isEmpty ? .failed : .appliedInPart
    }

    /// Shows, asks and sends one write of several; nil when the answer was no.
    func deliver(
        _ intent: PendingWrite, _ writing: WritingOptions, command: String,
        explain: Explain = { $1 }
    ) async throws -> WriteResult? {
        guard try ConfirmationPrompt(operation: self).admits([intent], writing) else { return nil }
        let (written, failures) = try await send([intent], command: command, explain)
        guard let deed = written.results.first else {
            throw Failure(
                isCutShort(written, failures, [intent]) ? .interrupted : .failed, failures)
        }
        return deed
    }

    /// Whether an interrupt kept something from being sent.
    private func isCutShort(_ written: WriteResults, _ failures: Report, _ intents: [PendingWrite])
        -> Bool
    {
        session.stop.isStopped && written.results.count < intents.count
    }

    private func send(
        _ intents: [PendingWrite], command: String, _ explain: Explain
    ) async throws -> (WriteResults, Report) {
        let (ledger, run) = try await session.operatingRun(project, scope, command: command)
        // No lock is waited for; while this is held, nobody recovers the calls of this run.
        let hold = try await session.failing { try await ledger.hold(run) }
        defer { hold.release() }
        let sender = CallSender(
            client, ledger: ledger, scope: scope, vault: { try await vault.secret($0) },
            now: session.now)
        let results = await Interrupts.stopping(session.stop, told: sayInterrupted) {
            await send(intents, by: sender, run)
        }
        var written = WriteResults()
        var failures = Report()
        for result in results {
            switch result {
            case .success(let deed): written.results.append(deed)
            case .failure(let error):
                failures.add(explain(error, error.diagnostic(while: .operating)))
            }
        }
        let outcome =
            "\(written.results.count) done, \(intents.count - written.results.count) failed"
        do throws(LedgerError) {
            try await ledger.endRun(run, outcome: outcome, at: session.now())
        } catch {
            failures.add(error.diagnostic())
        }
        return (written, failures)
    }

    /// What became of each write; after an interrupt no further one is sent.
    private func send(
        _ intents: [PendingWrite], by sender: CallSender, _ run: Int64
    ) async -> [Result<WriteResult, ReconcilingError>] {
        var results: [Result<WriteResult, ReconcilingError>] = []
        for intent in intents where !session.stop.isStopped {
            do throws(ReconcilingError) {
                let sent = try await sender.send(intent.row, run: run)
                results.append(.success(WriteResult(intent, sent)))
            } catch {
                results.append(.failure(error))
            }
        }
        return results
    }

    @Sendable private func sayInterrupted() {
        session.console.talk("interrupted: what was sent is waited for, nothing more is sent")
    }
}
