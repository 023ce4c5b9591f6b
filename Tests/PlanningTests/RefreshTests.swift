import Documents
import Platforms
import Testing

@testable import Planning

/// A scene of one auth in its three states.
private func scene(
    _ wanted: Object, _ recorded: Object, _ live: Object,
    options: ResourceOptions = ResourceOptions(), file: String = "toys/file.yaml"
) -> Scene {
    let resource = Toy.resource("toy/job/a", wanted, options: options, file: file)
    var scene = Scene(wanted: [resource])
    scene.has("toy/job/a", id: "1", recorded, live: live)
    return scene
}

/// What the ledger is to hold; nil when it is to stay as it is.
private func noted(_ scene: Scene) -> Value? {
    var scene = scene
    let plan = scene.plan()
    #expect(plan.isEmpty, "\(plan.signs)")
    return plan.refreshed.first?.record.value
}

@Test func `what both sides changed to the same is noted, with nothing to do`() throws {
    var scene = scene(["name": "new"], ["name": "old"], ["name": "new", "more": 1])
    let plan = scene.plan()
    #expect(plan.isEmpty)
    #expect(plan.unchanged == 1)
    let refresh = try #require(plan.refreshed.first)
    #expect(refresh.address.text == "toy/job/a")
    #expect(refresh.record.kind == Toy.job)
    #expect(refresh.record.liveID == "1")
    #expect(refresh.held.value == ["name": "old"])
    #expect(refresh.record.value == ["name": "new"])
    #expect(plan.notes.isEmpty)
}

@Test func `what the ledger knows is not noted again`() {
    #expect(noted(scene(["name": "a"], ["name": "a"], ["name": "a", "more": 1])) == nil)
    #expect(noted(scene(["retries": 3], ["retries": 3.0], ["retries": 3])) == nil)
    #expect(noted(scene(["retries": .null], [:], ["retries": 3])) == nil)
    #expect(noted(scene(["auth_id": "1"], ["auth_id": 1], ["auth_id": "1"])) == nil)
}

@Test func `a new field that is live already is noted`() {
    let live: Object = ["name": "a", "config": ["x": 1, "y": 2]]
    #expect(
        noted(scene(["name": "a", "config": ["x": 1]], ["name": "a"], live))
            == ["name": "a", "config": ["x": 1]])
}

@Test func `where the file is, what it protects and needs, and what goes with it are noted`() {
    let same: Object = ["name": "a"]
    var moved = scene(same, same, same, file: "elsewhere.yaml")
    #expect(moved.plan().refreshed.first?.record.file == "elsewhere.yaml")
    let options = Toy.options {
        $0.isProtected = true
        $0.onRemove = .forget
    }
    var guarded = scene(same, same, same, options: options)
    let record = guarded.plan().refreshed.first?.record
    #expect(record?.isProtected == true)
    #expect(record?.onRemove == .forget)
    var scene = scene(
        ["auth_id": .captured(Slot("toy/auth/x"))], ["auth_id": "7"], ["auth_id": "7"])
    scene.wanted.append(Toy.resource("toy/auth/x", ["label": "x"]))
    scene.has("toy/auth/x", id: "7", ["label": "x"])
    let refreshed = scene.plan().refreshed
    #expect(refreshed.map(\.record.needs) == [[Address("toy/auth/x")]])
    #expect(refreshed.map(\.record.value) == [["auth_id": "7"]])
}

@Test func `what was stopped outside is never noted as stopped`() {
    let running: Object = ["name": "new", "status": "running"]
    let paused: Object = ["name": "new", "status": "paused"]
    #expect(noted(scene(running, running, paused)) == nil)
    #expect(
        noted(scene(running, ["name": "old", "status": "running"], paused)) == .object(running))
}

@Test func `a lifecycle that file and platform agree on is noted`() {
    let running: Object = ["status": "running"]
    let paused: Object = ["status": "paused"]
    #expect(noted(scene(running, paused, running)) == .object(running))
    #expect(noted(scene(paused, running, paused)) == .object(paused))
}

