import ArgumentParser
import Diagnostics
import Ledger
import Platforms
import Projects

/// `weir forget ADDRESS…`: stops managing objects and leaves them as they are.
struct ForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Stop managing objects; nothing is sent.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The addresses to forget.") var addresses: [String]

    func run() async throws {
        try await global.session().run { try await $0.forget(addresses.map { Address($0) }) }
    }
}

extension Session {
    /// Removes rows from the ledger; an address it does not hold is an error and removes nothing.
    func forget(_ addresses: [Address]) async throws -> ExitStatus {
        let (ledger, scope) = try await openScope()
        let holder = LockHolder.current("forget").text
        return try await locking(ledger, scope, holder) {
            try await forget(addresses, ledger, scope)
        }
    }

    private func forget(
        _ addresses: [Address], _ ledger: any LedgerStore, _ scope: LedgerScope
    ) async throws -> ExitStatus {
        let recorded = try await failing { try await ledger.resources(scope) }
        for address in addresses where recorded[address] == nil {
            let nearest = Suggestion.nearest(to: address.text, among: recorded.keys.map(\.text))
            throw Failure(
                .failed,
                .error(
                    "ledger/unknown-address", "the ledger does not hold `\(address)`",
                    help: nearest.map { "did you mean `\($0)`?" } ?? "see `weir ledger list`"))
        }
        for address in addresses {
            try await failing { try await ledger.forget(address, scope) }
            console.data("forgot \(address); the live object stays as it is")
        }
        return .done
    }

    /// Opens the ledger of the project without reaching a platform.
    func openScope() async throws -> (any LedgerStore, LedgerScope) {
        let project = try await loadProject()
        let scope = LedgerScope(project: project.name, environment: project.environment)
        return (try openLedger(project), scope)
    }
}
