import Documents
import Platforms
import Testing

@testable import Planning

private let steps: Value = [["slug": "one", "delay": 6]]

/// A running flow whose file, ledger and platform agree, and that runs by something else.
private func scene(runningBy running: Value?) -> Scene {
    let members: Object = ["label": "Hello", "steps": steps, "state": "running"]
    var scene = Scene(wanted: [Toy.resource("toy/flow/f", members)])
    scene.has("toy/flow/f", id: "f", members)
    scene.observed[0].running = running
    return scene
}

@Test func `what runs by older fields than it has is started again, by a row of its own`() {
    var scene = scene(runningBy: ["steps": [["slug": "one", "delay": 5]]])
    let plan = scene.plan()
    #expect(plan.signs == ["▶ toy/flow/f"])
    #expect(plan.rows.first?.reason == "what runs is older than what your file says")
    #expect(plan.rows.first?.consequences.last == "the version that runs now drains by itself")
}

@Test func `what runs by the same fields, or shows none, is left alone`() {
    for running: Value? in [nil, ["steps": steps], [:], ["label": "Older"]] {
        var scene = scene(runningBy: running)
        #expect(scene.plan().signs == [], "\(String(describing: running))")
    }
}

@Test func `a child of a document is adopted with it, and what is left out refuses nothing`() {
    let job: Object = ["name": "a"]
    var scene = Scene(wanted: [
        Toy.resource("toy/flow/f", ["label": "Hello"]),
        Toy.resource("toy/flow/f/job/a", job), Toy.resource("toy/job/b", ["name": "b"]),
    ])
    scene.observed = [
        Toy.observed("toy/flow/f", id: "f", ["label": "Hello"]),
        Toy.observed("toy/flow/f/job/a", id: "1", job),
        Toy.observed("toy/job/b", id: "2", ["name": "b"]),
    ]
    scene.options.adopt = [Address("toy/flow/f")]
    let plan = scene.plan()
    #expect(plan.signs == ["= toy/flow/f", "= toy/flow/f/job/a"])
    #expect(scene.codes == [])
    scene.options = PlanningOptions()
    _ = scene.plan()
    #expect(scene.codes == ["plan/nothing-managed"])
}

@Test func `a child whose parent is left out is no orphan`() {
    var scene = Scene()
    scene.has("toy/flow/f/job/a", id: "1", ["name": "a"])
    scene.options.excludedAddresses = [Address("toy/flow/f")]
    #expect(scene.plan().signs == [])
    scene.options.excludedAddresses = []
    #expect(scene.plan().signs == ["- toy/flow/f/job/a"])
}

@Test func `a child that does not go with its parent is deleted before it`() {
    var scene = Scene()
    scene.has("toy/page/p", id: "p", ["label": "Hello"])
    scene.has("toy/page/p/link/a", id: "1", ["name": "a"], needs: ["toy/page/p"])
    let plan = scene.plan()
    #expect(plan.signs == ["- toy/page/p/link/a", "- toy/page/p"])
    #expect(plan.rows.last?.waitsFor == [1])
    #expect(plan.rows.allSatisfy { !$0.calls.isEmpty })
}

@Test func `a version that runs at once is not started by a row of its own`() {
    let wanted: Object = ["label": "Hello", "steps": steps, "state": "running"]
    var old = wanted
    old["steps"] = [["slug": "one", "delay": 5]]
    var scene = Scene(wanted: [Toy.resource("toy/page/p", wanted)])
    scene.has("toy/page/p", id: "p", old)
    let plan = scene.plan()
    #expect(plan.signs == ["⇄ toy/page/p"])
    #expect(plan.rows.first?.record?.value["state"] == "running")
    #expect(scene.codes == [])
}
