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
        refreshed.removeAll { !named.contains($0.address) }
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
            return draft
        }
    }

    private func closure(of named: Set<Address>) -> Set<Int> {
        var keep: Set<Int> = []
        var open = drafts.indices.filter { named.contains(drafts[$0].row.address) }
        while let next = open.popLast() {
            guard keep.insert(next).inserted else { continue }
            open += drafts[next].waits
        }
        return keep
    }

    private mutating func refuseForeignDeletes(_ keep: Set<Int>, _ named: Set<Address>) {
        for index in keep.sorted() where drafts[index].stage == .removal {
            let address = drafts[index].row.address
            guard !named.contains(address) else { continue }
            report.add(
                .error(
                    "plan/only-deletes",
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
                "plan/unknown-address",
                "`--only`: nothing in your files or the ledger has the address `\(address)`",
                help: nearest.map { "did you mean `\($0)`?" }))
    }
}
