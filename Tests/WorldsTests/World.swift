import Documents
import Foundation
import Ledger
import Planning
import Platforms
import Reconciling
import Synchronization
import TestSupport

@testable import Commands

/// A project's folder beside platforms of its own, and the runs of Weir in it.
struct World: Sendable {
    /// The project's folder.
    let folder: URL
    /// The platforms.
    let service: Service
    /// The mechanisms that are not switched off.
    let mechanisms: Mechanisms
    private let numbers = Counter()

    /// What everything in the ledger is keyed by.
    static let scope = LedgerScope(project: "worlds", environment: "default")

    /// Makes the folder, in memory where the machine has such a place.
    init(mechanisms: Mechanisms) throws {
        let memory = URL(fileURLWithPath: "/dev/shm")
        let hasMemory = FileManager.default.isWritableFile(atPath: memory.path)
        let place = hasMemory ? memory : FileManager.default.temporaryDirectory
        folder = place.appendingPathComponent("weir-worlds-\(UUID().uuidString)")
        service = Service(clock: WorldClock())
        self.mechanisms = mechanisms
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Removes the folder.
    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// Prepares the next run.
    func run(_ step: RunStep = RunStep(), meanwhile: Run.Meanwhile? = nil) -> Run {
        Run(
            numbers.next(), writeFaults: step.writeFaults, readFaults: step.readFaults,
            meanwhile: meanwhile, atDeath: { [folder] in World.copyLedger(in: folder) })
    }

    /// Runs Weir to its end, or to the death of its process.
    func perform(_ command: Command, _ run: Run) async -> Outcome {
        let begin = service.clock.time.now
        let heard = Heard()
        let session = session(run, heard)
        let first = service.events.count
        var outcome = Outcome(number: run.number, command: command, events: first..<first)
        do {
            outcome.status = try await command.perform(session)
        } catch let failure as Failure {
            outcome.status = failure.status
            session.show(failure.report, failure.sources)
        } catch {
            heard.add("\(error)\n")
        }
        if run.isDead {
            outcome.isKilled = true
            if service.clock.time.now > begin { service.clock.time.restore(begin) }
            takeLedgerOfDeath()
        }
        outcome.events = first..<service.events.count
        outcome.occurred = run.occurred
        outcome.take(heard)
        return outcome
    }

    private func session(_ run: Run, _ heard: Heard) -> Session {
        let console = Console(
            writeData: { heard.add($0) }, writeTalk: { heard.add($0) }, readAnswer: nil,
            isColored: false, showsProgress: false, width: 100)
        let clock = service.clock
        var session = Session(
            directory: folder.path, environment: nil, variables: World.variables,
            console: console, now: { clock.text })
        session.time = clock.timekeeper
        session.mechanisms = mechanisms
        session.jitter = { 0 }
        session.planned = { heard.take($0) }
        session.reported = { heard.take($0, $1) }
        session.transport = { [service] account, platform, token in
            ServiceTransport(service, run, account, platform, token)
        }
        return session
    }

    private static let variables = [
        "LYTICS_API_URL": "http://127.0.0.1:1", "LYTICS_API_TOKEN": "at.worlds.secret",
        "FRONTLINE_BASE_URL": "http://127.0.0.1:1/public/v1",
        "FRONTLINE_API_KEY": "user.worlds.secret", "TENEX_API_BASE": "http://127.0.0.1:1",
        "TENEX_API_KEY": "tnx_demo0001_worlds-secret", "BRAZE_KEY": "planted-secret",
        "WEIR_KEY": "a long key for the digests of the random worlds",
    ]

    /// The token of an account as people use it too.
    static func token(of platform: any Platform) -> String {
        variables[platform.defaults.tokenName] ?? ""
    }
}

extension World {
    private var ledger: URL { folder.appendingPathComponent(".weir") }

    /// What the ledger holds; nothing where there is none.
    func recorded() async -> [Address: RecordedResource] {
        let file = ledger.appendingPathComponent("ledger.sqlite")
        guard FileManager.default.fileExists(atPath: file.path) else { return [:] }
        let store = try? SQLiteLedger(path: file.path)
        return (try? await store?.resources(World.scope)) ?? [:]
    }

    /// Loses the ledger.
    func loseLedger() { try? FileManager.default.removeItem(at: ledger) }

    /// Keeps the ledger as it is at the death of a process, which may go on to write into its own.
    private static func copyLedger(in folder: URL) {
        let kept = folder.appendingPathComponent(".weir-at-death")
        try? FileManager.default.removeItem(at: kept)
        try? FileManager.default.copyItem(at: folder.appendingPathComponent(".weir"), to: kept)
    }

    /// Puts the kept ledger in the place of the one that the dead process wrote into.
    private func takeLedgerOfDeath() {
        let kept = folder.appendingPathComponent(".weir-at-death")
        loseLedger()
        try? FileManager.default.moveItem(at: kept, to: ledger)
    }
}

/// Counts from 1.
final class Counter: Sendable {
    private let count = Mutex(0)

    /// The next number.
    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
