import ArgumentParser
import Diagnostics
import Ledger
import Platforms
import Projects

/// `weir forget ADDRESS…`: stops managing objects and leaves them as they are.
struct ForgetCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Stop managing objects; nothing is sent.")
    static let examples = ["forget job/braze_welcome", "forget 'lytics/job/*'"]
    static let statuses: [ExitStatus] = [.invalidProject, .locked]

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Addresses, or patterns such as `lytics/job/*`.") var addresses: [String]

    func run() async throws {
        try await global.session().run { try await $0.forget(addresses.map { Address($0) }) }
    }
}

extension Session {
    /// Removes rows from the ledger; an address that it does not hold, or a pattern that matches
    /// nothing in it, is an error and removes nothing.
    ///
    /// Platforms are reached only where a run was interrupted.
    func forget(_ addresses: [Address]) async throws -> ExitStatus {
        try await changing(try await loadProject(), "forget", reaching: .interrupted) { workspace in
            let named = try addresses.map { address in
                try workspace.recorded.matching(address, in: workspace.project)
            }
            let resources = Dictionary(named.joined().map { ($0.address, $0) }) { $1 }.values
            for resource in resources.sorted(by: { $0.address < $1.address }) {
                try await failing {
                    try await workspace.ledger.forget(resource.address, workspace.scope)
                }
                console.say("forgot \(resource.address); the live object stays as it is")
            }
            return .done
        }
    }

    /// Opens the ledger of the project without reaching a platform.
    func openScope(for use: LedgerUse) async throws -> (any LedgerStore, LedgerScope) {
        let project = try await loadProject()
        let scope = LedgerScope(project: project.name, environment: project.environment)
        return (try openLedger(project, for: use), scope)
    }
}

extension [Address: RecordedResource] {
    /// The resource of an address, or all that a pattern matches, which is never none.
    fileprivate func matching(
        _ address: Address, in project: Project
    ) throws -> [RecordedResource] {
        guard AddressPattern.isPattern(address) else { return [try named(address)] }
        let pattern = AddressPattern(project.whole(address).text)
        let found = values.filter { pattern.matches($0.address) }
        guard found.isEmpty else { return found }
        throw Failure(
            .failed,
            .error(
                LedgerCode.unknownAddress, "the ledger holds nothing that matches `\(address)`",
                help: "see `weir ledger list`"))
    }

    /// The resource of an address, whose account may be left out where only one account has it.
    func named(_ address: Address) throws -> RecordedResource {
        if let exact = self[address] { return exact }
        let short = address.parts.count == 2 ? values.filter { $0.address.isShort(address) } : []
        if short.count == 1, let only = short.first { return only }
        let nearest = Suggestion.nearest(to: address.text, among: keys.map(\.text).sorted())
        throw Failure(
            .failed,
            .error(
                LedgerCode.unknownAddress, "the ledger does not hold `\(address)`",
                help: nearest.map { "did you mean `\($0)`?" } ?? "see `weir ledger list`"))
    }
}

extension Address {
    /// Whether another one is this one without its account.
    fileprivate func isShort(_ other: Address) -> Bool { text == "\(account)/\(other)" }
}
