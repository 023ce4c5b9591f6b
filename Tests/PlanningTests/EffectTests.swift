import Diagnostics
import Documents
import Platforms
import Testing

@testable import Planning

/// A scene of one auth that is as its file wants it, with what is known of its badge.
private func scene(shown: Value?, unfinished: Bool) -> Scene {
    var scene = Scene(wanted: [Toy.resource("toy/auth/a", ["label": "A"])])
    var live: Object = ["label": "A"]
    live["badge"] = shown
    scene.has("toy/auth/a", id: "1", ["label": "A"], live: live)
    if unfinished { scene.recorded[0].unfinished = [Toy.badge] }
    return scene
}

@Test func `an effect that the platform shows to be absent is an update`() throws {
    var absent = scene(shown: "none", unfinished: false)
    let plan = absent.plan()
    #expect(plan.signs == ["~ toy/auth/a"])
    #expect(plan.causes == ["missing badge"])
    let row = try #require(plan.rows.first)
    #expect(row.reason == "the badge is missing")
    #expect(row.calls.map(\.summary).last == "give the badge")
    #expect(row.record?.unfinished == [Toy.badge])
}

@Test func `an effect that no platform shows is missing where a run left it undone`() {
    var undone = scene(shown: nil, unfinished: true)
    let plan = undone.plan()
    #expect(plan.causes == ["unfinished badge"])
    #expect(
        plan.rows.first?.reason == "the run that wrote it was interrupted; the badge is missing")
    var done = scene(shown: nil, unfinished: false)
    #expect(done.plan().isEmpty)
}

@Test func `an effect that the platform shows is not missing, whatever the ledger holds`() {
    var shown = scene(shown: "given", unfinished: true)
    #expect(shown.plan().isEmpty)
}

@Test func `an effect left to the platform is not missing`() {
    var ignored = scene(shown: "none", unfinished: false)
    let options = Toy.options { $0.ignored = [Toy.badge] }
    ignored.wanted = [Toy.resource("toy/auth/a", ["label": "A"], options: options)]
    #expect(ignored.plan().isEmpty)
}

@Test func `a plan of what another run has finished since is stale`() {
    var undone = scene(shown: nil, unfinished: true)
    let plan = undone.plan()
    func stale(_ scene: Scene) -> [String] {
        PlanStaleness.check(
            plan: plan, observed: scene.observed, kinds: Toy.kinds,
            recorded: [Address("toy/auth/a"): scene.recorded[0]]
        ).map(\.code)
    }
    #expect(stale(undone) == [])
    #expect(stale(scene(shown: nil, unfinished: false)) == ["plan/stale"])
}

@Test func `an interrupted create is not replaced for what cannot be read back`() {
    var scene = Scene(wanted: [Toy.resource("toy/auth/a", ["label": "A", "seed": "x"])])
    scene.has("toy/auth/a", id: "1", [:], live: ["label": "B"])
    let plan = scene.plan()
    #expect(plan.signs == ["~ toy/auth/a"])
    #expect(plan.causes == ["unfinished label"])
    #expect(plan.notes.first?.contains("`seed` cannot be read back") == true)
    scene.recorded = [Toy.recorded("toy/auth/a", id: "1", ["label": "B", "seed": "y"])]
    #expect(scene.plan().signs == ["± toy/auth/a", "- toy/auth/a"])
}

@Test func `what a run left undone survives plans and ledgers`() throws {
    var undone = scene(shown: nil, unfinished: true)
    let plan = undone.plan()
    #expect(try Plan(encoded: plan.encoded) == plan)
    let record = undone.recorded[0]
    #expect(RecordedResource(encoded: record.encoded) == record)
}
