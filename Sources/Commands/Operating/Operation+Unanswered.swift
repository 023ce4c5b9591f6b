import Diagnostics
import Ledger
import Platforms
import Reconciling

extension Operation {
    /// Refuses to do a second time what a command that was cut off did, or may have done.
    func refuseUnanswered(_ rows: [PlanRow], _ writing: WritingOptions) async throws {
        guard !writing.again else { return }
        let calls = UnansweredCalls(
            try await openCalls(), of: client, kinds: Workspace.kinds)
        let repeated = try await session.failing { try await calls.repeated(by: rows) }
        var report = Report()
        for call in repeated { report.add(call.refusal) }
        if report.hasErrors { throw Failure(.failed, report) }
    }

    /// The open calls of runs that are gone.
    private func openCalls() async throws -> [JournalEntry] {
        let ledger = try session.operatingLedger(project)
        return try await session.failing {
            var open: [JournalEntry] = []
            for call in try await ledger.openCalls(scope)
            where try await !ledger.isHeld(call.run) {
                open.append(call)
            }
            return open
        }
    }
}

extension RecoveredCall {
    /// Why a command is not sent that would do the same again.
    fileprivate var refusal: Diagnostic {
        let begun = "an earlier \(summary.quoted) was cut off"
        switch finding {
        case .carriedOut(let id):
            let made = id.map { " (id `\($0.idText)`)" } ?? ""
            return .error(
                OperatingCode.carriedOutAlready, "\(begun), and it was carried out\(made)",
                help: "nothing is left to do; `--again` does it a second time")
        case .unknown(let reason):
            return .error(
                OperatingCode.unanswered,
                "\(begun), and whether it was carried out cannot be told: \(reason)",
                help: "look at it on the platform; where it was not carried out, `--again` sends it"
            )
        default:
            return .error(
                OperatingCode.unanswered, "\(begun), and whether it was carried out cannot be told",
                help: "look at it on the platform; where it was not carried out, `--again` sends it"
            )
        }
    }
}
