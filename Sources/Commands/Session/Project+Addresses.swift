import Planning
import Platforms
import Projects

extension Project {
    /// A whole address for one as typed: `flow/welcome` is enough where one account has flows.
    func whole(_ address: Address) -> Address {
        guard address.parts.count == 2, let type = address.parts.first.map(String.init) else {
            return address
        }
        let possible = accounts.filter { account in
            Catalog.kind(KindName(account.platform, type)) != nil
        }
        guard possible.count == 1 else { return address }
        return Address("\(possible[0].name)/\(address)")
    }

    /// The decisions of a command line, with whole addresses.
    func whole(_ options: PlanningOptions) -> PlanningOptions {
        var options = options
        options.only = options.only.map { whole($0) }
        options.overwrite = Set(options.overwrite.map { whole($0) })
        options.restart = Set(options.restart.map { whole($0) })
        options.adopt = Set(options.adopt.map { whole($0) })
        return options
    }
}
