import Tenex
import ArgumentParser
import Documents
import Platforms

/// `weir tenex runs trace ID`: what a run did, step by step.
struct TenexRunsTraceCommand: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace", abstract: "Show what a run did, step by step.")

    static let examples = [
        "tenex runs trace 1f3a",
        "tenex runs trace 1f3a --format json",
    ]
    static let output = TenexTraceColumns.schema

    @OptionGroup var place: TenexOptions
    @OptionGroup var reading: ReadingOptions
    @Argument(help: "Its id.") var id: String

    func run() async throws {
        try await place.open("tenex", nil) { context in
            let run = try await context.run(id)
            let steps = try await context.steps(of: run).map { TenexTrace.Row($0) }
            context.operation.show(Listing(columns: TenexTraceColumns.all, items: steps), reading)
            if reading.format == .text {
                context.operation.session.console.talk(TenexFollowing.ending(.object(run.raw)))
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
        .member("type", "type", "What it does."),
        Column("status", "status", "How it stands.") { .text($0.status) },
        Column("attempt", "attempt", type: "integer", "Which try it is.") { .int($0.attempt) },
        .member("branch", "branch_taken", "The branch that was taken."),
        .member("started", "started_at", "When it began."),
        Column("seconds", "seconds", type: "integer", "How long it took.") {
            $0.seconds.map { .int($0) } ?? .null
        },
        .member("credits", "credits", type: "number", "What it cost."),
        Column("error", "trouble", "Why it failed.") { $0.trouble.map { .text($0) } ?? .null },
        .member(nil, "finished_at", "When it ended."),
        .member(nil, "agent_run_id", "The agent's own run."),
        .member(nil, "input", type: "object", "What it was given."),
        .member(nil, "output", type: "object", "What it gave."),
    ]
}

extension TenexTrace.Row: HasMembers {
    func member(_ name: String) -> Value? { step[name] }
}
