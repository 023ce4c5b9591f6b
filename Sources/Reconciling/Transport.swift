// Floor 5. In: requests as data. Out: answers, receipts, ledger entries. Never: knowledge of a
// platform, and never a second try of a write whose outcome is unknown without a look first.

public import Platforms

/// The way to one account's server.
public protocol Transport: Sendable {
    /// Sends one request once, and waits for the whole answer.
    func send(_ request: WireRequest) async throws(TransportError) -> Answer
}

/// Why there is no answer.
public enum TransportError: Error, Sendable, Hashable {
    /// Nothing can have happened: no connection was made.
    case notSent(String)
    /// The request may have been carried out: cut off or too slow.
    case unknownOutcome(String)
    /// Something answered that does not speak HTTP.
    case notHTTP(String)
}
