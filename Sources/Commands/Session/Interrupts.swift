import Reconciling
import UnixSignals

/// Turns SIGINT and SIGTERM into a request to stop: nothing new starts, what is sent is recorded.
enum Interrupts {
    /// Runs work; a signal during it raises the stop flag and is then told.
    static func stopping<Result: Sendable>(
        _ stop: StopSignal, told: @escaping @Sendable () -> Void,
        _ work: @escaping @Sendable () async -> Result
    ) async -> Result {
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        return await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in signals {
                    stop.stop()
                    told()
                }
            }
            let result = await work()
            group.cancelAll()
            return result
        }
    }
}
