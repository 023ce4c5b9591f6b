import Diagnostics
import Documents
import Platforms
import Reconciling
import Tenex

/// Follows a run until it ends: by the service's stream of events, else by asking again and again.
struct TenexFollowing {
    private let context: TenexWorkspace
    private let isText: Bool
    private let pause: Duration
    /// What is known of the run.
    private(set) var trace = TenexTrace()

    /// Follows in an account; text goes to stdout as it comes, else only talk to stderr.
    init(_ context: TenexWorkspace, isText: Bool, pause: Duration) {
        self.context = context
        self.isText = isText
        self.pause = pause
    }

    /// Shows what is new about a run until it ends; failed where the run did not complete.
    mutating func follow(_ run: Value) async throws -> ExitStatus {
        let isStreamed = try await stream(run)
        if !isStreamed || trace.status?.isTerminal != true { try await poll(run) }
        say(Self.ending(trace.run))
        return trace.status == .completed ? .done : .failed
    }

    /// What is said of a run at its end, or of how it stands.
    static func ending(_ run: Value) -> String {
        let status = TenexRunStatus(run["status"]?.text ?? "unknown")
        let words =
            status == .awaitingApproval ? "waits for an approval in 10ex" : "is \(status.word)"
        let trouble = TenexTrace.trouble(of: run).map { ", \($0)" } ?? ""
        return "the run \(words)\(trouble)"
    }

    // The stream

    /// Takes events until the run ends; false where the service has no stream.
    private mutating func stream(_ run: Value) async throws -> Bool {
        let ask = context.speaks.stream(run)
        guard let request = ask.request else { return false }
        var copy = self
        do throws(ReconcilingError) {
            _ = try await context.operation.client.follow(request, doing: "follow the run") {
                event in
                copy.take(event)
            }
        } catch  where error.hasNoStream {
            return false
        } catch {
            throw Failure(.failed, error.diagnostic(while: .operating))
        }
        self = copy
        return true
    }

    /// Takes an event; whether it is the last one.
    private mutating func take(_ event: ServerSentEvent) -> Bool {
        guard let data = try? JSON.parse(event.data) else { return false }
        let value = context.speaks.canonical(event: event.name, data)
        if event.name == "step" {
            show(step: value)
        } else if event.name == "run" || event.name == "done" {
            show(run: value)
        }
        return event.name == "done" || trace.status?.isTerminal == true
    }

    // Asking again and again

    private mutating func poll(_ run: Value) async throws {
        while true {
            let now = try await context.run(run.text ?? run.canonicalJSON)
            for step in try await context.steps(of: now) { show(step: step) }
            show(run: .object(now.raw))
            if trace.status?.isTerminal == true { return }
            try await Task.sleep(for: pause)
        }
    }

    // What is shown

    private mutating func show(step: Value) {
        if let row = trace.take(step: step) { say(row.line) }
    }

    private mutating func show(run: Value) {
        guard let status = trace.take(run: run), !status.isTerminal, status != .running else {
            return
        }
        say(Self.ending(run))
    }

    private func say(_ line: String) {
        let console = context.operation.session.console
        if isText { console.data(line) } else { console.talk(line) }
    }
}

extension ReconcilingError {
    /// Whether the service refused to stream, so that it must be asked instead.
    fileprivate var hasNoStream: Bool {
        switch cause {
        case .unexpected(let code, _): code.text == ReconcilingCode.noStream.text
        case .refused(let error): [404, 405, 406, 501].contains(error.status)
        default: false
        }
    }
}
