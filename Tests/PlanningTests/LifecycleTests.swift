import Diagnostics
import Documents
import Platforms
import Testing

@testable import Planning

private func flow(_ state: Value?, steps: Value = [["slug": "one", "delay": 5]]) -> Object {
    var members: Object = ["label": "Hello", "steps": steps]
    members["state"] = state
    return members
}

/// A scene with one flow in the three given states.
private func scene(
    wanted: Value?, recorded: Value?, live: Value, steps: Value = [["slug": "one", "delay": 5]]
) -> Scene {
    var scene = Scene(wanted: [Toy.resource("toy/flow/f", flow(wanted, steps: steps))])
    scene.has("toy/flow/f", id: "f", flow(recorded), live: flow(live))
    return scene
}

private let slower: Value = [["slug": "one", "delay": 6]]

@Test func `a new running flow is created and started by two rows`() throws {
    var scene = Scene(wanted: [Toy.resource("toy/flow/f", flow("running"))])
    let plan = scene.plan()
    #expect(plan.signs == ["+ toy/flow/f", "▶ toy/flow/f"])
    let start = try #require(plan.rows.last)
    #expect(start.waitsFor == [1])
    #expect(start.consequences == ["people enter"])
    #expect(start.record?.value["state"] == "running")
    #expect(start.record?.given == ["number": 7])
    #expect(plan.rows.first?.record?.value["state"] == "draft")
}

@Test func `a flow that says nothing about its state is created and not started`() {
    var scene = Scene(wanted: [Toy.resource("toy/flow/f", flow(nil))])
    let plan = scene.plan()
    #expect(plan.signs == ["+ toy/flow/f"])
    #expect(
        plan.notes == ["`toy/flow/f` is created with `state: draft` and not started"])
    #expect(plan.rows.first?.record?.value["state"] == nil)
}

@Test func `draft to running is a start and nothing else`() {
    var scene = scene(wanted: "running", recorded: "draft", live: "draft")
    let plan = scene.plan()
    #expect(plan.signs == ["▶ toy/flow/f"])
    #expect(plan.causes == ["intended state"])
}

@Test func `changed steps of a running flow are a new version and its start`() {
    var scene = scene(wanted: "running", recorded: "running", live: "running", steps: slower)
    let plan = scene.plan()
    #expect(plan.signs == ["⇄ toy/flow/f", "▶ toy/flow/f"])
    #expect(plan.causes == ["intended steps.one.delay"])
    #expect(plan.rows.last?.consequences.last == "the version that runs now drains by itself")
    #expect(plan.rows.last?.waitsFor == [1])
}

@Test func `changed steps of a draft are an update`() {
    var scene = scene(wanted: "draft", recorded: "draft", live: "draft", steps: slower)
    #expect(scene.plan().signs == ["~ toy/flow/f"])
}

@Test func `a label of a running flow is changed in place`() {
    var scene = scene(wanted: "running", recorded: "running", live: "running")
    var members = flow("running")
    members["label"] = "Other"
    scene.wanted = [Toy.resource("toy/flow/f", members)]
    #expect(scene.plan().signs == ["~ toy/flow/f"])
}

@Test func `a drain says that there is no way back`() {
    var scene = scene(wanted: "draining", recorded: "running", live: "running")
    let plan = scene.plan()
    #expect(plan.signs == ["⏹ toy/flow/f"])
    #expect(plan.rows.first?.verb == "drain")
    #expect(plan.rows.first?.isIrreversible == true)
}

@Test func `a protected flow is not drained`() {
    var scene = scene(wanted: "draining", recorded: "running", live: "running")
    let options = Toy.options { $0.isProtected = true }
    scene.wanted = [Toy.resource("toy/flow/f", flow("draining"), options: options)]
    #expect(scene.plan().isEmpty)
    #expect(scene.codes == ["plan/protected"])
}

@Test func `what was stopped outside stays stopped until it is restarted`() {
    var scene = scene(wanted: "running", recorded: "running", live: "draining")
    let plan = scene.plan()
    #expect(plan.isEmpty)
    #expect(plan.notes.first?.contains("--restart toy/flow/f") == true)
    scene.options.restart = [Address("toy/flow/f")]
    #expect(scene.plan().signs == ["⇄ toy/flow/f", "▶ toy/flow/f"])
}

