import Diagnostics
import Documents
import Platforms
import Testing

@testable import Planning

private func job(_ workflow: Value, status: Value = "running") -> Object {
    ["name": "a", "workflow": workflow, "status": status]
}

/// A running flow that uses a job which is replaced.
private func scene(jobIs live: Value = "running") -> Scene {
    let steps: Value = [["slug": "one", "work_id": .captured(Slot("toy/job/a"))]]
    var scene = Scene(wanted: [
        Toy.resource("toy/job/a", job("new")),
        Toy.resource("toy/flow/f", ["label": "F", "steps": steps, "state": "running"]),
    ])
    scene.has("toy/job/a", id: "7", job("old"), live: job("old", status: live))
    scene.has(
        "toy/flow/f", id: "f",
        ["label": "F", "steps": [["slug": "one", "work_id": "7"]], "state": "running"],
        needs: ["toy/job/a"])
    return scene
}

@Test func `a replace makes the new object, moves, stops the old one, starts and deletes last`()
    throws
{
    var scene = scene()
    let plan = scene.plan()
    #expect(scene.codes == [])
    #expect(
        plan.signs == [
            "± toy/job/a", "⇄ toy/flow/f", "⏸ toy/job/a", "▶ toy/job/a", "▶ toy/flow/f",
            "- toy/job/a",
        ])
    #expect(plan.rows.map(\.waitsFor) == [[], [1], [2], [3], [4], [5]])
    #expect(plan.rows.map(\.isOfOlderObject) == [false, false, true, false, false, true])
    #expect(plan.rows[0].calls.map(\.summary) == ["create a"])
    let ends = [plan.rows[2], plan.rows[5]]
    #expect(ends.map { $0.calls.first?.request.path[1] } == ["7", "7"])
    #expect(ends.map(\.record) == [nil, nil])
    #expect(ends.map(\.reason) == Array(repeating: "an older object of `toy/job/a`", count: 2))
}

@Test func `what replaces an object that others stopped is not started`() throws {
    var scene = scene(jobIs: "paused")
    let plan = scene.plan()
    #expect(plan.row("toy/job/a", .start) == nil)
    #expect(plan.row("toy/job/a", .replace)?.record?.heldLifecycle == "running")
    #expect(
        plan.notes.contains(
            "`toy/job/a` is replaced and not started: it was stopped outside your files; "
                + "`--restart toy/job/a` starts it again"))
    #expect(plan.rows.last?.action == .delete)
}

@Test func `a replace that was cut is finished by the next plan`() throws {
    var scene = scene()
    var record = try #require(scene.plan().row("toy/job/a", .replace)?.record)
    record.liveID = "8"
    record.written = nil
    record.returned = [:]
    scene.recorded[0] = record
    scene.observed.append(Toy.observed("toy/job/a", id: "8", job("new", status: "paused")))
    let plan = scene.plan()
    #expect(scene.codes == [])
    #expect(
        plan.signs == [
            "⇄ toy/flow/f", "⏸ toy/job/a", "▶ toy/job/a", "▶ toy/flow/f", "- toy/job/a",
        ])
    #expect(plan.row("toy/job/a", .start)?.record?.orphans == ["7"])
}

@Test func `an older object that could not be deleted is in every plan and is nobody's else`() {
    var scene = Scene(wanted: [Toy.resource("toy/job/a", job("new"))])
    scene.has("toy/job/a", id: "8", job("new"))
    scene.recorded[0].orphans = ["7"]
    scene.observed.append(Toy.observed("toy/job/a", id: "7", job("old", status: "paused")))
    #expect(scene.plan().signs == ["- toy/job/a"])
    scene.wanted.append(
        Toy.resource("toy/job/b", ["name": "other", "workflow": "old", "status": "paused"]))
    #expect(scene.plan().signs == ["- toy/job/a", "+ toy/job/b"])
    #expect(scene.codes == [])
    scene.observed[1] = Toy.observed("toy/job/a", id: "7", job("old", status: "killed"))
    let gone = scene.plan()
    #expect(gone.signs == ["+ toy/job/b"])
    #expect(gone.refreshed.map(\.record.orphans) == [[]])
}

@Test func `the older objects of a removed resource go before it`() {
    var scene = Scene()
    scene.has("toy/job/a", id: "8", job("new", status: "paused"))
    scene.recorded[0].orphans = ["7"]
    let plan = scene.plan()
    #expect(plan.signs == ["- toy/job/a", "- toy/job/a"])
    #expect(plan.rows.map(\.liveID) == ["7", "8"])
    #expect(plan.rows.map(\.waitsFor) == [[], [1]])
    scene.recorded[0].onRemove = .forget
    #expect(scene.plan().signs == ["∅ toy/job/a"])
}

@Test func `what is the only one of its name is deleted before it is made anew`() throws {
    var scene = Scene(wanted: [Toy.resource("toy/single/a", job("new"))])
    scene.has("toy/single/a", id: "7", job("old"))
    let plan = scene.plan()
    #expect(plan.signs == ["± toy/single/a", "▶ toy/single/a"])
    let row = try #require(plan.rows.first)
    #expect(row.calls.map(\.summary) == ["delete a", "create a"])
    #expect(row.isIrreversible)
    #expect(row.consequences.contains("there is one of a name"))
    #expect(row.record?.orphans == [])
}

@Test func `replaced objects that refer to each other go in the order of what they need`() throws {
    let auth = Value.captured(Slot("toy/auth/x"))
    var wanted = job("new")
    wanted["auth_id"] = auth
    var old = job("old")
    old["auth_id"] = "1"
    var scene = Scene(wanted: [
        Toy.resource("toy/auth/x", ["label": "x", "provider": "new"]),
        Toy.resource("toy/job/a", wanted),
    ])
    scene.has("toy/auth/x", id: "1", ["label": "x", "provider": "old"])
    scene.has("toy/job/a", id: "7", old, needs: ["toy/auth/x"])
    let plan = scene.plan()
    #expect(
        plan.signs == [
            "± toy/auth/x", "± toy/job/a", "⏸ toy/job/a", "▶ toy/job/a", "- toy/job/a",
            "- toy/auth/x",
        ])
    #expect(plan.rows.last?.waitsFor == [5])
}

@Test func `a first plan writes drafts, then resumes jobs, then starts flows`() throws {
    let steps: Value = [["slug": "one", "work_id": .captured(Slot("toy/job/a"))]]
    var scene = Scene(wanted: [
        Toy.resource("toy/job/a", job("new")),
        Toy.resource("toy/flow/f", ["label": "F", "steps": steps, "state": "running"]),
    ])
    let plan = scene.plan()
    #expect(
        plan.signs == ["+ toy/job/a", "+ toy/flow/f", "▶ toy/job/a", "▶ toy/flow/f"])
    #expect(plan.rows.map(\.waitsFor) == [[], [1], [2], [3]])
    scene.options.only = [Address("toy/job/a")]
    #expect(scene.plan().signs == ["+ toy/job/a", "▶ toy/job/a"])
}
