import Platforms
import Reconciling
import Synchronization

/// Tells the waits of a session: within the progress of an apply while there is one, else alone.
final class WaitTeller: Sendable {
    private struct Tellers {
        var alone: ProgressTeller?
        var applying: ProgressTeller?
    }

    private let tellers = Mutex(Tellers())

    /// Tells a wait, its going on or its end.
    func tell(_ wait: Wait, on console: Console) {
        let teller = tellers.withLock { tellers in
            if let applying = tellers.applying { return applying }
            let alone = tellers.alone ?? ProgressTeller(console)
            tellers.alone = alone
            return alone
        }
        teller.tell(.waiting(wait))
    }

    /// Has waits told within the progress of an apply; alone again with nil.
    func tell(within teller: ProgressTeller?) { tellers.withLock { $0.applying = teller } }
}

extension ProgressTeller {
    /// Tells on a console what happens outside an apply.
    convenience init(_ console: Console) {
        self.init(Plan(project: "", environment: "", rows: []), on: console)
    }

    /// Follows a plan on a console.
    convenience init(_ plan: Plan, on console: Console) {
        let terminal = Terminal(
            isTerminal: console.showsProgress, columns: console.talkWidth ?? console.width,
            choice: console.isColored ? .always : .never)
        self.init(plan, on: terminal, write: { console.progress($0) })
    }
}

extension Session {
    /// How its calls wait.
    var waiting: Waiting {
        Waiting(
            time: time, bound: patience, stop: stop, jitter: jitter,
            interval: console.showsProgress ? .seconds(1) : ProgressLine.interval,
            tell: { [waits, console] in waits.tell($0, on: console) })
    }
}
