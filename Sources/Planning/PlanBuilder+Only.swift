import Diagnostics
import Platforms

extension PlanBuilder {
    /// Keeps the rows of the named addresses and of what they need; names what is left out.
    mutating func keepOnly() {
        let named = Set(options.only)
        for address in options.only where !isKnown(address) { reportUnknown(address) }
        let keep = closure(of: named)
        refuseForeignDeletes(keep, named)
        let left = Set(drafts.indices.filter { !keep.contains($0) }.map { drafts[$0].row.address })
        forgetNotes(exceptAbout: named.union(keep.map { drafts[$0].row.address }))
        forgetResumptions(keep)
        refreshed.removeAll { !named.contains($0.address) && $0.record.resumption == nil }
        if !left.isEmpty {
            let names = left.sorted().map { "`\($0)`" }.joined(separator: ", ")
            note(about: nil, "left out by `--only`: \(names)")
        }
        var numbers: [Int: Int] = [:]
        for index in drafts.indices where keep.contains(index) { numbers[index] = numbers.count }
        drafts = drafts.indices.filter { keep.contains($0) }.map { index in
            var draft = drafts[index]
            draft.waits = draft.waits.compactMap { numbers[$0] }
            draft.follows = draft.follows.compactMap { numbers[$0] }
            draft.undoes = draft.undoes.compactMap { numbers[$0] }
            return draft
        }
    }

    /// Takes out of the records what no delete that is left in the plan stops.
    private mutating func forgetResumptions(_ keep: Set<Int>) {
        let rows = keep.map { drafts[$0].row }.filter { $0.action == .delete }
        let deleted = Set(
            rows.compactMap { row in
                row.liveID.map { LiveKey(row.address.account, row.kind, id: $0) }
            })
        func isLeft(_ record: RecordedResource) -> Bool {
            guard let resumption = record.resumption else { return false }
            return resumption == input.recorded[record.address]?.resumption
                || resumption.ids.contains {
                    deleted.contains(LiveKey(record.address.account, resumption.kind, id: $0))
                }
        }
        for index in drafts.indices where !(drafts[index].row.record.map(isLeft) ?? true) {
            drafts[index].row.record?.resumption = nil
        }
        for index in refreshed.indices where !isLeft(refreshed[index].record) {
            refreshed[index].record.resumption = nil
        }
    }

    /// The rows of the named addresses, what they need, and what they stop and have to start again.
    private func closure(of named: Set<Address>) -> Set<Int> {
        var keep: Set<Int> = []
        var open = drafts.indices.filter {
            named.contains(drafts[$0].row.address) && drafts[$0].undoes.isEmpty
        }
        while !open.isEmpty {
            while let next = open.popLast() {
                guard keep.insert(next).inserted else { continue }
                open += drafts[next].waits
            }
            open = drafts.indices.filter { index in
                !keep.contains(index) && drafts[index].undoes.contains { keep.contains($0) }
            }
        }
        return keep
    }

    private mutating func refuseForeignDeletes(_ keep: Set<Int>, _ named: Set<Address>) {
        for index in keep.sorted() where drafts[index].stage == .removal {
            let address = drafts[index].row.address
            guard !named.contains(address) else { continue }
            report.add(
                .error(
                    PlanCode.onlyDeletes,
                    "this would delete `\(address)`, which `--only` does not name",
                    notes: ["what is named can be deleted only after it"],
                    help: "name it too: `--only \(address)`"))
        }
    }

    private func isKnown(_ address: Address) -> Bool {
        world.wanted[address] != nil || input.recorded[address] != nil
    }

    private mutating func reportUnknown(_ address: Address) {
        let known = Set(world.wanted.keys.map(\.text)).union(input.recorded.keys.map(\.text))
        let nearest = Suggestion.nearest(to: address.text, among: known.sorted())
        report.add(
            .error(
                PlanCode.unknownAddress,
                "`--only`: nothing in your files or the ledger has the address `\(address)`",
                help: nearest.map { "did you mean `\($0)`?" }))
    }
}
