import Documents
import EmulatedKit
import Platforms

extension Emulator {
    /// Lets time pass while nobody asks, and sends webhooks when they are due; until cancelled.
    public func live() async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                if let due = nextChange, due <= now { passTime() }
                for sending in takeDeliveries() { group.addTask { await self.send(sending) } }
                await waitForChange(after: changes, atMost: untilNextChange)
            }
        }
    }

    /// Moves the clock ahead from one thing that falls due to the next, each with its webhooks.
    func pass(milliseconds: Int64) async {
        passTime()
        await deliver()
        var rest = milliseconds
        for step in 1...Self.mostSteps where rest > 0 {
            let ahead = step < Self.mostSteps ? min(rest, untilNextStep ?? rest) : rest
            rest -= ahead
            store["emulator", "clock"] = .int((store["emulator", "clock"]?.int ?? 0) + ahead)
            passTime()
            await deliver()
        }
    }

    /// Steps of one advance before the rest is passed in one go.
    private static let mostSteps = 10_000

    /// Lets every platform do what it does by itself up to now.
    private func passTime() {
        advanced = now
        carryOutLate()
        for api in apis { api.advance(&store, to: advanced) }
        keepChanges()
    }

    /// Counts a change and wakes who waits for one.
    func noteChange() {
        changes += 1
        watchers.wake()
    }

    /// Waits for a change after those that were seen, or at most so long.
    func waitForChange(after seen: Int64, atMost time: Duration?) async {
        guard changes == seen else { return }
        let waiter = watchers.add()
        await waiter.wait(atMost: time)
        watchers.remove(waiter)
    }

    /// Writes what changed without a request; a data file that fails shows at the next one.
    func keepChanges() { keep(EmulatedResponse(status: 200, body: .none)) }

    /// When something next happens, what is overdue included.
    var nextChange: EmulatedTime? {
        let before = EmulatedTime(milliseconds: advanced.milliseconds - 1)
        return (apis.compactMap { $0.nextChange(store, after: before) } + late.map(\.due)).min()
    }

    /// The milliseconds to the next thing that falls due.
    private var untilNextStep: Int64? {
        let now = now
        let changes = apis.compactMap { $0.nextChange(store, after: now) } + late.map(\.due)
        let due = changes.filter { $0 > now }.min()
        return due.map { $0.milliseconds - now.milliseconds }
    }

    /// How long to sleep: nil where only a change brings something; never for no time at all.
    private var untilNextChange: Duration? {
        guard !options.clock.stands, let due = nextChange else { return nil }
        let ahead = due.milliseconds - now.milliseconds
        return .milliseconds(min(max(ahead, 20), 86_400_000))
    }
}
