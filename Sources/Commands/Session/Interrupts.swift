import Foundation
import Reconciling
import Synchronization

/// How many signals came since they were last taken care of.
private let arrived = Atomic(0)

/// Counts a signal; the second ends the process at once, wherever it is.
private func take(_ signal: Int32) {
    if arrived.add(1, ordering: .relaxed).newValue > 1 { _exit(ExitStatus.interrupted.rawValue) }
}

/// Turns SIGINT, SIGTERM and SIGHUP into a request to stop: nothing new starts, every wait ends,
/// and what is sent is recorded.
///
/// Outside of such work a signal ends the process, as it does everywhere: nothing is in flight.
enum Interrupts {
    /// Runs work; the first signal during it asks to stop and is then told, the second ends the
    /// process.
    static func stopping<Result: Sendable>(
        _ stop: StopSignal, told: @escaping @Sendable () -> Void,
        _ work: @escaping @Sendable () async -> Result
    ) async -> Result {
        arrived.store(0, ordering: .relaxed)
        let trapped = trap()
        defer { for number in trapped { _ = signal(number, SIG_DFL) } }
        return await withTaskGroup(of: Void.self) { group in
            group.addTask { await watch(stop) }
            group.addTask {
                await stop.wait()
                if stop.isStopped { told() }
            }
            let result = await work()
            group.cancelAll()
            return result
        }
    }

    /// A handler may do no more than count, so its count is looked at again and again.
    private static func watch(_ stop: StopSignal) async {
        while !Task.isCancelled {
            if arrived.load(ordering: .relaxed) > 0 { return stop.stop() }
            try? await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Takes the signals over, but for those that the process was started to ignore (`nohup`).
    private static func trap() -> [Int32] {
        [SIGINT, SIGTERM, SIGHUP].filter { number in
            let before = signal(number, take)
            guard isIgnoring(before) else { return true }
            _ = signal(number, SIG_IGN)
            return false
        }
    }

    private static func isIgnoring(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
        unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
