import ArgumentParser
import Documents
import Platforms
import Reconciling
import Synchronization
import Testing

@testable import Commands

@Suite struct `A wait` {
    private let plan = Plan(project: "p", environment: "e", rows: [])

    private func wait(
        _ now: Int, until end: Int, _ reason: Wait.Reason = .asked(status: 429),
        isOver: Bool = false
    ) -> ApplyProgress {
        var wait = Wait("Lytics", reason, now: .seconds(now), end: .seconds(end))
        wait.isOver = isOver
        return .waiting(wait)
    }

    @Test func `is a plain line at its beginning and every half minute`() {
        var line = ProgressLine(plan, on: Terminal(isTerminal: false, columns: nil))
        let told = [0, 1, 29, 30, 31, 59, 61, 70].map { line.text(for: wait($0, until: 71)) }
        #expect(
            told == [
                "waiting 71 s: Lytics asked for it (429)\n", "", "",
                "waiting 41 s: Lytics asked for it (429)\n", "", "",
                "waiting 10 s: Lytics asked for it (429)\n", "",
            ])
        #expect(line.text(for: wait(71, until: 71, isOver: true)).isEmpty)
    }

    @Test func `is told apart from another by its reason alone`() {
        var line = ProgressLine(plan, on: Terminal(isTerminal: false, columns: nil))
        #expect(!line.text(for: wait(0, until: 10)).isEmpty)
        #expect(line.text(for: wait(11, until: 29)).isEmpty)
        #expect(
            line.text(for: wait(11, until: 14, .trouble("answered 502")))
                == "waiting 3 s: Lytics answered 502\n")
        #expect(
            line.text(for: wait(12, until: 20, .pending("the job is not running")))
                == "waiting up to 8 s: the job is not running\n")
    }

    @Test func `is the line at the bottom of a terminal until it is over`() {
        var line = ProgressLine(plan, on: Terminal(isTerminal: true, columns: 70, choice: .never))
        #expect(
            line.text(for: wait(0, until: 9)) == "\r\u{1B}[Kwaiting 9 s: Lytics asked for it (429)")
        #expect(
            line.text(for: wait(1, until: 9)) == "\r\u{1B}[Kwaiting 8 s: Lytics asked for it (429)")
        #expect(line.text(for: wait(9, until: 9, isOver: true)) == "\r\u{1B}[K")
    }

    @Test func `is told within the progress of an apply while there is one`() {
        let said = Mutex("")
        var console = Console.silent
        console.writeTalk = { text in said.withLock { $0 += text } }
        let waits = WaitTeller()
        let row = PlanRow(
            number: 1, address: Address("lytics/job/j"), kind: KindName("lytics", "job"),
            action: .update, verb: "update", reason: "")
        console.showsProgress = true
        let watch = ApplyWatch(Plan(project: "p", environment: "e", rows: [row]), console, waits)
        watch.see(.started(row))
        guard case .waiting(let wait) = wait(0, until: 9) else { return }
        waits.tell(wait, on: console)
        #expect(
            said.withLock { $0 }.hasSuffix(
                "waiting 9 s: Lytics asked for it (429) · [0/1] lytics/job/j"))
        watch.end()
        waits.tell(wait, on: console)
        #expect(said.withLock { $0 }.hasSuffix("\r\u{1B}[Kwaiting 9 s: Lytics asked for it (429)"))
    }

    @Test(arguments: [("30s", 30), ("5m", 300), ("2h", 7200), ("0s", 0), ("86400s", 86_400)])
    func `is bounded by a duration as people write it`(text: String, seconds: Int) throws {
        for command in [
            ["plan"], ["apply"], ["destroy"], ["adopt", "a"], ["lytics", "jobs", "list"],
        ] {
            let parsed = try WeirCommand.parseAsRoot(command + ["--patience", text])
            let waiting =
                switch parsed {
                case let plan as PlanCommand: plan.waiting
                case let apply as ApplyCommand: apply.waiting
                case let destroy as DestroyCommand: destroy.waiting
                case let adopt as AdoptCommand: adopt.waiting
                case let list as ListCommand<LyticsJobs.List>: list.place.waiting
                default: throw Failure(.failed)
                }
            #expect(waiting.patience.duration == .seconds(seconds))
        }
    }

    @Test(arguments: ["5", "m", "", "-5s", "1.5m", "5d", "5 m", "99999999999999999999s"])
    func `is bounded by nothing else`(text: String) {
        #expect(PatienceArgument(argument: text) == nil)
    }
}