@Test func `a paused job is restarted only when asked`() {
    var scene = Scene(wanted: [Toy.resource("toy/job/a", ["name": "a", "status": "running"])])
    scene.has(
        "toy/job/a", id: "1", ["name": "a", "status": "running"],
        live: ["name": "a", "status": "paused"])
    #expect(scene.plan().isEmpty)
    scene.options.restart = [Address("toy/job/a")]
    #expect(scene.plan().signs == ["▶ toy/job/a"])
}

@Test func `running over a draining flow is a new version`() {
    var scene = scene(wanted: "running", recorded: "draining", live: "draining")
    let plan = scene.plan()
    #expect(plan.signs == ["⇄ toy/flow/f", "▶ toy/flow/f"])
    #expect(plan.rows.first?.reason == "it runs again only as a new version")
}

@Test func `draft in a file while it runs is a note`() {
    var scene = scene(wanted: "draft", recorded: "running", live: "running")
    let plan = scene.plan()
    #expect(plan.isEmpty)
    #expect(plan.notes.first?.contains("does not stop what runs") == true)
}

@Test func `paused in a file while the job runs is a pause`() {
    var scene = Scene(wanted: [Toy.resource("toy/job/a", ["name": "a", "status": "paused"])])
    scene.has(
        "toy/job/a", id: "1", ["name": "a", "status": "running"],
        live: ["name": "a", "status": "running"])
    let plan = scene.plan()
    #expect(plan.signs == ["⏸ toy/job/a"])
    #expect(plan.causes == ["intended status"])
    #expect(plan.notes.isEmpty)
}

@Test func `a step that the platform does not take names the ones it takes`() {
    var scene = scene(wanted: "draining", recorded: "draft", live: "draft")
    #expect(scene.plan().isEmpty)
    #expect(scene.codes == ["plan/forbidden-transition"])
    #expect(
        scene.report.diagnostics.first?.notes == ["from `draft` it may become: `running`"])
}

@Test func `a state that the file does not say is not ours`() {
    var scene = scene(wanted: nil, recorded: nil, live: "running")
    let plan = scene.plan()
    #expect(plan.isEmpty)
    #expect(plan.notes.isEmpty)
}

@Test func `a flow starts after the job that it needs`() throws {
    let job: Object = ["name": "a", "status": "running"]
    let steps: Value = [["slug": "one", "work_id": .captured(Slot("toy/job/a"))]]
    var scene = Scene(wanted: [
        Toy.resource("toy/flow/f", flow("running", steps: steps)),
        Toy.resource("toy/job/a", job),
    ])
    let plan = scene.plan()
    let start = try #require(plan.row("toy/flow/f", .start))
    let job1 = try #require(plan.row("toy/job/a", .start))
    #expect(start.waitsFor.contains(job1.number))
    #expect(try #require(plan.row("toy/flow/f", .create)).waitsFor == [1])
}

@Test func `what a replace or a restart makes anew starts under its new id`() throws {
    let wanted: Object = ["name": "a", "workflow": "new", "status": "running"]
    var old = wanted
    old["workflow"] = "old"
    var replaced = Scene(wanted: [Toy.resource("toy/job/a", wanted)])
    replaced.has("toy/job/a", id: "7", old)
    var lost = Scene(wanted: [Toy.resource("toy/job/a", wanted)])
    lost.recorded = [Toy.recorded("toy/job/a", id: "7", wanted)]
    lost.options.restart = [Address("toy/job/a")]
    for plan in [replaced.plan(), lost.plan()] {
        let start = try #require(plan.row("toy/job/a", .start))
        #expect(
            start.calls.first?.request.path == ["toy", .captured(Slot("toy/job/a")), "start"])
        #expect(start.liveID == nil)
        #expect(start.record?.given == ["number": 7])
        #expect(start.record?.heldLifecycle == nil)
    }
}
