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
        _ intents: [Intent], _ writing: WritingOptions, command: String,
        explain: Explain = { $1 }
    ) async throws -> ExitStatus {
        guard try Gate(operation: self).admits(intents, writing) else { return .failed }
        let (written, failures) = try await send(intents, command: command, explain)
        session.console.data(writing.format.show(written, style: session.style()))
        session.show(failures, project.sources)
        if isCutShort(written, failures, intents) { return .interrupted }
        guard failures.hasErrors else { return .done }
        return written.deeds.isEmpty ? .failed : .appliedInPart
    }

    /// Shows, asks and sends one write of several; nil when the answer was no.
    func deliver(
        _ intent: Intent, _ writing: WritingOptions, command: String, explain: Explain = { $1 }
    ) async throws -> Written.Deed? {
        guard try Gate(operation: self).admits([intent], writing) else { return nil }
        let (written, failures) = try await send([intent], command: command, explain)
        guard let deed = written.deeds.first else {
            throw Failure(
                isCutShort(written, failures, [intent]) ? .interrupted : .failed, failures)
        }
        return deed
    }

    /// Whether an interrupt kept something from being sent.
    private func isCutShort(_ written: Written, _ failures: Report, _ intents: [Intent]) -> Bool {
        session.stop.isStopped && written.deeds.count < intents.count
    }

    private func send(
        _ intents: [Intent], command: String, _ explain: Explain
    ) async throws -> (Written, Report) {
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
        var written = Written()
        var failures = Report()
        for result in results {
            switch result {
            case .success(let deed): written.deeds.append(deed)
            case .failure(let error):
                failures.add(explain(error, error.diagnostic(while: .operating)))
            }
        }
        let outcome = "\(written.deeds.count) done, \(intents.count - written.deeds.count) failed"
        do throws(LedgerError) {
            try await ledger.endRun(run, outcome: outcome, at: session.now())
        } catch {
            failures.add(error.diagnostic())
        }
        return (written, failures)
    }

    /// What became of each write; after an interrupt no further one is sent.
    private func send(
        _ intents: [Intent], by sender: CallSender, _ run: Int64
    ) async -> [Result<Written.Deed, ReconcilingError>] {
        var results: [Result<Written.Deed, ReconcilingError>] = []
        for intent in intents where !session.stop.isStopped {
            do throws(ReconcilingError) {
                let sent = try await sender.send(intent.row, run: run)
                results.append(.success(Written.Deed(intent, sent)))
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

/// What a writing command did.
struct Written: Showable {
    /// One object that was written.
    struct Deed: Sendable {
        var did: String
        var title: String
        var id: String
        var object: Value?
        var remarks: [String]

        init(_ intent: Intent, _ sent: CallSender.Sent) {
            let address = intent.row.address.text
            did = intent.done
            title = intent.title
            remarks = sent.remarks
            object = sent.captured[Slot(address, "object")].map {
                Details.shown($0, of: intent.row.kind)
            }
            let fresh = sent.captured[intent.made ?? Slot(address)]
            id = fresh.map { $0.text ?? $0.canonicalJSON } ?? intent.id
            if id != intent.id { title += " (\(id))" }
        }
    }

    /// What was done, in order.
    var deeds: [Deed] = []

    func text(_ style: TextStyle) -> String {
        deeds.map { deed in
            let remarks = deed.remarks.map { "\(style.paint("note:", .yellow)) \($0)\n" }
            return "\(deed.did) \(deed.title)\n\(remarks.joined())"
        }.joined()
    }

    var json: Value {
        .list(
            deeds.map { deed in
                var object: Object = ["id": .text(deed.id), "did": .text(deed.did)]
                object["object"] = deed.object
                if !deed.remarks.isEmpty {
                    object["remarks"] = .list(deed.remarks.map { .text($0) })
                }
                return .object(object)
            })
    }
}
