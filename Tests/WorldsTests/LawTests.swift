import Documents
import EmulatedKit
import Planning
import Platforms
import Testing

@testable import Commands

/// A law that nothing can break says nothing: each notices a history that breaks it.
@Suite struct `the laws of the worlds` {
    @Test func `notice two objects of ours that are the same`() {
        var history = History()
        for id in ["1/a", "1/b"] {
            let job = job(id, status: "paused")
            history.events.append(event(.run(1), nil, job))
            history.objects.append(job)
        }
        #expect(NothingDoubled().judge(history).breaches.count == 1)
        history.events[0].actor = .people
        #expect(NothingDoubled().judge(history).breaches == [])
    }

    @Test func `notice a foreign object that a run changes, unless it was adopted`() {
        var history = History()
        let before = job("1/a", status: "running")
        let after = job("1/a", status: "paused")
        history.events = [event(.people, nil, before), event(.run(1), before, after)]
        #expect(NothingForeignTouched().judge(history).breaches.count == 1)
        history.entries = [
            .files([wanted(acts: nil)], lifecycles: []),
            .run(outcome(.adopt([Address("lytics/job/j1")]))),
        ]
        #expect(NothingForeignTouched().judge(history).breaches == [])
    }

    @Test func `notice what is switched on after people stopped it, unless it is restarted`() {
        let running = job("1/a", status: "running")
        let paused = job("1/a", status: "paused")
        var history = History()
        history.events = [
            event(.run(1), nil, running), event(.people, running, paused),
            event(.run(2), paused, running),
        ]
        var second = outcome(.quietApply, number: 2)
        second.events = 2..<3
        history.entries = [
            .files([wanted(acts: true)], lifecycles: []), .run(outcome(.quietApply, events: 0..<1)),
            .changes(1..<2), .run(second),
        ]
        #expect(NobodySwitchedOn().judge(history).breaches.count == 1)
        second.command = .apply(overwrite: [], restart: [Address("lytics/job/j1")])
        history.entries[3] = .run(second)
        #expect(NobodySwitchedOn().judge(history).breaches == [])
    }

    @Test func `let go on what a cut run left acting, though people stopped it`() {
        let (live, offline) = (agent(isOffline: false), agent(isOffline: true))
        var history = History()
        history.events = [
            event(.run(1), nil, live), event(.people, live, offline),
            event(.run(2), offline, live), event(.people, live, offline),
            event(.run(3), offline, live),
        ]
        var wanted = wanted(acts: true)
        wanted.species = .frontlineAgent
        wanted.name = "The agent"
        var first = outcome(.quietApply, events: 0..<1)
        history.entries = [
            .files([wanted], lifecycles: []), .run(first), .changes(1..<2),
            .run(outcome(.quietApply, number: 2, events: 2..<3)),
        ]
        // A run that was not cut has started it.
        #expect(NobodySwitchedOn().judge(history).breaches.count == 1)
        first.status = .appliedInPart
        history.entries[1] = .run(first)
        #expect(NobodySwitchedOn().judge(history).breaches == [])
        history.entries += [
            .changes(3..<4), .run(outcome(.quietApply, number: 3, events: 4..<5)),
        ]
        #expect(NobodySwitchedOn().judge(history).breaches.count == 1)
    }

    @Test func `notice a write that no plan has, and an exit 0 that left a call out`() {
        var history = History()
        var run = outcome(.quietApply)
        let call = Call("pause", Request(.post, ["v2", "job", .captured(Slot("a")), "pause"]))
        run.plans = [plan(with: call)]
        history.entries = [.run(run)]
        #expect(ExitStatusIsTrue().judge(history).breaches.count == 1)
        history.writes = [write("POST", "v2/job/42/pause")]
        #expect(ExitStatusIsTrue().judge(history).breaches == [])
        #expect(NothingOutsideThePlan().judge(history).breaches == [])
        history.writes.append(write("POST", "v2/job/42/resume"))
        #expect(NothingOutsideThePlan().judge(history).breaches.count == 1)
    }

