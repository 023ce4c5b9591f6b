import Diagnostics
import Documents
import Platforms
import Testing

@testable import Planning

private let flow: Object = ["label": "Hello"]

@Test func `what exists unmanaged is neither created nor changed`() {
    var scene = Scene(wanted: [Toy.resource("toy/flow/f", flow)])
    scene.observed = [Toy.observed("toy/flow/f", id: "f", ["label": "Other"])]
    let plan = scene.plan()
    #expect(plan.isEmpty)
    #expect(scene.codes == ["plan/exists-already"])
    #expect(
        scene.report.diagnostics.first?.help
            == "`weir adopt toy/flow/f` lets Weir manage it as it is")
    #expect(plan.notes.first?.contains("the ledger is empty") == true)
}

@Test func `adopting sends nothing, and what differs is left to the next plan`() throws {
    var scene = Scene(wanted: [Toy.resource("toy/flow/f", flow)])
    scene.observed = [Toy.observed("toy/flow/f", id: "f", ["label": "Other", "tags": ["x"]])]
    scene.options.adopt = [Address("toy/flow/f")]
    let plan = scene.plan()
    #expect(plan.signs == ["= toy/flow/f"])
    #expect(plan.rows[0].calls.isEmpty)
    #expect(plan.rows[0].record?.value == ["label": "Other"])
    #expect(plan.notes == ["`toy/flow/f` differs from your file in 1 field: see `weir plan`"])
    scene.recorded = [try #require(plan.rows[0].record)]
    scene.options = PlanningOptions()
    #expect(scene.plan().signs == ["~ toy/flow/f"])
}

@Test func `an object may be named by its live id`() {
    let options = Toy.options { $0.live = "77" }
    var scene = Scene(wanted: [Toy.resource("toy/job/a", ["name": "a"], options: options)])
    scene.observed = [Toy.observed("toy/job/b", id: "77", ["name": "b"])]
    scene.options.adopt = [Address("toy/job/a")]
    #expect(scene.plan().rows.map(\.liveID) == ["77"])
}

@Test func `several matches are named and none is taken`() {
    var scene = Scene(wanted: [Toy.resource("toy/job/a", ["name": "a"])])
    scene.observed = [
        Toy.observed("toy/job/x", id: "1", ["name": "a"]),
        Toy.observed("toy/job/y", id: "2", ["name": "a"]),
    ]
    scene.options.adopt = [Address("toy/job/a")]
    #expect(scene.plan().isEmpty)
    #expect(scene.codes == ["plan/ambiguous-object"])
    #expect(scene.report.diagnostics.first?.notes == ["they are `1` (a), `2` (a)"])
}

@Test func `an external resource is looked up and never a row`() {
    let external = Toy.options { $0.isExternal = true }
    var scene = Scene(wanted: [
        Toy.resource("toy/auth/oauth", ["label": "OAuth"], options: external),
        Toy.resource("toy/job/a", ["name": "a", "auth_id": .captured(Slot("toy/auth/oauth"))]),
    ])
    scene.observed = [Toy.observed("toy/auth/any", id: "9", ["label": "OAuth"])]
    let plan = scene.plan()
    #expect(plan.signs == ["+ toy/job/a"])
    #expect(plan.rows.first?.record?.value["auth_id"] == "9")
    scene.observed = []
    _ = scene.plan()
    #expect(scene.codes == ["plan/external-missing"])
}

@Test func `a renamed resource moves its ledger row and sends nothing`() {
    let options = Toy.options { $0.was = Address("toy/auth/old") }
    var scene = Scene(wanted: [Toy.resource("toy/auth/new", ["label": "A"], options: options)])
    scene.has("toy/auth/old", id: "1", ["label": "A"])
    let plan = scene.plan()
    #expect(plan.signs == ["→ toy/auth/new"])
    #expect(plan.rows.first?.was == Address("toy/auth/old"))
    #expect(plan.rows.first?.calls.isEmpty == true)
    scene.recorded = [Toy.recorded("toy/auth/new", id: "1", ["label": "A"])]
    #expect(
        scene.plan().notes == ["`was: toy/auth/old` on `toy/auth/new` is no longer needed here"])
}

@Test func `a removed file is a delete`() {
    var scene = Scene()
    scene.has("toy/job/a", id: "1", ["name": "a"], live: ["name": "a", "status": "running"])
    let plan = scene.plan()
    #expect(plan.signs == ["- toy/job/a"])
    #expect(plan.rows.first?.consequences == ["the job is killed"])
    #expect(plan.rows.first?.isIrreversible == true)
}

