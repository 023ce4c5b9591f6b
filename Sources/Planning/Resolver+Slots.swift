import Diagnostics
import Documents
import Platforms

extension Resolver {
    /// What a reference stands for; nil when it is known only later or was reported.
    mutating func value(of slot: Slot) -> Value? {
        let address = Address(slot.address)
        if let id = outcomes[address]?.liveID { return wanted(address, slot.name, id) }
        if world.wanted[address] != nil { return nil }
        if let recorded = world.input.recorded[address] {
            guard world.input.options.excludedAddresses.contains(address) else {
                removed(address)
                return nil
            }
            let live = world.live(address.account, recorded.kind, id: recorded.liveID)
            return field(slot.name, of: live, id: recorded.liveID, address)
        }
        return lookup(address, slot.name)
    }

    private mutating func wanted(_ address: Address, _ name: String, _ id: Value) -> Value? {
        if name == "id" { return id }
        let kind = world.wanted[address]?.kind
        let live = kind.flatMap { world.live(address.account, $0, id: id) }
        return field(name, of: live, id: id, address)
    }

    private mutating func field(
        _ name: String, of object: ObservedResource?, id: Value, _ address: Address
    ) -> Value? {
        if name == "id" { return id }
        if let value = object?.value[name] ?? object?.raw[name] ?? object?.facts[named: name] {
            return value
        }
        unknownField(name, address, object?.value.object?.keys ?? [])
        return nil
    }

    private mutating func lookup(_ address: Address, _ name: String) -> Value? {
        let target = LookupTarget(address)
        let group = world.names.group(of: target)
        let rows = group?.rows[target.name] ?? []
        let what = "\(target.type) named `\(target.name)` in account `\(target.account)`"
        guard let row = rows.first else {
            unknown(
                what, nearest(address, target, group), among: group?.words(.name), span(address))
            return nil
        }
        guard rows.allSatisfy({ $0.id == row.id }) else {
            ambiguous(what, rows, span(address))
            return nil
        }
        if name == "id" { return row.id }
        if let value = row.fields[name] { return value }
        if name == "name", let first = row.names.first { return .text(first) }
        unknownField(name, address, row.fields.keys)
        return nil
    }

    private func nearest(
        _ address: Address, _ target: LookupTarget, _ group: NameIndex.Group?
    ) -> String? {
        if let group, let name = Suggestion.nearest(to: target.name, among: group.names) {
            return "\(target.type)/\(name)"
        }
        return Suggestion.nearest(to: address.text, among: world.wanted.keys.map(\.text).sorted())
    }

    private mutating func removed(_ address: Address) {
        report.add(
            .error(
                PlanCode.unknownReference, "the document of `\(address)` is gone",
                at: span(address), label: "refers to it",
                notes: ["it was applied before, and no file describes it any more"]))
    }

    private mutating func unknownField(_ name: String, _ address: Address, _ known: [String]) {
        report.add(
            .error(
                PlanCode.unknownReference, "`\(address)` has no field `\(name)`",
                at: span(address),
                help: Suggestion.nearest(to: name, among: known).map { "did you mean `\($0)`?" }))
    }

    /// Where the resource refers to an address.
    private func span(_ address: Address) -> SourceSpan {
        resource.needs.first { $0.address == address }?.span ?? resource.span
    }
}
