import Documents
import Platforms

/// What the platform keeps otherwise than written, and what that forbids.
extension PlanBuilder {
    /// The fields that the file still wants as they were written and that are still live as they
    /// came back; what changed on a side is another matter.
    func kept(
        _ recorded: RecordedResource, _ observed: ObservedResource?, _ subject: Subject
    ) -> [KeptField] {
        recorded.keptOtherwise.filter { field in
            let path = field.path.parts[...]
            let wanted = subject.type.value(at: path, in: subject.value)
            let live = observed.flatMap { subject.type.value(at: path, in: $0.value) }
            let rules = subject.type.rules(along: path).last ?? .none
            return Sameness.wholeExact.holds(wanted, field.written, .any, rules)
                && (rules.isWriteOnly || Sameness.spelling.holds(field.returned, live, .any, rules))
        }
    }

    /// Marks the rows that would put before people what the platform keeps otherwise, and tells of
    /// what it keeps where no such row waits.
    mutating func blockKept() {
        for index in drafts.indices where options.acceptKept.contains(drafts[index].row.address) {
            drafts[index].row.acceptsKept = true
        }
        guard options.mechanisms.contains(.keptOtherwise) else { return }
        let kept = unacceptedKept()
        guard !kept.isEmpty else { return }
        let parts = partsOfLateStarters()
        var told: Set<Address> = []
        for index in drafts.indices where drafts[index].row.action == .start {
            let shown = needs(of: drafts[index].row.address, parts)
            let blocking = shown.filter { kept[$0] != nil }.sorted()
            guard !blocking.isEmpty else { continue }
            block(index, blocking, kept)
            told.formUnion(blocking)
        }
        blockFollowers()
        for (address, fields) in kept.sorted(by: { $0.key < $1.key })
        where !told.contains(address) {
            for field in fields { noteKept(field, address) }
        }
    }

    private mutating func block(
        _ index: Int, _ blocking: [Address], _ kept: [Address: [KeptField]]
    ) {
        drafts[index].row.blockedBy = blocking.flatMap { kept[$0] ?? [] }
        drafts[index].row.reason = Self.reason(blocking)
        drafts[index].row.calls = []
        drafts[index].row.isIrreversible = false
    }

    /// Blocks what waits for a blocked row, and what would stop an object that may not start again:
    /// it can be done only once that row can.
    private mutating func blockFollowers() {
        var followers: [Int: [Int]] = [:]
        for (index, draft) in drafts.enumerated() {
            for before in draft.before { followers[before, default: []].append(index) }
        }
        var open = drafts.indices.filter { !drafts[$0].row.blockedBy.isEmpty }
        while let next = open.popLast() {
            let row = drafts[next].row
            for index in drafts[next].undoes + (followers[next] ?? [])
            where drafts[index].row.blockedBy.isEmpty {
                drafts[index].row.blockedBy = row.blockedBy
                drafts[index].row.reason =
                    "blocked: it waits until `\(row.verb)` of `\(row.address)` can be carried out"
                drafts[index].row.calls = []
                drafts[index].row.isIrreversible = false
                open.append(index)
            }
        }
    }

    private static func reason(_ blocking: [Address]) -> String {
        let names = blocking.map { "`\($0)`" }.joined(separator: ", ")
        return "blocked: the platform keeps \(names) differently than written; change the file, or "
            + "pass `--accept-kept \(blocking.map(\.text).joined(separator: " "))`"
    }

    private mutating func noteKept(_ field: KeptField, _ address: Address) {
        guard let kind = world.wanted[address]?.kind else { return }
        let names = LiveNames(world, outcomes)
        let sides = [field.written, field.returned].map { value in
            let text = names.words(value, at: field.path, kind, address)
            return text.count > 62 ? "\(text.prefix(61))…`" : text
        }
        note(
            about: address,
            "`\(address)` `\(field.path)`: written \(sides[0]), the platform keeps \(sides[1]); "
                + "`--accept-kept \(address)` accepts it")
    }

    /// What is kept otherwise and was not accepted, of everything that no row writes anew.
    private func unacceptedKept() -> [Address: [KeptField]] {
        let rewritten = Set(
            drafts.filter { $0.stage == .content && $0.row.action != .release }
                .map(\.row.address))
        return keptFields.filter { address, _ in
            !rewritten.contains(address) && !options.acceptKept.contains(address)
        }.compactMapValues { fields in
            let open = fields.filter { !$0.isAccepted }
            return open.isEmpty ? nil : open
        }
    }

    /// Everything that a start puts before people: the resource, what it needs, and what belongs
    /// to a resource that starts last.
    private func needs(of start: Address, _ parts: [Address: [Address]]) -> Set<Address> {
        var found: Set<Address> = []
        var open = [start]
        while let address = open.popLast() {
            guard found.insert(address).inserted else { continue }
            open += world.wanted[address]?.needs.map(\.address) ?? []
            open += address == start ? parts[address] ?? [] : []
        }
        return found
    }

    /// What refers to resources that start after everything that refers to them.
    private func partsOfLateStarters() -> [Address: [Address]] {
        var parts: [Address: [Address]] = [:]
        for resource in world.wanted.values {
            for need in resource.needs where startsLast(need.address) {
                parts[need.address, default: []].append(resource.address)
            }
        }
        return parts
    }
}
