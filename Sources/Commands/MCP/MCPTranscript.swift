import ArgumentParser
import Diagnostics
import Documents
import Platforms
import Reconciling
import Synchronization

/// What one call of a tool said: a verb runs in it as it would on a terminal.
final class MCPTranscript: Sendable {
    private struct Said {
        var data = ""
        var talk = ""
        var problems: [Value] = []
    }

    private let said = Mutex(Said())

    /// What went to stdout.
    var data: String { said.withLock { $0.data } }
    /// What went to stderr.
    var talk: String { said.withLock { $0.talk } }
    /// Every problem that was shown, with its places.
    var problems: Value { .list(said.withLock { $0.problems }) }
    /// All that was said, what went to stdout last.
    var text: String {
        [talk, data].map { String($0.trimmingPrefix("\n")) }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    /// What a verb said and found, as a tool answers it; problems are always among it.
    static func result(
        _ session: Session, _ verb: (Session, inout Object) async throws -> Void
    ) async -> MCPResult {
        let transcript = MCPTranscript()
        var facts: Object = [:]
        let status = await transcript.run(session) { session in
            try await verb(session, &facts)
            return .done
        }
        facts["problems"] = transcript.problems
        return MCPResult(
            text: transcript.text, data: .object(facts), isError: status != .done,
            quotesOthers: true)
    }

    /// Runs a verb in a session that speaks here; tells how it ended.
    private func run(
        _ session: Session, _ verb: (Session) async throws -> ExitStatus
    ) async -> ExitStatus {
        var session = session
        session.tracing = session.console
        session.console = console(hiding: session.console.secrets)
        session.waits = WaitTeller()
        session.stop = StopSignal()
        session.reported = { [self] report, sources in take(report, sources) }
        do {
            try await session.run(verb)
            return .done
        } catch let code as ExitCode {
            return ExitStatus(rawValue: code.rawValue) ?? .failed
        } catch {
            said.withLock { $0.talk += "\(error)\n" }
            return .failed
        }
    }

    private func console(hiding secrets: KnownSecrets) -> Console {
        Console(
            writeData: { [self] text in said.withLock { $0.data += text } },
            writeTalk: { [self] text in said.withLock { $0.talk += text } },
            isColored: false, showsProgress: false, secrets: secrets)
    }

    private func take(_ report: Report, _ sources: Sources) {
        let renderer = DiagnosticRenderer(sources: sources.hiding(report), isColored: false)
        let lines = renderer.render(report, as: .json).split(separator: "\n")
        let problems = lines.compactMap { try? JSON.parse(String($0)) }
        said.withLock { $0.problems += problems }
    }
}
