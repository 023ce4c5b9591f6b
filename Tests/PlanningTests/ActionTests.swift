import Diagnostics
import Documents
import Platforms
import Testing

@testable import Planning

@Test func `more new objects than the platform takes at a time are worth a note`() {
    let auths = (1...3).map { Toy.resource("toy/auth/a\($0)", ["label": .text("a\($0)")]) }
    var scene = Scene(wanted: auths)
    #expect(
        scene.plan().notes == [
            "account `toy` takes 2 new `toy/auth` in an hour, and this plan makes 3: what is "
                + "refused fails, and an apply after that goes on from there"
        ])
    scene.wanted.removeLast()
    #expect(scene.plan().notes == [])
    scene.wanted = (1...20).map { Toy.resource("toy/job/a\($0)", ["name": .text("a\($0)")]) }
    #expect(!scene.plan().notes.contains { $0.contains("in an hour") })
}

@Test func `what is in the files alone is created`() throws {
    var scene = Scene(wanted: [Toy.resource("toy/auth/braze", ["label": "Braze", "provider": "b"])])
    let plan = scene.plan()
    #expect(plan.signs == ["+ toy/auth/braze"])
    #expect(plan.causes == ["intended label", "intended provider"])
    let row = try #require(plan.rows.first)
    #expect(row.calls.map(\.summary) == ["create braze"])
    #expect(row.record?.value == ["label": "Braze", "provider": "b"])
    #expect(row.record?.given == ["number": 7])
    #expect(row.record?.file == "toys/file.yaml")
    #expect(row.liveID == nil)
}

@Test func `what is the same everywhere has no row`() {
    var scene = Scene(wanted: [Toy.resource("toy/auth/braze", ["label": "Braze"])])
    scene.has("toy/auth/braze", id: "1", ["label": "Braze"])
    let plan = scene.plan()
    #expect(plan.isEmpty)
    #expect(plan.unchanged == 1)
    #expect(plan.notes.isEmpty)
}

@Test func `a changed field is an update with the changed paths`() throws {
    var scene = Scene(wanted: [Toy.resource("toy/auth/braze", ["label": "new"])])
    scene.has("toy/auth/braze", id: "1", ["label": "old"])
    let plan = scene.plan()
    #expect(plan.signs == ["~ toy/auth/braze"])
    let field = try #require(plan.rows.first?.fields.first)
    #expect(field.before == "old")
    #expect(field.after == "new")
    #expect(field.recorded == "old")
    #expect(field.place != nil)
    #expect(plan.rows.first?.reason == "you changed 1 field")
}

@Test func `an immutable field is a replace`() {
    var scene = Scene(wanted: [Toy.resource("toy/auth/braze", ["provider": "new"])])
    scene.has("toy/auth/braze", id: "1", ["provider": "old"])
    let plan = scene.plan()
    #expect(plan.signs == ["± toy/auth/braze", "- toy/auth/braze"])
    #expect(plan.rows.map { $0.calls.map(\.summary) } == [["create braze"], ["delete braze"]])
    #expect(plan.rows.map(\.isIrreversible) == [false, true])
    #expect(plan.rows.first?.record?.orphans == ["1"])
    #expect(plan.rows.first?.reason == "`provider` cannot be changed on an existing object")
}

@Test func `a protected resource is not replaced`() {
    let options = Toy.options { $0.isProtected = true }
    var scene = Scene(
        wanted: [Toy.resource("toy/auth/braze", ["provider": "new"], options: options)])
    scene.has("toy/auth/braze", id: "1", ["provider": "old"])
    #expect(scene.plan().isEmpty)
    #expect(scene.codes == ["plan/protected"])
}

