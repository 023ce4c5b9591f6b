import Diagnostics
import Foundation
import Ledger
import Platforms
import Projects
import Reconciling

extension Session {
    /// Reaches an account; without a project the platform's own variables say where it is.
    func operate(
        on platform: String, account: String?, payload: Payload? = nil, verifies: Bool = true
    ) async throws -> Operation {
        let load = await Project.load(try operating(on: platform, payload))
        show(load.report, load.sources)
        guard let project = load.project else { throw Failure(.invalidProject) }
        let chosen = try choose(account, on: platform, project)
        let ledger = try operatingLedger(project)
        let scope = LedgerScope(project: project.name, environment: project.environment)
        let recorded = try await failing { try await ledger.resources(scope) }
        noteSecrets(of: project, recorded.values)
        let vault = try vault(of: project, given: payload?.secrets ?? [:])
        var client = try await self.client(for: chosen, vault, project)
        let bound = try await failing { try await ledger.identities(scope) }[chosen.name]
        if verifies, bound != nil {
            client = try await failing { try await IdentityCheck(ledger, scope).verify(client) }
        }
        return Operation(
            session: self, project: project, client: client,
            recorded: recorded.filter { $0.key.account == chosen.name }, vault: vault,
            payload: try payload?.decoded(in: project))
    }

    private var hasProject: Bool { FileManager.default.fileExists(atPath: path("weir.yaml")) }

    private func path(_ name: String) -> String {
        URL(fileURLWithPath: directory, isDirectory: true).appendingPathComponent(name).path
    }

    /// Documents are read only for a payload that refers to them.
    private func operating(on platform: String, _ payload: Payload?) throws -> ProjectRequest {
        var request = ProjectRequest(
            directory: directory, environment: environment, variables: variables, catalog: .all)
        if hasProject {
            request.extent = payload?.refersToDocuments == true ? .whole : .settings
        } else if environment == nil {
            request.extent = .account(platform: platform)
            request.variables["WEIR_ENV"] = nil
        }
        if let payload { request.given = [payload.given(in: path(""))] }
        return request
    }

    private func choose(
        _ name: String?, on platform: String, _ project: Project
    ) throws -> Account {
        let all = project.accounts.filter { $0.platform == platform }
        if let name {
            if let account = all.first(where: { $0.name == name }) { return account }
            let nearest = Suggestion.nearest(to: name, among: all.map(\.name))
            throw Failure(
                .wrongUsage,
                .error(
                    OperatingCode.account, "no account on \(platform) is called `\(name)`",
                    help: nearest.map { "did you mean `\($0)`?" } ?? known(all, platform)))
        }
        if all.count == 1 { return all[0] }
        let message =
            all.isEmpty
            ? "`weir.yaml` has no account on \(platform)"
            : "`weir.yaml` has several accounts on \(platform)"
        throw Failure(
            .wrongUsage, .error(OperatingCode.account, message, help: known(all, platform)))
    }

    private func known(_ accounts: [Account], _ platform: String) -> String {
        guard !accounts.isEmpty else { return "add `accounts: { \(platform): {} }`" }
        let names = accounts.map { "`\($0.name)`" }.joined(separator: ", ")
        return "give `--account` with one of \(names)"
    }

    /// The project's ledger to look at; empty where there is none.
    func operatingLedger(_ project: Project) throws -> any LedgerStore {
        keepsLedger(project) ? try openLedger(project, for: .reading) : try ledgerInMemory()
    }

    /// Begins a run in the journal of a command: the ledger's, or memory's where there is none.
    ///
    /// A ledger that cannot be written is said, and keeps nobody from pausing a job at night.
    func operatingRun(
        _ project: Project, _ scope: LedgerScope, command: String
    ) async throws -> (ledger: any LedgerStore, run: Int64) {
        if keepsLedger(project) {
            do {
                let ledger = try openLedger(project, for: .changing)
                return (ledger, try await beginRun(ledger, scope, command))
            } catch let failure as Failure {
                tellUnjournaled(failure.report)
            }
        }
        let ledger = try ledgerInMemory()
        return (ledger, try await beginRun(ledger, scope, command))
    }

    private func beginRun(
        _ ledger: any LedgerStore, _ scope: LedgerScope, _ command: String
    ) async throws -> Int64 {
        try await failing {
            try await ledger.beginRun(scope, command: command, planDigest: "", at: now())
        }
    }

    private func tellUnjournaled(_ reason: Report) {
        var report = Report()
        report.add(
            .warning(
                OperatingCode.noJournal, "what is sent now is not noted in the ledger",
                notes: reason.diagnostics.map(\.message),
                help: "if this command is cut off, look at the platform before it is given again"))
        show(report, Sources())
    }

    private func keepsLedger(_ project: Project) -> Bool {
        project.isWritten && FileManager.default.fileExists(atPath: project.ledger)
    }

    private func ledgerInMemory() throws -> any LedgerStore {
        do {
            return try SQLiteLedger()
        } catch {
            throw Failure(.failed, error.diagnostic())
        }
    }
}
