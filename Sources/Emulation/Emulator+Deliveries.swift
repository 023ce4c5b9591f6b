import Documents
import EmulatedKit
import FoundationEssentials
import Platforms

/// A webhook on its way.
struct EmulatorSending: Sendable {
    let api: any EmulatedAPI
    let delivery: EmulatedDelivery
}

extension Emulator {
    /// Takes the webhooks that are due, which are under way from then on.
    func takeDeliveries() -> [EmulatorSending] {
        let due = apis.flatMap { api in
            api.deliveries(&store, now: now).map { EmulatorSending(api: api, delivery: $0) }
        }
        underWay += due.count
        keepChanges()
        return due
    }

    /// Sends one webhook, and tells its platform what became of it.
    func send(_ sending: EmulatorSending) async {
        let delivery = sending.delivery
        let isNear = delivery.isForLoopback
        let status = isNear ? await deliver(delivery) : nil
        underWay -= 1
        sending.api.delivered(delivery.id, status: status, &store, now: now)
        note(delivery, status, isNear ? "no answer" : "an emulator sends to loopback only")
        keepChanges()
        noteChange()
    }

    /// Sends what is due, and waits until nothing is under way.
    func deliver() async {
        let due = takeDeliveries()
        await withDiscardingTaskGroup { group in
            for sending in due { group.addTask { await self.send(sending) } }
        }
        while underWay > 0, !Task.isCancelled {
            await waitForChange(after: changes, atMost: nil)
        }
    }

    /// Logs an attempt, with the reason where it has no status.
    private func note(_ delivery: EmulatedDelivery, _ status: Int?, _ reason: String) {
        var entry: Object = [
            "id": .text(delivery.id), "url": .text(delivery.url),
            "status": status.map { .int(Int64($0)) } ?? .null,
            "time": .int(now.milliseconds),
        ]
        if status == nil { entry["reason"] = .text(reason) }
        sent.append(.object(entry))
    }
}

extension EmulatedDelivery {
    /// Whether it goes to this machine, over HTTP.
    var isForLoopback: Bool {
        guard let parts = URLComponents(string: url), let host = parts.host?.lowercased(),
            ["http", "https"].contains(parts.scheme?.lowercased())
        else { return false }
        if ["localhost", "::1", "[::1]"].contains(host) { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return numbers.count == 4 && numbers[0] == 127 && !numbers.contains(nil)
    }
}