@Test func `what depends on a replaced object waits for it and gets its new id`() throws {
    var scene = Scene(wanted: [
        Toy.resource("toy/auth/braze", ["provider": "new"]),
        Toy.resource(
            "toy/job/a", ["name": "a", "auth_id": .captured(Slot("toy/auth/braze"))]),
    ])
    scene.has("toy/auth/braze", id: "1", ["provider": "old"])
    scene.has("toy/job/a", id: "2", ["name": "a", "auth_id": "1"])
    let plan = scene.plan()
    #expect(plan.signs == ["± toy/auth/braze", "~ toy/job/a", "- toy/auth/braze"])
    #expect(plan.rows.map(\.waitsFor) == [[], [1], [2]])
    #expect(plan.rows[1].record?.value["auth_id"] == .captured(Slot("toy/auth/braze")))
}

@Test func `what is recorded and gone from the platform is created again`() {
    var scene = Scene(wanted: [Toy.resource("toy/auth/braze", ["label": "Braze"])])
    scene.recorded = [Toy.recorded("toy/auth/braze", id: "1", ["label": "Braze"])]
    let plan = scene.plan()
    #expect(plan.signs == ["+ toy/auth/braze"])
    #expect(plan.causes == ["missing label"])
    #expect(plan.rows.first?.reason == "it is in the ledger, and no longer on the platform")
}

@Test func `an object in a state that means gone is gone`() {
    var scene = Scene(wanted: [Toy.resource("toy/job/a", ["name": "a"])])
    scene.has("toy/job/a", id: "1", ["name": "a"], live: ["name": "a", "status": "killed"])
    #expect(scene.plan().signs == ["+ toy/job/a"])
}

@Test func `a conflict stays in the plan until it is decided`() {
    var scene = Scene(wanted: [Toy.resource("toy/auth/braze", ["label": "mine"])])
    scene.has("toy/auth/braze", id: "1", ["label": "old"], live: ["label": "theirs"])
    #expect(scene.plan().hasConflicts)
    scene.options.overwrite = [Address("toy/auth/braze")]
    let plan = scene.plan()
    #expect(!plan.hasConflicts)
    #expect(plan.causes == ["intended label"])
}

@Test func `a refusal of the kind is reported where the field is written`() {
    let resource = Toy.resource("toy/auth/braze", ["label": "refused"])
    var scene = Scene(wanted: [resource])
    _ = scene.plan()
    #expect(scene.codes == ["toy/refused"])
    #expect(scene.report.diagnostics.first?.primary?.span == resource.node["label"]?.span)
}

@Test func `a changed secret is an update that names it`() {
    let token: Value = .secret("TOKEN")
    var scene = Scene(
        wanted: [Toy.resource("toy/auth/braze", ["label": "b", "config": ["token": token]])])
    scene.has(
        "toy/auth/braze", id: "1", ["label": "b", "config": ["token": token]], live: ["label": "b"])
    scene.recorded[0].digests = ["config.token": "1"]
    scene.digests = ["toy/auth/braze config.token": "1"]
    #expect(scene.plan().isEmpty)
    scene.digests = ["toy/auth/braze config.token": "2"]
    let plan = scene.plan()
    #expect(plan.causes == ["secret config.token"])
    #expect(plan.rows.first?.record?.digests == ["config.token": "2"])
    scene.recorded[0].digests = [:]
    #expect(scene.plan().causes == ["unknownSecret config.token"])
}

@Test(arguments: [("running", "it runs"), ("draining", "it is `draining`")])
func `the reason of a new version says whether the one before runs`(
    _ state: String, _ words: String
) {
    func steps(_ delay: Int64) -> Value { [["slug": "s", "delay": .int(delay)]] }
    let file: Object = ["steps": steps(2), "state": "running"]
    var scene = Scene(wanted: [Toy.resource("toy/flow/f", file)])
    scene.options.restart = [Address("toy/flow/f")]
    scene.has(
        "toy/flow/f", id: "f", ["steps": steps(1), "state": "running"],
        live: ["steps": steps(1), "state": .text(state)])
    let row = scene.plan().rows.first
    #expect(row?.action == .newVersion)
    #expect(row?.reason == "you changed 1 field; \(words), so a new version is made")
}