@Test func `a removed file of a running flow is a drain first`() {
    var scene = Scene()
    scene.has("toy/flow/f", id: "f", flow, live: ["label": "Hello", "state": "running"])
    scene.has("toy/job/a", id: "1", ["name": "a"])
    scene.recorded[0].needs = [Address("toy/job/a")]
    let plan = scene.plan()
    #expect(plan.signs == ["⏹ toy/flow/f"])
    #expect(plan.rows.first?.record?.value["state"] == "draining")
    #expect(plan.notes.contains("`toy/job/a` is kept until `toy/flow/f`, which needs it, is gone"))
}

@Test func `what nobody knows to be empty stays until somebody says that it may go`() {
    var scene = Scene()
    scene.has("toy/flow/f", id: "f", flow, live: ["label": "Hello", "state": "draining"])
    scene.has("toy/job/a", id: "1", ["name": "a"])
    scene.recorded[0].needs = [Address("toy/job/a")]
    let plan = scene.plan()
    #expect(plan.isEmpty)
    #expect(
        plan.notes.first
            == "`toy/flow/f` was removed from your files but is kept: it is `draining`, and nobody tells "
            + "when it is empty; once you know, `weir forget toy/flow/f` leaves it to the platform "
            + "and `weir destroy --only toy/flow/f` deletes it")
    #expect(plan.notes.last == "`toy/job/a` is kept until `toy/flow/f`, which needs it, is gone")
    scene.recorded[0].onRemove = .delete
    #expect(scene.plan().signs == ["- toy/flow/f", "- toy/job/a"])
    scene.recorded[0].onRemove = nil
    scene.options.isDestroy = true
    scene.options.only = [Address("toy/flow/f")]
    #expect(scene.plan().signs == ["- toy/flow/f"])
}

@Test func `on_remove decides what a removed file means`() {
    var scene = Scene()
    scene.has("toy/flow/f", id: "f", flow, live: ["label": "Hello", "state": "running"])
    scene.recorded[0].onRemove = .delete
    let plan = scene.plan()
    #expect(plan.signs == ["- toy/flow/f"])
    #expect(plan.rows.first?.consequences == ["every version ends at once"])
    scene.recorded[0].onRemove = .forget
    #expect(scene.plan().signs == ["∅ toy/flow/f"])
}

@Test func `what is gone everywhere is forgotten`() {
    var scene = Scene(recorded: [Toy.recorded("toy/job/a", id: "1", ["name": "a"])])
    #expect(scene.plan().signs == ["∅ toy/job/a"])
}

@Test func `a protected resource is not deleted`() {
    var scene = Scene()
    scene.has("toy/job/a", id: "1", ["name": "a"])
    scene.recorded[0].isProtected = true
    #expect(scene.plan().isEmpty)
    #expect(scene.codes == ["plan/protected"])
}

@Test func `a folder that is not here is a partial checkout, not a delete`() {
    var scene = Scene()
    scene.has("toy/job/a", id: "1", ["name": "a"])
    scene.options.presentFolders = ["other"]
    #expect(scene.plan().isEmpty)
    #expect(scene.codes == ["plan/partial-checkout"])
    scene.options.allowMissing = ["toys"]
    #expect(scene.plan().signs == ["- toy/job/a"])
}

@Test func `a file in which nothing belongs to the project any more is not a delete`() {
    var scene = Scene()
    scene.has("toy/job/a", id: "1", ["name": "a"])
    let file = scene.recorded[0].file
    scene.options.emptyFiles = [file]
    #expect(scene.plan().isEmpty)
    #expect(scene.codes == ["plan/empty-file"])
    scene.options.allowMissing = [file]
    #expect(scene.plan().signs == ["- toy/job/a"])
}

@Test func `what the environment leaves out is never deleted`() {
    var scene = Scene()
    scene.has("toy/job/a", id: "1", ["name": "a"])
    scene.options.excludedAddresses = [Address("toy/job/a")]
    #expect(scene.plan().isEmpty)
}

@Test func `destroy removes everything, dependents first`() {
    var scene = Scene(wanted: [Toy.resource("toy/auth/a", ["label": "a"])])
    scene.has("toy/auth/a", id: "1", ["label": "a"])
    scene.has("toy/job/b", id: "2", ["name": "b"])
    scene.recorded[1].needs = [Address("toy/auth/a")]
    scene.options.isDestroy = true
    let plan = scene.plan()
    #expect(plan.signs == ["- toy/job/b", "- toy/auth/a"])
    #expect(plan.rows.last?.waitsFor == [1])
}

@Test func `a delete waits for what let go of it`() {
    var scene = Scene(wanted: [Toy.resource("toy/job/b", ["name": "b", "auth_id": .null])])
    scene.has("toy/auth/a", id: "1", ["label": "a"])
    scene.has("toy/job/b", id: "2", ["name": "b", "auth_id": "1"])
    scene.recorded[1].needs = [Address("toy/auth/a")]
    let plan = scene.plan()
    #expect(plan.signs == ["~ toy/job/b", "- toy/auth/a"])
    #expect(plan.rows.last?.waitsFor == [1])
}
