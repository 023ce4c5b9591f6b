import ArgumentParser
import Documents
import Lytics
import Platforms

/// `weir lytics jobs list`: jobs, filtered as the service filters them.
struct LyticsJobsListCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List jobs; by default what the service shows by default.")

    static let output = Listing.schema(LyticsJobColumns.all)

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: "Only jobs of this workflow.") var workflow: String?
    @Option(parsing: .upToNextOption, help: "Only jobs that use one of these auths.")
    var authID: [String] = []
    @Flag(help: "Completed jobs too.") var showCompleted = false
    @Flag(help: "Killed jobs too; the service wants --show-completed with it.")
    var showDeleted = false
    @Flag(help: "Hidden jobs too.") var showHidden = false
    @Flag(help: "Completed, killed and hidden jobs too.") var showAll = false
    @Flag(help: "With the state of the work.") var showState = false

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let filter = try await filter(operation)
            let value = try await operation.read(LyticsJobOperations.list(filter), "the jobs")
            let jobs = operation.sorted(value, by: .job)
            if jobs.isEmpty, let workflow {
                try await LyticsCatalogue(operation).check(workflow: workflow)
            }
            let columns = LyticsJobColumns.columns(showsState: showState)
            operation.show(Listing(columns: columns, items: jobs), reading)
            if !showAll, reading.format == .text { operation.session.console.talk(leftOut) }
            return .done
        }
    }

    private func filter(_ operation: Operation) async throws -> LyticsJobOperations.Filter {
        var filter = LyticsJobOperations.Filter()
        filter.workflow = workflow
        if !authID.isEmpty {
            filter.authIDs = try await operation.find(authID, .auth).map(\.id)
        }
        let flags = [
            ("show_completed", showCompleted), ("show_deleted", showDeleted),
            ("show_hidden", showHidden), ("show_all", showAll), ("show_state", showState),
        ]
        filter.shown = flags.filter(\.1).map(\.0)
        return filter
    }

    /// What the list leaves out, and which flag shows it.
    private var leftOut: String {
        var parts: [String] = []
        if !showCompleted { parts.append("completed (--show-completed)") }
        if !(showDeleted && showCompleted) {
            parts.append("killed (--show-deleted --show-completed)")
        }
        if !showHidden { parts.append("hidden (--show-hidden)") }
        guard !parts.isEmpty else { return "nothing is left out" }
        return "left out: \(parts.joined(separator: ", ")); --show-all shows everything"
    }
}
