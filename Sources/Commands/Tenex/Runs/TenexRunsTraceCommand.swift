import ArgumentParser
import Documents
import Platforms
import Tenex

/// `weir tenex runs trace ID`: what a run did, step by step.
struct TenexRunsTraceCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace", abstract: "Show what a run did, step by step.")

    static let output = TenexTraceColumns.schema

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Argument(help: "Its id.") var id: String

    func run() async throws {
        try await operating.reach { place in
            let run = try await place.run(id)
            let steps = try await place.steps(of: run).map { TenexTrace.Row($0) }
            place.operation.show(Listing(columns: TenexTraceColumns.all, items: steps), reading)
            if reading.format == .text {
                place.operation.session.console.talk(TenexFollowing.ending(.object(run.raw)))
            }
            return .done
        }
    }
}

/// The columns of a run's trace.
enum TenexTraceColumns {
    static let schema = Listing.schema(all)

    static let all: [Column<TenexTrace.Row>] = [
        Column("step", "step_key", "The step's key.") { .text($0.key) },
        Column("type", "type", "What it does.") { $0.step["type"] ?? .null },
        Column("status", "status", "How it stands.") { .text($0.status) },
        Column("attempt", "attempt", type: "integer", "Which try it is.") { .int($0.attempt) },
        Column("branch", "branch_taken", "The branch that was taken.") {
            $0.step["branch_taken"] ?? .null
        },
        Column("started", "started_at", "When it began.") { $0.step["started_at"] ?? .null },
        Column("seconds", "seconds", type: "integer", "How long it took.") {
            $0.seconds.map { .int($0) } ?? .null
        },
        Column("credits", "credits", type: "number", "What it cost.") {
            $0.step["credits"] ?? .null
        },
        Column("error", "trouble", "Why it failed.") { $0.trouble.map { .text($0) } ?? .null },
        Column(nil, "finished_at", "When it ended.") { $0.step["finished_at"] ?? .null },
        Column(nil, "agent_run_id", "The agent's own run.") { $0.step["agent_run_id"] ?? .null },
        Column(nil, "input", type: "object", "What it was given.") { $0.step["input"] ?? .null },
        Column(nil, "output", type: "object", "What it gave.") { $0.step["output"] ?? .null },
    ]
}
