import Ledger
import Platforms

extension InterruptedCall {
    /// Waits until a write that nobody looks for cannot arrive any more: it would put back what is
    /// written now.
    func letArrive(_ now: Timestamp?) async throws(ReconcilingError) {
        guard case .safe = call.again, let now, let rest = entry.lastSign?.rest(client, now)
        else { return }
        try await client.pause(
            for: rest, because: "what was cut off may still arrive", doing: call.summary)
    }
}

extension JournalEntry.LastSign {
    /// How long after its last sign a run that was killed may have sent something.
    private static let longestRest = Duration.seconds(3600)

    /// How long a write of the run may still be under way; nil where it is not.
    fileprivate func rest(_ client: AccountClient, _ now: Timestamp) -> Duration? {
        let age = Duration.seconds(max(0, now.seconds - time.seconds))
        let window = client.platform.settleTime
        guard isEnd else { return age < Self.longestRest ? window : nil }
        return age < window ? window - age : nil
    }
}
