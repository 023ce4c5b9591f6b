import Diagnostics
import Platforms
import Projects

extension Session {
    /// Refuses to send the tokens of accounts to hosts that nobody trusted.
    func refuseUntrusted(_ accounts: [Account], of project: Project) throws {
        let foreign = accounts.compactMap { account in
            ProjectCatalog.all.foreignHost(of: account).map { (account, $0) }
        }
        guard !foreign.isEmpty else { return }
        let (trust, text) = (try trust(), TrustedText(project, .all))
        var report = Report()
        for (account, host) in foreign where !trust.allows(host, of: text, project) {
            report.add(
                .error(
                    TrustCode.host,
                    "the token of account `\(account.name)` is not sent to `\(host)`: the host is "
                        + "not trusted",
                    notes: notesOfTrust(in: project),
                    help: "if it should have the token, run `weir trust \(host)`; in CI set "
                        + "`\(Trust.hostsVariable)=\(host)`"))
        }
        guard report.hasErrors else { return }
        throw Failure(.failed, report, sources: project.sources)
    }

    /// Where the secrets of a project come from, as far as it is trusted.
    func vault(of project: Project, given: [String: Secret] = [:]) throws -> Vault {
        try refuseUnpinned(project)
        return Vault(
            sources: project.secrets, variables: variables, given: given,
            permission: try permission(of: project), known: console.secrets)
    }

    private func permission(of project: Project) throws -> Vault.Permission {
        let sources = project.secrets
        guard !sources.command.isEmpty || sources.readsOutside else { return .untrusted }
        let isTrusted = try trust().allowsSources(TrustedText(project, .all), project)
        guard runsCommands else { return .noCommand(readsOutside: isTrusted) }
        return isTrusted ? .trusted : .untrusted
    }

    /// What is trusted on this machine.
    func trust() throws -> Trust {
        do {
            return try Trust(variables)
        } catch {
            throw Failure(.failed, error.diagnostic)
        }
    }

    /// Says that a project was trusted, where that is why it is not any more.
    func notesOfTrust(in project: Project) -> [String] {
        guard let trust = try? trust(), trust.heldBefore(TrustedText(project, .all), project) else {
            return []
        }
        return ["the project was trusted, and its `secrets`, hosts or ledger changed since"]
    }
}

extension TrustError {
    /// The error as a problem to show.
    var diagnostic: Diagnostic { .error(TrustCode.store, message, help: help) }
}
