import Diagnostics
import Documents
import Platforms
import Testing

@testable import Planning

private let job = "toy/job/a"
private let key = "toy/key/k"
private let mark = Resumption(state: "running", kind: Toy.key, ids: ["9"])

/// A job that uses a key whose file is gone, while the job's file does not speak of keys.
private func scene(
    wanted: Object = ["name": "a", "status": "running"], live: Value = "running",
    recorded: Value? = "running",
    options: ResourceOptions = Toy.options {
        $0.ignored = [FieldPath(["key_ids"])]
    }
) -> Scene {
    var scene = Scene(wanted: [Toy.resource(job, wanted, options: options)])
    scene.has(key, id: "9", ["label": "K"])
    var known: Object = ["name": "a"]
    known["status"] = recorded
    scene.has(job, id: "1", known, live: ["name": "a", "key_ids": ["9"], "status": live])
    return scene
}

/// The same after the delete of the key was carried out, and nothing after it.
private func cutOff(_ scene: Scene) -> Scene {
    var next = scene
    next.recorded = scene.recorded.filter { $0.address.text == job }
    next.recorded[0].resumption = mark
    next.observed = [
        Toy.observed(job, id: "1", ["name": "a", "key_ids": [], "status": "paused"])
    ]
    return next
}

@Suite struct `What a delete stops` {
    @Test func `is started again after it, and known to the ledger before`() throws {
        var scene = scene()
        let plan = scene.plan()
        #expect(scene.codes == [])
        #expect(plan.signs == ["- toy/key/k", "▶ toy/job/a"])
        #expect(plan.rows.map(\.waitsFor) == [[], [1]])
        #expect(plan.rows[1].reason == "the delete of `toy/key/k` stops it")
        #expect(plan.rows[1].fields.map(\.cause) == [.stopped])
        #expect(plan.rows[1].record?.resumption == nil)
        #expect(plan.rows[1].record?.value["status"] == "running")
        #expect(plan.refreshed.map(\.record.resumption) == [mark])
        #expect(plan.unchanged == 0)
    }

    @Test func `is started again where a field that named it is no longer written`() throws {
        var scene = scene(options: ResourceOptions())
        scene.recorded[1].written = ["name": "a", "key_ids": ["9"], "status": "running"]
        scene.recorded[1].needs = [Address(key)]
        let plan = scene.plan()
        #expect(plan.signs == ["○ toy/job/a", "- toy/key/k", "▶ toy/job/a"])
        #expect(plan.rows.map(\.waitsFor) == [[], [1], [2]])
        #expect(plan.rows[0].record?.resumption == mark)
        #expect(plan.rows[2].record?.released == [FieldPath(["key_ids"])])
        #expect(plan.rows[2].record?.resumption == nil)
    }

    @Test func `is started again whether or not its file says that it runs`() throws {
        var scene = scene(wanted: ["name": "a"], recorded: nil)
        let plan = scene.plan()
        #expect(plan.signs == ["- toy/key/k", "▶ toy/job/a"])
        #expect(plan.rows[1].record?.value == ["name": "a"])
        var next = cutOff(scene)
        #expect(next.plan().signs == ["▶ toy/job/a"])
    }

    @Test func `is started by the next plan where a run was cut off, and nobody is blamed`() throws
    {
        var scene = cutOff(scene())
        let plan = scene.plan()
        #expect(plan.signs == ["▶ toy/job/a"])
        #expect(plan.rows[0].reason == "the delete of toy/key `9` stopped it")
        #expect(plan.causes == ["stopped status"])
        #expect(plan.notes == [])
        #expect(plan.rows[0].record?.resumption == nil)
        scene.wanted = [Toy.resource(job, ["name": "b", "status": "running"])]
        let edited = scene.plan()
        #expect(edited.signs == ["~ toy/job/a", "▶ toy/job/a"])
        #expect(edited.rows.map(\.record?.resumption) == [mark, nil])
    }

    @Test func `stays stopped where the file says so by now`() {
        var scene = cutOff(scene())
        scene.wanted = [Toy.resource(job, ["name": "a", "status": "paused"])]
        let plan = scene.plan()
        #expect(plan.isEmpty)
        #expect(plan.refreshed.map(\.record.resumption) == [nil])
    }

