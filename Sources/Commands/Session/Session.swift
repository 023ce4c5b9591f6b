import Diagnostics
import Foundation
import Platforms
import Reconciling

/// Everything a verb may know of the world: where it runs, for whom, and how it speaks.
///
/// Tests and the demo make sessions of their own; only `ofProcess` looks at the process.
struct Session: Sendable {
    /// The project's folder.
    var directory: String
    /// The environment asked for.
    var environment: String?
    /// The environment variables.
    var variables: [String: String]
    /// Whether HTTP exchanges are shown.
    var isVerbose = false
    /// Where it speaks.
    var console: Console
    /// Where HTTP exchanges are shown; where it speaks unless said otherwise.
    var tracing: Console?
    /// Is told of every report that is shown; for those who need more than its text.
    var reported: (@Sendable (Report, Sources) -> Void)?
    /// The connections it opened.
    let connections = Connections()
    /// Goes between a client and its transport; tests let a session die here.
    var wrapping: @Sendable (any Transport) -> any Transport = { $0 }
    /// How many requests its accounts take.
    let limiters = RequestLimiters()
    /// Tells what its calls wait for.
    var waits = WaitTeller()
    /// Ends what its calls wait for, and lets no row begin.
    var stop = StopSignal()
    /// How long one call may wait in all.
    var patience = Waiting.defaultBound
    /// What the person is about, for the words of errors.
    var pursuit = ReconcilingError.Pursuit.applying
    /// The time, RFC 3339 in UTC.
    var now: @Sendable () -> String
    /// The clock that waits, pauses and limits go by.
    var time = Timekeeper.machine
    /// Spreads the repeats of many clients, from 0 to 1.
    var jitter: @Sendable () -> Double = { Double.random(in: 0...1) }
    /// Makes the way to an account's server; nil for the network.
    var transport: (@Sendable (Account, any Platform, Secret) -> any Transport)?
    /// Whether `secrets.command` may run where a project is trusted.
    var runsCommands = true
    /// What the project must say; nil where nothing is fixed.
    var pin: PinnedProject?
    /// Is told of every plan that is shown.
    var planned: (@Sendable (Plan) -> Void)?
    /// What is not switched off by a test.
    var mechanisms = Mechanisms.all

    /// Stands in for the session of this process, where a test gives commands as people type them.
    @TaskLocal static var standIn: Session?

    /// The session of this process.
    static func ofProcess(color: ColourChoice = .auto) -> Session {
        StandardStream.prepareProcess()
        let variables = ProcessInfo.processInfo.environment
        return Session(
            directory: ".", environment: nil, variables: variables,
            console: .ofProcess(color: color, variables: variables),
            now: { Date().formatted(.iso8601) })
    }

    /// Shows problems on stderr, with their code frames.
    func show(_ report: Report, _ sources: Sources) {
        guard !report.diagnostics.isEmpty else { return }
        reported?(report, sources)
        let renderer = DiagnosticRenderer(
            sources: sources.hiding(report), isColored: console.isColored,
            width: console.talkWidth)
        console.talkAsIs(renderer.render(report))
    }
}
