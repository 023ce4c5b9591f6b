import ArgumentParser
import Documents
import Foundation
import Lytics
import Platforms

/// `weir lytics jobs logs [ID]`: what happened to a job, or to all of the account's last day.
struct LyticsJobsLogsCommand: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "logs", abstract: "Show the logs of a job, or of the account's last 24 hours.")

    static let examples = [
        "lytics jobs logs job/braze_welcome --include-errors",
        "lytics jobs logs --level error",
    ]
    static let output = LyticsJobLog.schema

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: "Read through the endpoint of this workflow.") var workflow: String?
    @Flag(help: "With the details of errors; by itself for a job in trouble.")
    var includeErrors = false
    @Option(help: "Only entries of this level: info, warn or error.") var level: String?
    @Flag(help: "Go on showing new entries until interrupted.") var follow = false
    @Option(help: .hidden) var followSeconds: Double = 5
    @Argument(help: "An id, a name or an address.", completion: LiveIDs.completion(.job))
    var job: String?

    func validate() throws {
        guard let level, !["info", "warn", "error"].contains(level) else { return }
        throw ValidationError("--level is one of info, warn, error")
    }

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let found = try await find(operation)
            let request = request(found)
            var log = LyticsJobLog(level: level)
            operation.show(log.take(try await operation.read(request, "the logs")), reading)
            if let found { say(stale: log, found, operation) }
            for note in log.explanations { operation.session.console.talk(note) }
            guard follow else { return .done }
            return try await operation.repeating(every: .seconds(followSeconds)) {
                let fresh = log.take(try await operation.read(request, "the logs"))
                if !fresh.entries.isEmpty { operation.show(fresh, reading) }
            }
        }
    }

    private func find(_ operation: Operation) async throws -> LiveObject? {
        guard let job else { return nil }
        return try await operation.find(job, .job)
    }

    /// Errors are told in detail where they were asked for, and for a job in trouble.
    private func request(_ job: LiveObject?) -> Request {
        let status = LyticsJobCondition(of: job?.raw ?? [:])
        return LyticsJobOperations.logs(
            job?.liveID, workflow: workflow, includesErrors: includeErrors || status.isFaulted)
    }

    private func say(stale log: LyticsJobLog, _ job: LiveObject, _ operation: Operation) {
        let status = LyticsJobCondition(of: job.raw)
        let age = log.age(at: operation.session.now())
        if let note = LyticsJobLog.staleness(job.title, status, age: age) {
            operation.session.console.talk(note)
        }
    }
}