    @Test func `was stopped by others where what was to be deleted is still there`() {
        var scene = scene(live: "paused")
        scene.recorded[1].resumption = mark
        scene.wanted.append(Toy.resource(key, ["label": "K"]))
        let plan = scene.plan()
        #expect(plan.isEmpty)
        #expect(plan.notes.first?.contains("it was stopped outside your files") == true)
        #expect(plan.refreshed.map(\.record.resumption) == [nil])
    }

    @Test func `is not started where it did not act`() {
        var held = scene(live: "paused")
        #expect(held.plan().signs == ["- toy/key/k"])
        #expect(held.plan().refreshed.allSatisfy { $0.record.resumption == nil })
        var paused = scene(wanted: ["name": "a", "status": "paused"])
        #expect(paused.plan().signs == ["⏸ toy/job/a", "- toy/key/k"])
    }

    @Test func `is not stopped where its own row lets go first`() {
        var scene = scene(
            wanted: ["name": "a", "key_ids": [], "status": "running"], options: ResourceOptions())
        let plan = scene.plan()
        #expect(plan.signs == ["~ toy/job/a", "- toy/key/k"])
        #expect(plan.rows.map(\.waitsFor) == [[], [1]])
    }

    @Test func `is started after it where the plan starts it anyway`() {
        var scene = scene(live: "paused", recorded: "paused")
        scene.recorded[1].needs = [Address(key)]
        let plan = scene.plan()
        #expect(plan.signs == ["- toy/key/k", "▶ toy/job/a"])
        #expect(plan.rows.map(\.waitsFor) == [[], [1]])
    }

    @Test func `is told where no file is about it`() throws {
        var scene = scene()
        scene.wanted = []
        scene.recorded.remove(at: 1)
        let plan = scene.plan()
        #expect(plan.signs == ["- toy/key/k"])
        #expect(
            plan.rows[0].consequences == [
                "toy/job `1` (a) is stopped and stays so: it is not managed"
            ])
    }

    @Test func `is started again after the delete of an older object too`() {
        var scene = scene()
        scene.wanted.append(Toy.resource(key, ["label": "K"]))
        scene.recorded[0].liveID = "10"
        scene.recorded[0].orphans = ["9"]
        scene.observed.append(Toy.observed(key, id: "10", ["label": "K"]))
        let plan = scene.plan()
        #expect(plan.signs == ["- toy/key/k", "▶ toy/job/a"])
        #expect(plan.rows.map(\.isOfOlderObject) == [true, false])
        #expect(plan.refreshed.map(\.record.resumption) == [mark])
    }

    @Test func `is in a plan of some rows only with what stops it`() {
        var scene = scene()
        scene.options.only = [Address(key)]
        let deleting = scene.plan()
        #expect(scene.codes == [])
        #expect(deleting.signs == ["- toy/key/k", "▶ toy/job/a"])
        #expect(deleting.refreshed.map(\.record.resumption) == [mark])
        scene.options.only = [Address(job)]
        let other = scene.plan()
        #expect(scene.codes == [])
        #expect(other.isEmpty)
        #expect(other.refreshed.allSatisfy { $0.record.resumption == nil })
    }

    @Test func `is remembered where its own delete is left out of a destroy of some rows`() {
        var scene = scene()
        scene.options.isDestroy = true
        scene.options.only = [Address(key)]
        let plan = scene.plan()
        #expect(plan.signs == ["- toy/key/k"])
        #expect(plan.refreshed.map(\.record.resumption) == [mark])
        #expect(
            plan.rows[0].consequences.last?.contains("the file of `toy/job/a` starts it") == true)
    }

    @Test func `makes a stored plan stale where others stopped it since`() {
        var scene = scene()
        let plan = scene.plan()
        func codes(_ scene: Scene) -> [String] {
            PlanStaleness.check(
                plan: plan, observed: scene.observed, kinds: Toy.kinds,
                recorded: scene.input.recorded
            ).map(\.code)
        }
        #expect(codes(scene) == [])
        var stopped = scene
        stopped.observed[1] = Toy.observed(job, id: "1", ["name": "a", "status": "paused"])
        #expect(codes(stopped) == ["plan/stale"])
        stopped.recorded[1].resumption = mark
        #expect(codes(stopped) == [])
    }

    @Test func `is not stopped while it may not start again`() {
        var scene = scene(wanted: ["name": "A", "status": "running"])
        scene.recorded[1].written = ["name": "A", "status": "running"]
        scene.recorded[1].keptOtherwise = [
            KeptField(path: FieldPath(["name"]), written: "A", returned: "a")
        ]
        let plan = scene.plan()
        #expect(plan.signs == ["- toy/key/k", "▶ toy/job/a"])
        #expect(plan.rows.map(\.blockedBy.count) == [1, 1])
        #expect(plan.rows.allSatisfy { $0.calls.isEmpty })
        scene.options.acceptKept = [Address(job)]
        #expect(scene.plan().rows.map(\.blockedBy.count) == [0, 0])
    }
}

