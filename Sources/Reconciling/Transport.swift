// Floor 5. In: requests as data. Out: answers, receipts, ledger entries. Never: knowledge of a
// platform, and never a second try of a write whose outcome is unknown without a look first.

public import Platforms

/// The way to one account's server.
public protocol Transport: Sendable {
    /// Sends one request once, and waits for the whole answer.
    func send(_ request: WireRequest) async throws(TransportError) -> Answer

    /// Sends one request once, and hands over the bytes of a stream of events as they come, until
    /// `wantsMore` says no or the stream ends; an answer that is no such stream comes whole.
    func follow(
        _ request: WireRequest, wantsMore: (ArraySlice<UInt8>) async -> Bool
    ) async throws(TransportError) -> Answer
}

extension Transport {
    /// A way without streams: every answer comes whole.
    public func follow(
        _ request: WireRequest, wantsMore: (ArraySlice<UInt8>) async -> Bool
    ) async throws(TransportError) -> Answer {
        try await send(request)
    }
}

extension Answer {
    /// Whether it is a stream of events, whose end is not its own.
    var isStream: Bool {
        let type = headers["content-type"]?.lowercased() ?? ""
        return status == 200 && type.hasPrefix("text/event-stream")
    }
}

/// Why there is no answer.
public enum TransportError: Error, Sendable, Hashable {
    /// Nothing can have happened: no connection was made.
    case notSent(String)
    /// The request may have been carried out: cut off or too slow.
    case unknownOutcome(String)
    /// The answer is larger than any that is taken; a write may have been carried out.
    case tooLarge(bytes: Int)
    /// Something answered that does not speak HTTP.
    case notHTTP(String)
}
