public import Ledger
import Platforms

/// Refuses a token of another account before anything else is read.
public struct IdentityCheck: Sendable {
    private let ledger: any LedgerStore
    private let scope: LedgerScope

    /// Checks against the identities of a scope.
    public init(_ ledger: any LedgerStore, _ scope: LedgerScope) {
        self.ledger = ledger
        self.scope = scope
    }

    /// Reads the account's identity and gives a client that knows it, or refuses another one.
    public func verify(_ client: AccountClient) async throws(ReconcilingError) -> AccountClient {
        let found = try await Observer().identity(client)
        var verified = client
        verified.account.identity = found
        let bound = try await client.recording(nil) { () async throws(LedgerError) in
            try await ledger.identities(scope)
        }
        if let bound = bound[client.account.name], bound != found {
            throw client.failure(
                .otherIdentity(bound: bound, found: found), doing: "read the account")
        }
        return verified
    }

    /// Binds the identities of verified clients, at the first write of an environment.
    public func bind(_ clients: some Sequence<AccountClient>) async throws(LedgerError) {
        let bound = try await ledger.identities(scope)
        for client in clients where bound[client.account.name] == nil {
            guard let identity = client.account.identity else { continue }
            try await ledger.bind(account: client.account.name, identity: identity, scope)
        }
    }
}

extension AccountClient {
    /// Turns the ledger's failure into an error of this account.
    func recording<Result>(
        _ address: Address?, _ body: () async throws(LedgerError) -> Result
    ) async throws(ReconcilingError) -> Result {
        do throws(LedgerError) {
            return try await body()
        } catch {
            throw failure(.ledger(error), doing: "keep the ledger", address: address)
        }
    }
}
