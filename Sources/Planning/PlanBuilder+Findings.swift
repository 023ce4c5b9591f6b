import Documents
import Platforms

extension PlanBuilder {
    /// Lets rows that ask what an answer to another one shows follow the first that finds it out,
    /// so that every one of them asks a service once.
    mutating func orderFindings() {
        let asks = drafts.indices.filter { index in
            drafts[index].row.calls.contains { $0.unless != nil }
        }
        guard asks.count > 1 else { return }
        var finders: [Slot: Int] = [:]
        for index in RowOrder.order(drafts) where asks.contains(index) {
            let calls = drafts[index].row.calls
            let found = Set(calls.flatMap(\.captures).map(\.slot))
            for slot in Set(calls.compactMap { $0.unless?.slot }) where found.contains(slot) {
                guard let finder = finders[slot] else {
                    finders[slot] = index
                    continue
                }
                drafts[index].follows.append(finder)
            }
        }
    }
}
