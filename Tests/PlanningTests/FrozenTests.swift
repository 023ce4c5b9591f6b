import Diagnostics
import Documents
import Platforms
import Testing

@testable import Planning

private let applied: Object = ["label": "Welcome", "tags": ["a"], "state": "running"]
private let flow = Address("toy/flow/f")

private func scene(file: Object = applied, live: Object) -> Scene {
    var scene = Scene(wanted: [Toy.resource("toy/flow/f", file)])
    scene.recorded = [Toy.recorded("toy/flow/f", id: "f", applied)]
    scene.observed = [Toy.observed("toy/flow/f", id: "f", closed(live))]
    return scene
}

private func closed(_ live: Object) -> Object {
    var closed = live
    closed["state"] = "closed"
    return closed
}

@Test func `what others changed of what takes no changes is noted in every plan, and left`() {
    var renamed = applied
    renamed["label"] = "Welcome by hand"
    var scene = scene(live: renamed)
    let plan = scene.plan()
    #expect(plan.isEmpty && plan.refreshed.isEmpty)
    #expect(
        plan.notes.first
            == "`toy/flow/f` is `closed`, and the platform takes no change of it any more: `label` "
            + "stays as it is on the platform")
    scene.observed = [Toy.observed("toy/flow/f", id: "f", closed(applied))]
    #expect(!scene.plan().notes.contains { $0.contains("no change") })
}

@Test func `what takes no changes is noted also where its file says nothing of its state`() {
    var file = applied
    file["state"] = nil
    var scene = Scene(wanted: [Toy.resource("toy/flow/f", file)])
    scene.recorded = [Toy.recorded("toy/flow/f", id: "f", file)]
    scene.observed = [Toy.observed("toy/flow/f", id: "f", closed(file))]
    let plan = scene.plan()
    #expect(plan.isEmpty)
    #expect(
        plan.notes == [
            "`toy/flow/f` is `closed`, and the platform takes no change of it any more: it stays "
                + "as it is on the platform"
        ])
}

@Test func `what the author changes of what takes no changes is an error at the field`() throws {
    var edited = applied
    edited["tags"] = ["a", "b"]
    edited["state"] = "draft"
    var scene = scene(file: edited, live: applied)
    #expect(scene.plan().isEmpty)
    // The state cannot follow either; one message says why.
    #expect(scene.messages == ["`toy/flow/f` cannot change: it is `closed`"])
    let problem = try #require(scene.report.diagnostics.first)
    #expect(problem.code == "plan/frozen")
    #expect(problem.primary?.span != scene.wanted[0].span)
}

@Test func `nothing new is made within what takes no changes`() {
    var scene = scene(live: applied)
    scene.wanted.append(Toy.resource("toy/flow/f/link/l", ["name": "l"]))
    #expect(scene.plan().isEmpty)
    #expect(scene.messages == ["`toy/flow/f/link/l` cannot be made: `toy/flow/f` is `closed`"])
    scene.recorded.append(Toy.recorded("toy/flow/f/link/l", id: "l", ["name": "l"]))
    let plan = scene.plan()
    #expect(plan.isEmpty && scene.messages.isEmpty)
    #expect(plan.notes.contains { $0.contains("is gone and is not made again") })
}

extension Scene {
    fileprivate var messages: [String] { report.diagnostics.map(\.message) }
}