    @Test func `notice writes of a run that was refused, and of an adoption`() {
        var history = History()
        history.writes = [write("POST", "v2/job")]
        for status in [Commands.ExitStatus.failed, .invalidProject, .conflict, .locked] {
            history.entries = [.run(outcome(.quietApply, status: status))]
            #expect(RefusalWritesNothing().judge(history).breaches.count == 1)
        }
        history.entries = [.run(outcome(.quietApply, status: .appliedInPart))]
        #expect(RefusalWritesNothing().judge(history).breaches == [])
        history.entries = [.run(outcome(.adopt([Address("lytics/job/j1")])))]
        #expect(AdoptWritesNothing().judge(history).breaches.count == 1)
    }

    @Test func `notice a plan that does not become empty`() {
        var history = History()
        history.lastPlan = plan(with: Call("pause", Request(.post, ["v2", "job"])))
        #expect(QuietAppliesEnd().judge(history).breaches.count == 1)
        history.lastPlan?.rows = []
        #expect(QuietAppliesEnd().judge(history).breaches == [])
        history.quietApplies = 5
        #expect(QuietAppliesEnd().judge(history).breaches.count == 1)
    }

    @Test func `notice what is missing, lacks an effect or was forgotten`() {
        var history = History()
        history.lastPlan = Plan(project: "worlds", environment: "default")
        history.entries = [.files([wanted(acts: nil)], lifecycles: [])]
        #expect(EverythingIsThere().judge(history).breaches.count == 1)
        let made = job("1/a", status: "paused")
        history.events = [event(.run(1), nil, made)]
        history.objects = [made]
        history.entries.append(.run(outcome(.quietApply, events: 0..<1)))
        #expect(EverythingIsThere().judge(history).breaches == [])
        history.missing[made.key] = ["step `own` has no work"]
        #expect(EverythingIsThere().judge(history).breaches.count == 1)
        #expect(NothingForgotten().judge(history).breaches.count == 1)
        history.entries.append(.ledgerLost)
        #expect(NothingForgotten().judge(history).breaches == [])
    }

    private func job(_ id: String, status: Value) -> LiveObject {
        let row: Object = ["name": "The job", "status": status]
        guard let job = LiveObject(EmulatedStore.Key("lytics/job", id), .object(row)) else {
            preconditionFailure("a row of the table of jobs is a job")
        }
        return job
    }

    private func agent(isOffline: Bool) -> LiveObject {
        let row: Object = ["name": "The agent", "isOffline": .bool(isOffline)]
        guard let agent = LiveObject(EmulatedStore.Key("frontline/agent", "1/a"), .object(row))
        else { preconditionFailure("a row of the table of agents is an agent") }
        return agent
    }

    private func wanted(acts: Bool?) -> WantedObject {
        WantedObject(
            subject: "1", address: Address("lytics/job/j1"), species: .lyticsJob,
            name: "The job", acts: acts, isLeft: false)
    }

    private func event(_ actor: Actor, _ before: LiveObject?, _ after: LiveObject) -> Event {
        Event(actor: actor, key: after.key, before: before, after: after, cause: "a test")
    }

    private func outcome(
        _ command: Command, number: Int = 1, status: Commands.ExitStatus = .done,
        events: Range<Int> = 0..<0
    ) -> Outcome {
        var outcome = Outcome(number: number, command: command, events: events)
        outcome.status = status
        return outcome
    }

    private func write(_ method: String, _ path: String) -> Write {
        Write(
            run: 1, method: method, path: path.split(separator: "/").map(String.init), status: 200)
    }

    private func plan(with call: Call) -> Plan {
        let row = PlanRow(
            number: 1, address: Address("lytics/job/j1"), kind: KindName("lytics", "job"),
            action: .pause, verb: "pause", reason: "", calls: [call])
        return Plan(project: "worlds", environment: "default", rows: [row])
    }
}

/// A script that breaks a law is told as short as it can be.
@Suite struct `a shrinker` {
    @Test func `keeps only the steps and faults that break the law`() async throws {
        let script = Script(seed: 7)
        let fault = WriteFault(write: 0, kind: .cutAfter)
        var run = RunStep()
        run.verb = .plan
        run.writeFaults = [fault, WriteFault(write: 1, kind: .cutBefore)]
        var longer = script
        longer.steps.insert(.run(run), at: script.steps.count / 2)
        let shrinker = Shrinker { script in
            script.steps.contains { step in
                if case .run(let run) = step { run.writeFaults.contains(fault) } else { false }
            }
        }
        var expected = RunStep()
        expected.writeFaults = [fault]
        #expect(try await shrinker.shrink(longer).steps == [.run(expected)])
    }
}
