import Diagnostics
import Documents
import Platforms
import Testing

@testable import Planning

private func stale(_ plan: Plan, _ scene: Scene) -> [String] {
    PlanStaleness.check(plan: plan, observed: scene.observed, kinds: Toy.kinds).map(\.message)
}

@Test func `an unchanged world is not stale`() {
    var scene = Scene(wanted: [
        Toy.resource("toy/auth/a", ["label": "new"]), Toy.resource("toy/auth/b", ["label": "b"]),
    ])
    scene.has("toy/auth/a", id: "1", ["label": "old"])
    let plan = scene.plan()
    #expect(plan.rows.count == 2)
    #expect(stale(plan, scene).isEmpty)
}

@Test func `a field changed since is shown with all its sides`() throws {
    var scene = Scene(wanted: [Toy.resource("toy/auth/a", ["label": "new"])])
    scene.has("toy/auth/a", id: "1", ["label": "old"])
    let plan = scene.plan()
    scene.observed = [Toy.observed("toy/auth/a", id: "1", ["label": "other"])]
    let diagnostics = PlanStaleness.check(plan: plan, observed: scene.observed, kinds: Toy.kinds)
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostic.code == "plan/stale")
    #expect(
        diagnostic.notes.prefix(3) == [
            "planned: `\"old\"` to `\"new\"`", "last applied: `\"old\"`", "live: `\"other\"`",
        ])
}

@Test func `what was made since is not made again`() {
    var scene = Scene(wanted: [Toy.resource("toy/auth/a", ["label": "a"])])
    let plan = scene.plan()
    #expect(plan.signs == ["+ toy/auth/a"])
    scene.has("toy/auth/a", id: "1", ["label": "a"])
    let recorded = Dictionary(uniqueKeysWithValues: scene.recorded.map { ($0.address, $0) })
    let stale = PlanStaleness.check(
        plan: plan, observed: scene.observed, kinds: Toy.kinds, recorded: recorded)
    #expect(stale.map(\.message) == ["`toy/auth/a` did not exist when the plan was made"])
}

@Test func `a change of what the plan does not touch is not stale`() {
    var scene = Scene(wanted: [Toy.resource("toy/job/a", ["name": "new", "retries": 5])])
    scene.has("toy/job/a", id: "1", ["name": "old", "retries": 5])
    let plan = scene.plan()
    scene.observed = [Toy.observed("toy/job/a", id: "1", ["name": "old", "retries": 6])]
    #expect(stale(plan, scene).isEmpty)
}

@Test func `an object made since stands in the way of a create`() {
    var scene = Scene(wanted: [Toy.resource("toy/auth/a", ["label": "a"])])
    let plan = scene.plan()
    scene.observed = [Toy.observed("toy/auth/a", id: "1", ["label": "a"])]
    #expect(stale(plan, scene) == ["`toy/auth/a` did not exist when the plan was made"])
}

@Test func `an object gone since cannot be deleted`() {
    var scene = Scene()
    scene.has("toy/auth/a", id: "1", ["label": "a"])
    let plan = scene.plan()
    scene.observed = []
    #expect(stale(plan, scene) == ["`toy/auth/a` existed when the plan was made"])
}

@Test func `the start after a new version expects what runs now`() {
    let steps: Value = [["slug": "one", "delay": 5]]
    var scene = Scene(wanted: [
        Toy.resource("toy/flow/f", ["state": "running", "steps": [["slug": "one", "delay": 6]]])
    ])
    scene.has("toy/flow/f", id: "f", ["state": "running", "steps": steps])
    let plan = scene.plan()
    #expect(plan.signs == ["⇄ toy/flow/f", "▶ toy/flow/f"])
    #expect(stale(plan, scene).isEmpty)
}
