import Diagnostics
import Documents
import Platforms

extension Resolver {
    /// Reports a new name that nothing has, where the account shows what there is.
    ///
    /// What was applied before is not asked about: a list may leave out what still works.
    mutating func checkNames(_ shape: Shape) {
        let account = resource.address.account
        let before = world.input.recorded[resource.address]?.value
        guard !world.input.options.isAdopting, !resource.options.isExternal else { return }
        for name in shape.names(in: resource.value, before: before) {
            guard let group = world.names.group(account, name.kind), !group.rows.isEmpty,
                !group.rows.keys.contains(where: { $0.isSpelled(name.text) })
            else { continue }
            unknown(
                "\(name.kind.type) named `\(name.text)` in account `\(account)`",
                group.nearest(to: name.text, .name), among: group.words(.name),
                world.span(of: FieldPath([name.field]), in: resource) ?? resource.span)
        }
    }
}

extension String {
    /// Whether it is a name, whichever dashes and capitals either has.
    fileprivate func isSpelled(_ name: String) -> Bool {
        func plain(_ text: String) -> String { text.lowercased().replacing("-", with: "_") }
        return plain(self) == plain(name)
    }
}
