import Synchronization

/// A request to begin nothing new, as an interrupt gives it; what is in flight goes on.
public final class StopSignal: Sendable {
    private struct State {
        var isStopped = false
        var nextNumber = 0
        var waiting: [Int: AsyncStream<Void>.Continuation] = [:]
    }

    private let state = Mutex(State())

    /// Waits for a request.
    public init() {}

    /// Asks to stop; whoever waits for it goes on at once.
    public func stop() {
        let waiting = state.withLock { state in
            state.isStopped = true
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        for continuation in waiting { continuation.finish() }
    }

    /// Whether stopping was asked for.
    public var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Returns when stopping is asked for, or when the task is cancelled.
    public func wait() async {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        guard let number = add(continuation) else { return }
        for await _ in stream {}
        state.withLock { $0.waiting[number] = nil }
    }

    /// Does something that only waits; false where stopping or a cancelled task ended it early.
    func outlasts(_ nap: @escaping @Sendable () async -> Void) async -> Bool {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await nap() }
            group.addTask { await self.wait() }
            await group.next()
            group.cancelAll()
        }
        return !isStopped && !Task.isCancelled
    }

    private func add(_ continuation: AsyncStream<Void>.Continuation) -> Int? {
        state.withLock { state in
            guard !state.isStopped else { return nil }
            state.nextNumber += 1
            state.waiting[state.nextNumber] = continuation
            return state.nextNumber
        }
    }
}
