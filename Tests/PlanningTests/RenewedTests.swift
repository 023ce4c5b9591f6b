import Documents
import Platforms
import Testing

@testable import Planning

private let auth: Value = .captured(Slot("toy/auth/a"))

/// A job that refers to an auth which is recorded and gone, in a field that was written and is
/// live so.
private func scene(_ field: String, _ wanted: Value, was: Value, live: Value? = nil) -> Scene {
    var scene = Scene(wanted: [
        Toy.resource("toy/auth/a", ["label": "A"]),
        Toy.resource("toy/job/j", Object([("name", "j"), (field, wanted)])),
    ])
    scene.recorded = [Toy.recorded("toy/auth/a", id: "9", ["label": "A"])]
    scene.has(
        "toy/job/j", id: "1", Object([("name", "j"), (field, was)]),
        live: Object([("name", "j"), (field, live ?? was)]))
    return scene
}

/// Fields that refer, however deep: as the file has them, and as they were written.
private let references: [(field: String, wanted: Value, was: Value)] = [
    ("auth_id", auth, "9"), ("auth_ids", ["8", auth], ["8", "9"]),
    ("config", ["via": auth], ["via": "9"]),
    ("config", ["via": ["auths": [auth]]], ["via": ["auths": ["9"]]]),
    ("config", ["path": .joined(["/auth/", auth])], ["path": "/auth/9"]),
]

@Suite struct `What refers to an object that is made anew` {
    @Test(arguments: references)
    func `was not edited`(_ field: String, _ wanted: Value, _ was: Value) {
        var scene = scene(field, wanted, was: was)
        let plan = scene.plan()
        #expect(plan.signs == ["+ toy/auth/a", "~ toy/job/j"])
        #expect(plan.rows[1].fields.map(\.cause) == [.renewed])
        #expect(plan.rows[1].reason == "what 1 field refers to is made anew")
    }

    @Test(arguments: references)
    func `is drift and no conflict where others changed it`(
        _ field: String, _ wanted: Value, _ was: Value
    ) {
        var scene = scene(field, wanted, was: was, live: field == "config" ? ["via": "7"] : "7")
        let causes = Set(scene.plan().rows.last?.fields.map(\.cause) ?? [])
        #expect(causes.isSubset(of: [.drift, .renewed]) && causes.contains(.drift))
    }

    @Test func `was edited where the file refers to another one than before`() {
        var scene = scene("auth_id", auth, was: "8")
        #expect(scene.plan().rows.last?.fields.map(\.cause) == [.intended])
    }

    @Test func `is started as its file says all along`() throws {
        let steps: Value = [["slug": "s", "work_id": .captured(Slot("toy/job/j"))]]
        var scene = Scene(wanted: [
            Toy.resource("toy/job/j", ["name": "j"]),
            Toy.resource("toy/flow/f", ["steps": steps, "state": "running"]),
        ])
        scene.recorded = [Toy.recorded("toy/job/j", id: "9", ["name": "j"])]
        scene.has(
            "toy/flow/f", id: "f", ["steps": [["slug": "s", "work_id": "9"]], "state": "running"])
        let plan = scene.plan()
        #expect(plan.signs == ["+ toy/job/j", "⇄ toy/flow/f", "▶ toy/flow/f"])
        #expect(plan.rows.dropFirst().flatMap(\.fields).map(\.cause) == [.renewed, .renewed])
    }
}
