public import Ledger
public import Platforms

/// Brings the ledger up to date where files and platforms agree: sends nothing.
public struct LedgerRefresh: Sendable {
    private let ledger: any LedgerStore
    private let scope: LedgerScope

    /// Writes to one scope of a ledger.
    public init(_ ledger: any LedgerStore, _ scope: LedgerScope) {
        self.ledger = ledger
        self.scope = scope
    }

    /// Records what a plan found, but for what the ledger has another view of by now; says how
    /// many were recorded.
    @discardableResult
    public func apply(_ refreshed: [Refresh]) async throws(LedgerError) -> Int {
        guard !refreshed.isEmpty else { return 0 }
        let held = try await ledger.resources(scope)
        let known = refreshed.filter { held[$0.address] == $0.held }.map(\.record)
        if !known.isEmpty { try await ledger.record(known, scope) }
        return known.count
    }
}
