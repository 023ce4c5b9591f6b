import Diagnostics
import Documents
import Foundation
import Ledger
import Platforms
import Projects
import Reconciling

/// A loaded project with everything needed to reach its platforms and its ledger.
struct Workspace: Sendable {
    /// The project.
    let project: Project
    /// Where what we manage is kept.
    let ledger: any LedgerStore
    /// What the ledger's rows are keyed by.
    let scope: LedgerScope
    /// Where secrets come from.
    let vault: Vault
    /// What the ledger holds, with what became of interrupted calls once that is known.
    var recorded: [Address: RecordedResource]
    /// Calls that an interrupted run began and did not end, oldest first.
    var openCalls: [JournalEntry]
    /// What is read of the platforms; nil for all that the ledger holds and the files want.
    var subjects: Set<Address>?
    /// Whether another run is under way.
    var isRunUnderWay = false
    /// What interrupted calls made beside what the ledger holds.
    var doubles: [LikelyDouble] = []
    /// A client for each account in use, by account name.
    let clients: [String: AccountClient]
    /// Which accounts are reached.
    enum Reach: Equatable {
        /// Those in use.
        case all
        /// Those in use; where none is, every account of the project.
        case any
        /// Every account of the project.
        case every
        /// Those of interrupted calls.
        case interrupted
        /// Those of some addresses.
        case holding(Set<Address>)
    }

    /// The accounts in use with their identities, by name.
    var accounts: [Account] { clients.values.map(\.account).sorted { $0.name < $1.name } }

    /// The kinds of all platforms, by name.
    static let kinds: [KindName: any Kind] = Dictionary(
        uniqueKeysWithValues: Catalog.kinds.map { ($0.name, $0) })
}

/// What a verb wants of the ledger.
enum LedgerUse: Sendable {
    /// To look at it: nothing is written, and no file is made, locked or left behind.
    case reading
    /// To change it.
    case changing
}

extension Session {
    /// Opens the ledger, reads the tokens and makes sure that every account is the one expected.
    func open(
        _ project: Project, for use: LedgerUse, reaching reach: Workspace.Reach = .all
    ) async throws -> Workspace {
        try await open(project, on: try openLedger(project, for: use), reaching: reach)
    }

    /// The same on a ledger that is open; accounts of interrupted calls are reached as well.
    func open(
        _ project: Project, on ledger: any LedgerStore, reaching reach: Workspace.Reach = .all
    ) async throws -> Workspace {
        let vault = try vault(of: project)
        let scope = LedgerScope(project: project.name, environment: project.environment)
        let (recorded, openCalls) = try await failing {
            (try await ledger.resources(scope), try await ledger.openCalls(scope))
        }
        noteSecrets(of: project, recorded.values)
        var used = Set(openCalls.map(\.address.account))
        if case .holding(let addresses) = reach {
            used.formUnion(addresses.map(\.account))
        } else if reach != .interrupted {
            used.formUnion(project.resources.map(\.address.account))
            used.formUnion(recorded.keys.map(\.account))
        }
        if reach == .every || (reach == .any && used.isEmpty) {
            used = Set(project.accounts.map(\.name))
        }
        try refuseUntrusted(project.accounts.filter { used.contains($0.name) }, of: project)
        var clients: [String: AccountClient] = [:]
        for account in project.accounts where used.contains(account.name) {
            let client = try await client(for: account, vault, project)
            clients[account.name] = try await failing {
                try await IdentityCheck(ledger, scope).verify(client)
            }
        }
        return Workspace(
            project: project, ledger: ledger, scope: scope, vault: vault, recorded: recorded,
            openCalls: openCalls, clients: clients)
    }

    /// Opens the project's ledger file.
    func openLedger(_ project: Project, for use: LedgerUse) throws -> any LedgerStore {
        try refuseUnpinned(project)
        do {
            switch use {
            case .reading: return try SQLiteLedger(reading: project.ledger)
            case .changing: return try SQLiteLedger(path: project.ledger)
            }
        } catch {
            throw Failure(.failed, error.diagnostic())
        }
    }

    /// A client of an account of a project, with its token.
    func client(
        for account: Account, _ vault: Vault, _ project: Project
    ) async throws -> AccountClient {
        guard let platform = Catalog.platform(account.platform) else {
            preconditionFailure("the loader refuses accounts of unknown platforms")
        }
        try refuseUntrusted([account], of: project)
        let token = try await asking(project) { try await vault.secret(account.tokenName) }
        let way = try transport?(account, platform, token) ?? network(account, platform, token)
        var client = AccountClient(
            account, on: platform, over: way, waiting: waiting,
            limiter: limiters.limiter(of: account, on: platform, time: time))
        client.mechanisms = mechanisms
        client.secrets = console.secrets
        return client
    }

    private func network(
        _ account: Account, _ platform: any Platform, _ token: Secret
    ) throws -> any Transport {
        let transport = NetworkTransport(
            account, on: platform, token: token, network: try networkSettings(), trace: trace)
        connections.add(transport)
        return wrapping(transport)
    }

    private func networkSettings() throws -> NetworkSettings {
        do {
            return try NetworkSettings(variables)
        } catch {
            throw Failure(
                .failed,
                .error(
                    ReconcilingCode.network,
                    "the variable `\(error.variable)` cannot be followed: \(error.reason)",
                    help: "correct `\(error.variable)`, or unset it"))
        }
    }

    private var trace: (@Sendable (NetworkTransport.Exchange) -> Void)? {
        guard isVerbose else { return nil }
        return { [console = tracing ?? console] exchange in
            console.talkAsIs("\(exchange.line) \(exchange.outcome) \(exchange.duration)")
            if !exchange.body.isEmpty { console.talkAsIs(exchange.body) }
        }
    }

    /// Runs something that may fail in the world; its failure becomes a diagnostic once.
    func failing<Result>(_ work: () async throws -> Result) async throws -> Result {
        do {
            return try await work()
        } catch let error as ReconcilingError {
            throw Failure(.failed, error.diagnostic(while: pursuit))
        } catch let error as LedgerError {
            throw Failure(error.status, error.diagnostic())
        } catch let error as KeyError {
            throw Failure(.failed, .error(CommandCode.secretKey, error.message, help: error.help))
        }
    }

    /// Does what needs secrets; those that cannot be had are shown where the project names them.
    func asking<Result>(
        _ project: Project, _ work: () async throws -> Result
    ) async throws -> Result {
        do {
            return try await work()
        } catch let error as VaultError {
            var report = Report()
            for error in [error] + error.others {
                let code: any DiagnosticCode =
                    error.isOfTrust ? TrustCode.secret : ReconcilingCode.secretMissing
                report.add(
                    .error(
                        code, error.message,
                        at: project.isWritten
                            ? error.name.flatMap { project.secretPlaces[$0] } : nil,
                        notes: error.isOfTrust ? notesOfTrust(in: project) : [],
                        help: error.help))
            }
            throw Failure(.failed, report, sources: project.sources)
        }
    }
}

extension LedgerError {
    /// How a run ends that meets this error.
    fileprivate var status: ExitStatus {
        if case .locked = self { .locked } else { .failed }
    }
}