@Test func `ignored paths are nothing to note`() throws {
    let options = Toy.options { $0.ignored = [FieldPath(["config", "x"])] }
    let wanted: Object = ["name": "a", "config": ["x": 1, "y": 1]]
    let ours: Object = ["name": "a", "config": ["y": 1]]
    let live: Object = ["name": "a", "config": ["x": 2, "y": 1]]
    #expect(noted(scene(wanted, ours, live, options: options)) == nil)
}

@Test func `what a ledger of format 1 holds is noted as written where nothing differs`() throws {
    var scene = scene(["name": "a "], ["name": "a"], ["name": "a"])
    scene.recorded[0].written = nil
    let plan = scene.plan()
    #expect(plan.isEmpty)
    let record = try #require(plan.refreshed.first?.record)
    #expect(record.written == ["name": "a "])
    #expect(record.returned == ["name": "a"])
    scene.recorded = [record]
    #expect(scene.plan().refreshed.isEmpty)
}

@Test func `a ledger of format 1 tells an edit from drift`() {
    func causes(_ wanted: Object, _ returned: Object, _ live: Object) -> [String] {
        var scene = scene(wanted, returned, live)
        scene.recorded[0].written = nil
        return scene.plan().causes
    }
    #expect(causes(["name": "b"], ["name": "a"], ["name": "a"]) == ["intended name"])
    #expect(causes(["name": "a "], ["name": "a"], ["name": "x"]) == ["drift name"])
    #expect(causes(["name": "b"], ["name": "a"], ["name": "x"]) == ["conflict name"])
}

@Test func `what a run that was cut off made is compared as nobody's change`() throws {
    var other = scene(["name": "new", "retries": 5], [:], ["name": "old", "retries": 4])
    let plan = other.plan()
    #expect(plan.causes == ["unfinished name", "unfinished retries"])
    #expect(!plan.hasConflicts)
    #expect(
        plan.rows.first?.reason == "the run that wrote it was interrupted; 2 fields not done yet")
}

@Test func `what a run that was cut off made as wanted is noted, and said`() {
    var same = scene(["name": "a"], [:], ["name": "a"])
    let plan = same.plan()
    #expect(plan.isEmpty)
    #expect(plan.refreshed.map(\.record.value) == [["name": "a"]])
    #expect(
        plan.notes == [
            "`toy/job/a` was written by a run that was interrupted; it is as your files want it, and "
                + "is recorded so"
        ])
}

@Test func `steps of what a run that was cut off made are nobody's drift`() {
    let steps: Value = [["slug": "one"], ["slug": "two"]]
    var scene = Scene(wanted: [Toy.resource("toy/flow/f", ["steps": [["slug": "one"]]])])
    scene.has("toy/flow/f", id: "f", [:], live: ["steps": steps])
    #expect(scene.plan().causes == ["unfinished steps.two"])
}

@Test func `an adopted object is known as if it had been applied`() {
    let live: Object = ["label": "a", "steps": [["slug": "one", "id": 4, "delay": 5]]]
    var scene = Scene(
        wanted: [Toy.resource("toy/flow/f", ["steps": [["slug": "one", "delay": 5]]])])
    scene.observed = [Toy.observed("toy/flow/f", id: "f", live)]
    scene.options.adopt = [Address("toy/flow/f")]
    let row = scene.plan().rows.first
    #expect(row?.record?.value == ["steps": [["slug": "one", "delay": 5]]])
}

@Test func `only notes nothing of what is not named`() {
    var scene = scene(["name": "new"], ["name": "old"], ["name": "new"])
    scene.wanted.append(Toy.resource("toy/auth/x", ["label": "x"]))
    scene.options.only = [Address("toy/auth/x")]
    #expect(scene.plan().refreshed.isEmpty)
    scene.options.only = [Address("toy/job/a")]
    #expect(scene.plan().refreshed.count == 1)
}
