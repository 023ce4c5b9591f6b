import ArgumentParser
import Documents
import Platforms
import Tenex

/// `weir tenex runs watch ID`: shows what a run does until it ends.
struct TenexRunsWatchCommand: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Show what a run does until it ends.")

    static let examples = [
        "tenex runs watch 1f3a",
        "tenex runs watch 1f3a --format json",
    ]
    static let output = TenexTraceColumns.schema

    @OptionGroup var place: TenexOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: .hidden) var followSeconds: Double = 2
    @Argument(help: "Its id.") var id: String

    func run() async throws {
        try await place.open("tenex", nil) { context in
            let run = try await context.run(id)
            var following = TenexFollowing(
                context, isText: reading.format == .text, pause: .seconds(followSeconds))
            let status = try await following.follow(run.liveID)
            if reading.format == .json {
                let rows = following.trace.rows
                context.operation.show(
                    Listing(columns: TenexTraceColumns.all, items: rows), reading)
            }
            return status
        }
    }
}
