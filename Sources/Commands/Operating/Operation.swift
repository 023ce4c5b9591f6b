// Operating commands: what people do to live objects beside plan and apply. In: ids, names or
// addresses, and payloads. Out: tables, drawings, and calls sent through the same journal as an
// apply. Never: a change of what the ledger holds of resources, a write that was not confirmed.

import Diagnostics
import Documents
import Ledger
import Platforms
import Projects
import Reconciling

/// One account as an operating command reaches it, with what the project and the ledger know.
struct Operation: Sendable {
    /// Where it runs and speaks.
    let session: Session
    /// The project, or what stands in for one.
    let project: Project
    /// The client of the account.
    let client: AccountClient
    /// What the ledger holds of the account, by address.
    let recorded: [Address: RecordedResource]
    /// Where secrets come from.
    let vault: Vault
    /// The payload that was given, decoded.
    let payload: Payload?

    /// The account.
    var account: Account { client.account }
    /// What the ledger's rows are keyed by.
    var scope: LedgerScope {
        LedgerScope(project: project.name, environment: project.environment)
    }

    /// Reads what is live of some kinds; what is strange about it is shown.
    func observe(
        _ kinds: Set<KindName>, lookups: Set<KindName> = []
    ) async throws -> Observation {
        var report = Report()
        let asked = Platforms.Scope(kinds: kinds, lookups: lookups, recorded: recorded)
        let seen = try await session.failing {
            try await Observer().observe(client, asked, into: &report)
        }
        session.show(report, project.sources)
        return seen
    }

    /// The same account with a payload, which is decoded.
    func with(_ payload: Payload) async throws -> Operation {
        try await session.operate(
            on: account.platform, account: account.name, payload: payload)
    }

    /// Carries out one read.
    func read(_ request: Request, _ purpose: String) async throws -> Value {
        try await session.failing { try await client.read(Read(request, purpose: purpose)) }
    }
}
