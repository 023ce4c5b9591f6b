import EmulatedKit
import Platforms

@testable import Commands

extension History {
    /// The objects that are there, by their row.
    typealias Objects = [EmulatedStore.Key: LiveObject]

    /// Goes through all that happened, with what people hold; `judge` gets each run of the first
    /// process, what was there before it and what is there after it.
    @discardableResult func replay(
        _ judge: (Outcome, Objects, Objects, Holding) -> Void = { _, _, _, _ in }
    ) -> Holding {
        var holding = Holding()
        var live: Objects = [:]
        func take(_ range: Range<Int>) {
            for event in events[range] {
                holding.take(event)
                live[event.key] = event.after
            }
        }
        for entry in entries {
            switch entry {
            case .files(let wanted, let lifecycles):
                holding.take(files: wanted, lifecycles: lifecycles)
            case .changes(let range): take(range)
            case .run(let outcome):
                holding.take(asked: outcome.command)
                let before = live
                take(outcome.events)
                judge(outcome, before, live, holding)
                if outcome.status == .done {
                    holding.take(adopted: outcome, Array(live.values))
                    holding.take(applied: outcome.command, Array(live.values))
                }
            case .ledgerLost: break
            }
        }
        return holding
    }
}
