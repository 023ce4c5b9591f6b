import Diagnostics
import Documents
import Platforms
import Testing

@testable import Planning

private let running: Object = ["name": "a", "workflow": "w", "status": "running"]
private let paused: Object = ["name": "a", "workflow": "w", "status": "paused"]
private let job = Address("toy/job/a")

private func scene(recorded: Object? = running, live: Object?) -> Scene {
    var scene = Scene(wanted: [Toy.resource("toy/job/a", running)])
    if let recorded { scene.recorded = [Toy.recorded("toy/job/a", id: "1", recorded)] }
    if let live { scene.observed = [Toy.observed("toy/job/a", id: "1", live)] }
    return scene
}

@Test func `what others deleted is made anew and not started, also by the plans after that`()
    throws
{
    var scene = scene(live: nil)
    let plan = scene.plan()
    #expect(plan.signs == ["+ toy/job/a"])
    #expect(
        plan.notes == [
            "`toy/job/a` is created and not started: it was deleted outside your files; "
                + "`--restart toy/job/a` starts it again"
        ])
    var record = try #require(plan.rows.first?.record)
    #expect(record.heldLifecycle == "running")
    record.liveID = "2"
    record.returned = record.value
    scene.recorded = [record]
    scene.observed = [Toy.observed("toy/job/a", id: "2", paused)]
    let next = scene.plan()
    #expect(next.isEmpty && next.refreshed.isEmpty)
    #expect(next.notes.first?.contains("--restart toy/job/a") == true)
    scene.observed = []
    #expect(scene.plan().signs == ["+ toy/job/a"])
    scene.options.restart = [job]
    #expect(scene.plan().signs == ["+ toy/job/a", "▶ toy/job/a"])
}

@Test func `what was cut off while it was made is started, as nobody stopped it`() {
    var scene = scene(recorded: [:], live: paused)
    #expect(scene.plan().signs == ["▶ toy/job/a"])
    scene.observed = []
    #expect(scene.plan().signs == ["+ toy/job/a", "▶ toy/job/a"])
}

@Test func `a held lifecycle ends when the file says another, or the platform the same`() throws {
    var scene = scene(recorded: paused, live: paused)
    scene.recorded[0].heldLifecycle = "running"
    #expect(scene.plan().isEmpty)
    scene.wanted = [Toy.resource("toy/job/a", paused)]
    let noted = scene.plan()
    #expect(noted.isEmpty)
    #expect(noted.refreshed.map(\.record.heldLifecycle) == [nil])
    scene.recorded = noted.refreshed.map(\.record)
    scene.wanted = [Toy.resource("toy/job/a", running)]
    #expect(scene.plan().signs == ["▶ toy/job/a"])
    scene.recorded[0].heldLifecycle = "running"
    scene.observed = [Toy.observed("toy/job/a", id: "1", running)]
    let resumed = scene.plan()
    #expect(resumed.isEmpty)
    #expect(resumed.refreshed.map(\.record.heldLifecycle) == [nil])
    #expect(resumed.refreshed.first?.record.value["status"] == "running")
}

@Test func `an adopted object keeps its lifecycle, whichever it is`() throws {
    for (file, live) in [(running, paused), (paused, running)] {
        var scene = scene(recorded: nil, live: live)
        scene.wanted = [Toy.resource("toy/job/a", file)]
        scene.options.adopt = [job]
        let plan = scene.plan()
        #expect(plan.signs == ["= toy/job/a"])
        let record = try #require(plan.rows.first?.record)
        #expect(record.heldLifecycle == file["status"]?.text)
        #expect(record.returned["status"] == live["status"])
        scene.recorded = [record]
        scene.options = PlanningOptions()
        let next = scene.plan()
        #expect(next.isEmpty)
        // What is as the file wants it counts as written; the lifecycle stays held.
        #expect(next.refreshed.map(\.record.heldLifecycle) == [record.heldLifecycle])
        scene.options.restart = [job]
        #expect(scene.plan().rows.map(\.action.isLifecycle) == [true])
    }
}

@Test func `an adopted object that is changed or replaced is not started either`() throws {
    var old = paused
    old["workflow"] = "other"
    var scene = scene(recorded: nil, live: old)
    scene.options.adopt = [job]
    let adopted = scene.plan()
    #expect(adopted.signs == ["= toy/job/a"])
    scene.recorded = [try #require(adopted.rows[0].record)]
    scene.options = PlanningOptions()
    let plan = scene.plan()
    #expect(plan.signs == ["± toy/job/a", "- toy/job/a"])
    #expect(plan.rows[0].record?.heldLifecycle == "running")
    var renamed = paused
    renamed["retries"] = 9
    scene.observed = [Toy.observed("toy/job/a", id: "1", renamed)]
    let wanted = Toy.resource("toy/job/a", ["name": "a", "retries": 2, "status": "running"])
    scene.wanted = [wanted]
    let update = try #require(scene.plan().row("toy/job/a", .update))
    #expect(update.record?.value["status"] == "paused")
    #expect(update.record?.heldLifecycle == "running")
}

@Test func `a move keeps what is held and what is left`() throws {
    let options = Toy.options { $0.was = Address("toy/job/old") }
    var scene = Scene(wanted: [Toy.resource("toy/job/a", running, options: options)])
    scene.has("toy/job/old", id: "1", paused)
    scene.recorded[0].heldLifecycle = "running"
    scene.recorded[0].orphans = ["0"]
    let plan = scene.plan()
    #expect(plan.signs == ["→ toy/job/a", "- toy/job/a"])
    #expect(plan.rows[0].record?.heldLifecycle == "running")
    #expect(plan.rows[0].record?.orphans == ["0"])
}

@Test func `a running flow that others deleted comes back as a draft`() {
    let flow: Object = ["label": "Hello", "state": "running"]
    var scene = Scene(wanted: [Toy.resource("toy/flow/f", flow)])
    scene.recorded = [Toy.recorded("toy/flow/f", id: "f", flow)]
    #expect(scene.plan().signs == ["+ toy/flow/f"])
    scene.recorded = [
        Toy.recorded("toy/flow/f", id: "f", ["label": "Hello", "state": "draft"])
    ]
    #expect(scene.plan().signs == ["+ toy/flow/f", "▶ toy/flow/f"])
}
