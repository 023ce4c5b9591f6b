public import Diagnostics
public import Platforms

/// What the accounts of a project cannot take, whatever is live in them.
public enum AccountLimits {
    /// An error at each place; a plan reports the same where a row would write it.
    public static func check(
        _ resources: [Resource], kinds: [KindName: any Kind], accounts: [Account],
        into report: inout Report
    ) {
        let byName = Dictionary(accounts.map { ($0.name, $0) }) { first, _ in first }
        for resource in resources {
            guard !resource.options.isExternal, let kind = kinds[resource.kind],
                let account = byName[resource.address.account]
            else { continue }
            for refusal in kind.limits(of: resource, account: account) {
                let span = refusal.path.flatMap { kind.shape.span(of: $0, in: resource.node) }
                report.add(
                    .error(
                        refusal.code, refusal.message, at: span ?? resource.span,
                        help: refusal.help))
            }
        }
    }
}
