import Diagnostics
import Planning
import Platforms
import Projects

extension Project {
    /// A whole address for one as typed: `flow/welcome` is enough where one account has flows, or
    /// one account has that flow in its files.
    func whole(_ address: Address) -> Address {
        guard address.parts.count == 2, let type = address.parts.first.map(String.init) else {
            return address
        }
        let possible = accounts.filter { account in
            Catalog.kind(KindName(account.platform, type)) != nil
        }
        guard possible.count > 1 else {
            return possible.first.map { Address("\($0.name)/\(address)") } ?? address
        }
        let written = possible.map { Address("\($0.name)/\(address)") }.filter(isWritten)
        return written.count == 1 ? written[0] : nearest(to: address, in: possible.map(\.name))
    }

    private func isWritten(_ address: Address) -> Bool {
        resources.contains { $0.address == address }
    }

    /// In the account whose files hold the most similar address; as typed where none is similar.
    private func nearest(to address: Address, in accounts: [String]) -> Address {
        let known = resources.filter { accounts.contains($0.address.account) }
        let short = { (address: Address) in address.parts.dropFirst().joined(separator: "/") }
        let name = Suggestion.nearest(to: address.text, among: known.map { short($0.address) })
        let found = known.first { short($0.address) == name }
        return found.map { Address("\($0.address.account)/\(address)") } ?? address
    }

    /// The decisions of a command line, with whole addresses.
    func whole(_ options: PlanningOptions) -> PlanningOptions {
        var options = options
        options.only = options.only.map { whole($0) }
        options.overwrite = Set(options.overwrite.map { whole($0) })
        options.restart = Set(options.restart.map { whole($0) })
        options.acceptKept = Set(options.acceptKept.map { whole($0) })
        options.adopt = Set(options.adopt.map { whole($0) })
        options.adoptMatching = options.adoptMatching.map { pattern in
            AddressPattern(whole(Address(pattern.text)).text)
        }
        return options
    }
}
