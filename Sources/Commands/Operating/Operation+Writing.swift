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
        try await refuseUnanswered(intents.map(\.row), writing)
        guard try ConfirmationPrompt(operation: self).admits(intents, writing) else {
            return .failed
        }
        let sending = try await send(intents, command: command, explain)
        session.console.data(writing.format.show(sending.written, style: session.style()))
        session.show(sending.failures, project.sources)
        if sending.status == .done { remarks(sending.written).forEach { session.console.talk($0) } }
        return sending.status
    }

    /// Shows, asks and sends one write of several; nil when the answer was no.
    func deliver(
        _ intent: PendingWrite, _ writing: WritingOptions, command: String,
        explain: Explain = { $1 }
    ) async throws -> WriteResult? {
        try await refuseUnanswered([intent.row], writing)
        guard try ConfirmationPrompt(operation: self).admits([intent], writing) else { return nil }
        let sending = try await send([intent], command: command, explain)
        guard let deed = sending.written.results.first else {
            throw Failure(sending.status, sending.failures)
        }
        return deed
    }

    private func send(
        _ intents: [PendingWrite], command: String, _ explain: Explain
    ) async throws -> Sending {
        let (ledger, run) = try await session.operatingRun(project, scope, command: command)
        // No lock is waited for; while this is held, nobody recovers the calls of this run.
        let hold = try await session.failing { try await ledger.hold(run) }
        defer { hold.release() }
        let sender = CallSender(
            client, ledger: ledger, scope: scope, vault: { try await vault.secret($0) },
            now: session.now)
        let sent = await Interrupts.stopping(session.stop, told: sayInterrupted) {
            await send(intents, by: sender, run)
        }
        var sending = Sending()
        for (intent, sent) in zip(intents, sent) { sending.add(sent, of: intent, explain) }
        if session.stop.isStopped { sending.stop(before: Array(intents.dropFirst(sent.count))) }
        do throws(LedgerError) {
            try await ledger.endRun(run, outcome: sending.outcome, at: session.now())
        } catch {
            sending.add(error.diagnostic())
        }
        return sending
    }

    /// Sends each write; after an interrupt no further one.
    private func send(
        _ intents: [PendingWrite], by sender: CallSender, _ run: Int64
    ) async -> [CallSender.Sent] {
        var sent: [CallSender.Sent] = []
        for intent in intents where !session.stop.isStopped {
            sent.append(await sender.send(intent.row, run: run))
        }
        return sent
    }

    @Sendable private func sayInterrupted() {
        session.console.talk("interrupted: what was sent is waited for, nothing more is sent")
    }
}
