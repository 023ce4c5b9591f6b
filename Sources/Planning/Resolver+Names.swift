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
            let what = "\(name.kind.type) named `\(name.text)` in account `\(account)`"
            let nearest = group.nearest(to: name.text, .name)
            let span = world.span(of: name.path, in: resource) ?? resource.span
            if name.isCertain {
                unknown(what, nearest, among: group.words(.name), span)
            } else if name.text.looksLikeSlug {
                report.add(
                    .warning(
                        PlanCode.unknownReference, "no \(what)", at: span,
                        label: "neither a name nor an id there",
                        help: nearest.map { "did you mean `\($0)`?" }))
            }
        }
    }
}

extension String {
    /// Whether it is a name, whichever dashes and capitals either has.
    fileprivate func isSpelled(_ name: String) -> Bool {
        func plain(_ text: String) -> String { text.lowercased().replacing("-", with: "_") }
        return plain(self) == plain(name)
    }

    /// Whether it looks like a name that somebody gave, and not like an id or an expression.
    fileprivate var looksLikeSlug: Bool {
        let isPlain = utf8.allSatisfy { byte in
            (97...122).contains(byte) || (48...57).contains(byte) || byte == 95 || byte == 45
        }
        return isPlain && utf8.contains { (103...122).contains($0) }
    }
}