@Test func `what waits for a blocked row is blocked as well`() {
    let wanted: Object = ["name": "A", "workflow": "new", "status": "running"]
    var scene = Scene(wanted: [Toy.resource(job, wanted)])
    scene.has(job, id: "2", ["name": "A", "workflow": "new", "status": "paused"])
    scene.observed[0] = Toy.observed(
        job, id: "2", ["name": "a", "workflow": "new", "status": "paused"])
    scene.recorded[0].returned = scene.observed[0].value
    scene.recorded[0].keptOtherwise = [
        KeptField(path: FieldPath(["name"]), written: "A", returned: "a")
    ]
    scene.recorded[0].orphans = ["1"]
    let old: Object = ["name": "a", "workflow": "old", "status": "paused"]
    scene.observed.append(Toy.observed(job, id: "1", old))
    let plan = scene.plan()
    #expect(plan.signs == ["▶ toy/job/a", "- toy/job/a"])
    #expect(plan.rows.map(\.blockedBy.count) == [1, 1])
    #expect(
        plan.rows[1].reason
            == "blocked: it waits until `resume` of `toy/job/a` can be carried out")
    #expect(plan.rows.allSatisfy { $0.calls.isEmpty && !$0.isIrreversible })
}

@Suite struct `What can never act again` {
    private let mail = "toy/mail/m"
    private let steps: Value = [["slug": "one"]]

    @Test func `is refused where only a version could run and none can be made`() {
        let wanted: Object = ["label": "L", "steps": steps, "state": "running"]
        var scene = Scene(wanted: [Toy.resource(mail, wanted)])
        scene.has(
            mail, id: "m", ["label": "L", "steps": steps],
            live: ["label": "L", "steps": steps, "state": "draining"])
        #expect(scene.plan().isEmpty)
        #expect(scene.codes == ["plan/forbidden-transition"])
        #expect(
            scene.report.diagnostics.first?.notes == ["only what changes makes a new version"])
        scene.wanted = [
            Toy.resource(mail, ["label": "L", "steps": [["slug": "two"]], "state": "running"])
        ]
        #expect(scene.plan().signs == ["⇄ toy/mail/m", "▶ toy/mail/m"])
        #expect(scene.codes == [])
    }

    @Test func `is told how it starts again, and no way that leads nowhere`() {
        let wanted: Object = ["label": "L", "steps": steps, "state": "running"]
        var scene = Scene(wanted: [Toy.resource(mail, wanted)])
        scene.has(
            mail, id: "m", wanted, live: ["label": "L", "steps": steps, "state": "draining"])
        let plan = scene.plan()
        #expect(plan.isEmpty)
        #expect(
            plan.notes == [
                "`toy/mail/m` is `draining` on the platform and stays so: it was stopped outside "
                    + "your files; only what changes makes a new version; after such a change "
                    + "`--restart toy/mail/m` starts it, or give its document another `id`"
            ])
        scene.options.restart = [Address(mail)]
        #expect(scene.plan().isEmpty)
        #expect(scene.codes == ["plan/forbidden-transition"])
    }

    @Test func `takes along what it holds, and nobody is blamed`() {
        let page: Object = ["label": "P", "state": "draining"]
        let button: Object = ["name": "b", "status": "running"]
        var scene = Scene(wanted: [
            Toy.resource("toy/page/p", page), Toy.resource("toy/page/p/button/b", button),
        ])
        scene.has("toy/page/p", id: "p", page)
        scene.has(
            "toy/page/p/button/b", id: "b", button, live: ["name": "b", "status": "paused"])
        let plan = scene.plan()
        #expect(plan.isEmpty)
        #expect(
            plan.notes == [
                "`toy/page/p/button/b` is `paused` on the platform and stays so: `toy/page/p` is "
                    + "`draining`"
            ])
    }
}
