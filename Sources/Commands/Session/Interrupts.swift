import Reconciling
import UnixSignals

/// Turns SIGINT and SIGTERM into a request to stop: nothing new starts, what is sent is recorded.
enum Interrupts {
    /// Runs work; a signal during it raises the stop flag.
    static func stopping<Result: Sendable>(
        _ stop: StopSignal, _ work: @escaping @Sendable () async -> Result
    ) async -> Result {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) {
                    stop.stop()
                }
            }
            let result = await work()
            group.cancelAll()
            return result
        }
    }
}
