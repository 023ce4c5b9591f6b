import ArgumentParser
import Diagnostics
import Platforms

/// Why a verb ends early: an exit status, and what is still to be said.
struct Failure: Error {
    /// The status of the process.
    var status: ExitStatus
    /// What has not been shown yet.
    var report: Report
    /// What the spans of the report point into.
    var sources: Sources

    /// Ends with problems to show.
    init(_ status: ExitStatus, _ report: Report = Report(), sources: Sources = Sources()) {
        self.status = status
        self.report = report
        self.sources = sources
    }

    /// Ends with one problem.
    init(_ status: ExitStatus, _ diagnostic: Diagnostic, sources: Sources = Sources()) {
        var report = Report()
        report.add(diagnostic)
        self.init(status, report, sources: sources)
    }
}

extension Failure {
    /// The same where something was written before it.
    var afterWrites: Failure {
        var failure = self
        failure.status = ExitStatus.outranking([status, .appliedInPart])
        return failure
    }
}

extension Session {
    /// Runs a verb; shows a failure once and turns it into the exit status.
    func run(_ verb: (Session) async throws -> ExitStatus) async throws {
        var status: ExitStatus
        for name in ["WEIR_KEY", "WEIR_OLD_KEY"] {
            if let key = variables[name] { console.secrets.add(Secret(key)) }
        }
        do {
            status = try await verb(self)
        } catch let failure as Failure {
            show(failure.report, failure.sources)
            status = failure.status
        } catch {
            await connections.close()
            throw error
        }
        await connections.close()
        if let reason = console.lostData() {
            show(lostDataReport(reason), Sources())
            if status == .done { status = .failed }
        }
        if status != .done { throw ExitCode(status.rawValue) }
    }

    private func lostDataReport(_ reason: String) -> Report {
        var report = Report()
        report.add(
            .error(
                CommandCode.fileLostOutput, "not everything could be written to stdout: \(reason)",
                notes: ["the command itself was carried out"],
                help: "send stdout to another place"))
        return report
    }
}
