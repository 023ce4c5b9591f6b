import Documents
import Platforms
import Testing

@testable import Planning

private func flow(_ delay: Int64, _ state: Value?, label: Value = "Hello") -> Object {
    var members: Object = ["label": label, "steps": [["slug": "one", "delay": .int(delay)]]]
    members["state"] = state
    return members
}

/// What the file wants and the ledger has, beside version 0 that acts and version 1 in draft.
private func scene(
    wanted: Object?, recorded: Object, acting: Object, draft: Object?
) -> Scene {
    var scene = Scene(wanted: wanted.map { [Toy.resource("toy/flow/f", $0)] } ?? [])
    scene.has("toy/flow/f", id: "f", recorded)
    scene.observed[0] = Toy.observed("toy/flow/f", id: "f", acting)
    scene.observed[0].version = 0
    scene.observed[0].draft = draft.map { Toy.observed("toy/flow/f", id: "f", $0) }
    scene.observed[0].draft?.version = 1
    return scene
}

@Test func `a draft of others beside what runs as the file says is a note and no row`() {
    var scene = scene(
        wanted: flow(5, "running"), recorded: flow(5, "running"), acting: flow(5, "running"),
        draft: flow(9, "draft"))
    let plan = scene.plan()
    #expect(plan.signs == [])
    #expect(
        plan.notes == [
            "version 1 of `toy/flow/f` is a draft beside version 0, which is `running`; your files "
                + "are compared with version 0"
        ])
}

@Test(arguments: [flow(6, "running"), flow(5, "running", label: "Other")])
func `any edit of what runs goes to the draft that is there, which is started`(wanted: Object) {
    var scene = scene(
        wanted: wanted, recorded: flow(5, "running"), acting: flow(5, "running"),
        draft: flow(9, "draft"))
    let plan = scene.plan()
    #expect(plan.signs == ["⇄ toy/flow/f", "▶ toy/flow/f"])
    #expect(plan.rows.prefix(1).flatMap(\.fields).allSatisfy { $0.cause == .intended })
}

@Test func `a draft that our interrupted run wrote is started and not written again`() {
    var scene = scene(
        wanted: flow(6, "running"), recorded: flow(6, "draft"), acting: flow(5, "running"),
        draft: flow(6, "draft"))
    let plan = scene.plan()
    #expect(plan.signs == ["▶ toy/flow/f"])
    #expect(plan.rows[0].fields.map(\.cause) == [.intended])
    #expect(plan.rows[0].consequences.last == "the version that runs now drains by itself")
}

@Test func `a draft that is ours and that no file starts is no difference`() {
    var scene = scene(
        wanted: flow(6, nil), recorded: flow(6, nil), acting: flow(5, "running"),
        draft: flow(6, "draft"))
    let plan = scene.plan()
    #expect(plan.signs == [])
    #expect(plan.notes.first?.hasSuffix("your files are compared with version 1") == true)
}

@Test func `a draft that is ours is changed in place`() {
    var scene = scene(
        wanted: flow(7, nil), recorded: flow(6, nil), acting: flow(5, "running"),
        draft: flow(6, "draft"))
    let plan = scene.plan()
    #expect(plan.signs == ["~ toy/flow/f"])
    #expect(plan.rows.flatMap(\.fields).map(\.cause) == [.intended])
}

@Test func `a file that drains drains what runs, whichever version it is about`() {
    for recorded in [flow(5, nil), flow(6, nil)] {
        var wanted = recorded
        wanted["state"] = "draining"
        var scene = scene(
            wanted: wanted, recorded: recorded, acting: flow(5, "running"),
            draft: flow(6, "draft"))
        let plan = scene.plan()
        #expect(plan.signs == ["⏹ toy/flow/f"])
        #expect(plan.rows[0].fields.map(\.before) == ["running"])
        #expect(scene.codes == [])
        scene.observed[0] = Toy.observed("toy/flow/f", id: "f", flow(5, "draining"))
        scene.observed[0].draft = Toy.observed("toy/flow/f", id: "f", flow(6, "draft"))
        scene.recorded[0].written = .object(wanted)
        scene.recorded[0].returned = .object(wanted)
        #expect(scene.plan().signs == [])
        #expect(scene.codes == [])
    }
}

@Test func `a file that goes drains what runs, and never deletes it with its draft`() {
    for recorded in [flow(5, "running"), flow(6, "draft"), flow(6, nil), [:]] {
        var scene = scene(
            wanted: nil, recorded: recorded, acting: flow(5, "running"), draft: flow(6, "draft"))
        #expect(scene.plan().signs == ["⏹ toy/flow/f"])
    }
    var draining = scene(
        wanted: nil, recorded: flow(6, nil), acting: flow(5, "draining"), draft: flow(6, "draft"))
    #expect(draining.plan().signs == [])
}

@Test func `a stored drain is not stale because the file is about the draft`() {
    var scene = scene(
        wanted: flow(6, "draining"), recorded: flow(6, nil), acting: flow(5, "running"),
        draft: flow(6, "draft"))
    let plan = scene.plan()
    #expect(plan.signs == ["⏹ toy/flow/f"])
    let stale = PlanStaleness.check(
        plan: plan, observed: scene.observed, kinds: Toy.kinds, recorded: scene.input.recorded)
    #expect(stale == [])
}
