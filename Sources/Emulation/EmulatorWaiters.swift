/// Those who wait for something in an emulator, all woken at once.
struct EmulatorWaiters: Sendable {
    /// One who waits.
    struct Waiter: Sendable {
        fileprivate let number: Int64
        fileprivate let signal: AsyncStream<Never>

        /// Waits until it is woken, cancelled, or the time is over; nil waits for ever.
        func wait(atMost time: Duration?) async {
            await withTaskGroup(of: Void.self) { group in
                if let time { group.addTask { try? await Task.sleep(for: time) } }
                group.addTask { for await _ in signal {} }
                await group.next()
                group.cancelAll()
            }
        }
    }

    private var signals: [Int64: AsyncStream<Never>.Continuation] = [:]
    private var number: Int64 = 0

    /// Takes in one who will wait.
    mutating func add() -> Waiter {
        number += 1
        let (stream, signal) = AsyncStream.makeStream(of: Never.self)
        signals[number] = signal
        return Waiter(number: number, signal: stream)
    }

    /// Forgets one who waited.
    mutating func remove(_ waiter: Waiter) { signals[waiter.number] = nil }

    /// Wakes all.
    func wake() {
        for signal in signals.values { signal.finish() }
    }
}
