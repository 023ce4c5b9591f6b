import Diagnostics
import Documents
import Platforms

extension Binding {
    /// What an environment changes, by address; an address that nothing has is reported.
    func patches(
        of environment: SettingsDocument?, onlyAccount: String?, isTrusted: Bool,
        into report: inout Report
    ) -> [String: [Node]] {
        var patches: [String: [Node]] = [:]
        for entry in environment?.entries("patch") ?? [] {
            let isShort = entry.key.split(separator: "/").count == 2
            let address = isShort ? onlyAccount.map { "\($0)/\(entry.key)" } : nil
            let full = address ?? entry.key
            if table.places[full] != nil {
                patches[full, default: []].append(entry.value)
            } else if isTrusted {
                report.add(table.unknown(full, written: full, at: entry.keySpan, &report))
            }
        }
        return patches
    }

    /// Reports what is wrong with the environments that were not chosen, as far as that can be
    /// told without their variables: addresses and the paths of patches.
    func checkOthers(
        _ drafts: [Draft], onlyAccount: String?, into report: inout Report
    ) {
        let others = settings.others.filter(hasSameAccounts)
        guard !others.isEmpty else { return }
        var byAddress: [String: Draft]?
        for environment in others {
            let selection = Selection(environment, onlyAccount: onlyAccount, into: &report)
            _ = selection.excluded(table, into: &report)
            let patches = patches(
                of: environment, onlyAccount: onlyAccount, isTrusted: true, into: &report)
            guard !patches.isEmpty else { continue }
            let known =
                byAddress
                ?? Dictionary(drafts.map { ($0.address.text, $0) }) { first, _ in first }
            byAddress = known
            for (address, changes) in patches.sorted(by: { $0.key < $1.key }) {
                guard let draft = known[address] else { continue }
                for change in changes {
                    Patcher.check(draft.node, with: change, shape: draft.kind.shape, into: &report)
                }
            }
        }
    }

    /// Whether an environment has no accounts of its own, which would give other addresses.
    private func hasSameAccounts(_ environment: SettingsDocument) -> Bool {
        environment.entries("accounts").allSatisfy { entry in
            settings.project.entries("accounts").contains { $0.key == entry.key }
        }
    }
}
