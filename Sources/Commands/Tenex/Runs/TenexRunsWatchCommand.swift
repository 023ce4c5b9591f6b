import ArgumentParser
import Documents
import Platforms
import Tenex

/// `weir tenex runs watch ID`: shows what a run does until it ends.
struct TenexRunsWatchCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Show what a run does until it ends.")

    static let output = TenexTraceColumns.schema

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: .hidden) var followSeconds: Double = 2
    @Argument(help: "Its id.") var id: String

    func run() async throws {
        try await operating.reach { place in
            let run = try await place.run(id)
            var following = TenexFollowing(
                place, isText: reading.format == .text, pause: .seconds(followSeconds))
            let status = try await following.follow(run.liveID)
            if reading.format == .json {
                let rows = following.trace.rows
                place.operation.show(Listing(columns: TenexTraceColumns.all, items: rows), reading)
            }
            return status
        }
    }
}
