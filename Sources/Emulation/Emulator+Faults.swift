import EmulatedKit
import Platforms

extension Emulator {
    /// Answers a request, or lets it run into the first fault that matches.
    func answer(_ request: EmulatedRequest, _ path: String) async -> Outcome {
        carryOutLate()
        guard let fault = takeFault(request.method, path) else {
            return .answered(carryOut(request, path))
        }
        switch fault.kind {
        case .latency:
            guard await hold(for: .milliseconds(fault.milliseconds)) else { return .cut }
            return .answered(carryOut(request, path))
        case .tooManyRequests:
            let headers = fault.retryAfter.map { [(name: "Retry-After", value: $0)] } ?? []
            return .answered(Self.failure(429, "Too Many Requests", headers))
        case .failsBefore: return .answered(Self.failure(500, "Internal Server Error"))
        case .failsAfter:
            _ = carryOut(request, path)
            return .answered(Self.failure(500, "Internal Server Error"))
        case .cutBefore: return .cut
        case .cutAfter:
            _ = carryOut(request, path)
            return .cut
        case .truncated: return .truncated(carryOut(request, path))
        case .lag: return .answered(carryOut(request, path, lagging: true))
        case .drop: return .answered(dropping(fault, from: carryOut(request, path)))
        case .late:
            delay(request, path, milliseconds: fault.milliseconds)
            return .cut
        case .answer: return .answered(fault.response)
        }
    }

    /// Whether the next such request may wait for a long time.
    func mayHold(_ method: String, _ path: String) -> Bool {
        faults.contains { $0.kind == .latency && $0.matches(method: method, path: path) }
    }

    /// Forgets all faults; what a latency holds is carried out now, what is late never.
    func forgetFaults() {
        faults = []
        late = []
        held.wake()
    }

    /// Waits until the time is over or the request is let go; false where it was cancelled.
    private func hold(for time: Duration) async -> Bool {
        let waiter = held.add()
        await waiter.wait(atMost: time)
        held.remove(waiter)
        return !Task.isCancelled
    }

    /// The first fault that matches, counted down.
    private func takeFault(_ method: String, _ path: String) -> EmulatorFault? {
        guard let index = faults.firstIndex(where: { $0.matches(method: method, path: path) })
        else { return nil }
        let fault = faults[index]
        if fault.skip > 0 {
            faults[index].skip -= 1
            return nil
        }
        // Only a list that has the element uses it up.
        guard fault.kind != .drop else { return fault }
        faults[index].count -= 1
        if faults[index].count < 1 { faults.remove(at: index) }
        return fault
    }
}
