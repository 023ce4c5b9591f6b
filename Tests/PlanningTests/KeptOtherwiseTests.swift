import Documents
import Platforms
import Testing

@testable import Planning

/// A resource whose service made something else of a text than was written.
private func kept(
    _ address: String, _ field: String, _ written: Value, _ returned: Value, _ more: Object = [:],
    live: Object = [:], isAccepted: Bool = false, needs: [String] = []
) -> Scene {
    var wanted = more
    wanted[field] = written
    var record = Toy.recorded(address, id: "1", wanted)
    var shown = wanted
    shown[field] = returned
    record.returned = .object(shown)
    record.needs = needs.map { Address($0) }
    record.keptOtherwise = [
        KeptField(
            path: FieldPath([field]), written: written, returned: returned, isAccepted: isAccepted)
    ]
    for member in live { shown[member.key] = member.value }
    return Scene(
        wanted: [Toy.resource(address, wanted)], recorded: [record],
        observed: [Toy.observed(address, id: "1", shown)])
}

@Suite struct `What a platform keeps otherwise` {
    private let flow = "toy/flow/f"

    @Test func `blocks the start in every plan, with both values`() throws {
        var scene = kept(
            flow, "label", "Hello", "HELLO", ["state": "running"], live: ["state": "draft"])
        scene.recorded[0].written = ["label": "Hello", "state": "draft"]
        let plan = scene.plan()
        #expect(plan.signs == ["▶ toy/flow/f"])
        let row = try #require(plan.rows.first)
        #expect(row.blockedBy == scene.recorded[0].keptOtherwise)
        #expect(row.calls.isEmpty && !row.isIrreversible)
        #expect(plan.refreshed.isEmpty)
    }

    @Test func `is a note where nothing waits to go live, and no row`() {
        var scene = kept(flow, "label", "Hello", "HELLO")
        let plan = scene.plan()
        #expect(plan.isEmpty && plan.refreshed.isEmpty)
        #expect(plan.notes.count == 1)
        #expect(plan.notes[0].contains("`HELLO`") || plan.notes[0].contains("\"HELLO\""))
    }

    @Test func `blocks the start of what needs it, however far away`() {
        var scene = kept("toy/auth/a", "label", "Hello", "HELLO")
        scene.wanted.append(
            Toy.resource("toy/job/j", ["name": "j", "auth_id": .captured(Slot("toy/auth/a"))]))
        scene.has("toy/job/j", id: "2", ["name": "j", "auth_id": "1"], needs: ["toy/auth/a"])
        scene.wanted.append(
            Toy.resource(
                flow,
                [
                    "state": "running",
                    "steps": [["slug": "s", "work_id": .captured(Slot("toy/job/j"))]],
                ]))
        scene.has(
            flow, id: "f", ["state": "draft", "steps": [["slug": "s", "work_id": "2"]]],
            needs: ["toy/job/j"])
        let plan = scene.plan()
        #expect(plan.signs == ["▶ toy/flow/f"])
        #expect(plan.rows.first?.blockedBy.count == 1)
    }

    @Test func `blocks nothing once it is accepted`() {
        var scene = kept(
            flow, "label", "Hello", "HELLO", ["state": "running"], live: ["state": "draft"],
            isAccepted: true)
        scene.recorded[0].written = ["label": "Hello", "state": "draft"]
        let plan = scene.plan()
        #expect(plan.signs == ["▶ toy/flow/f"])
        #expect(plan.rows.flatMap(\.blockedBy) == [])
        #expect(!plan.notes.contains { $0.contains("HELLO") })
    }

    @Test func `is accepted by the command line, with a row or without one`() {
        var idle = kept(flow, "label", "Hello", "HELLO")
        idle.options.acceptKept = [Address(flow)]
        let noted = idle.plan()
        #expect(noted.isEmpty && noted.notes.isEmpty)
        #expect(noted.refreshed.map { $0.record.keptOtherwise.map(\.isAccepted) } == [[true]])
        var waiting = kept(
            flow, "label", "Hello", "HELLO", ["state": "running"], live: ["state": "draft"])
        waiting.recorded[0].written = ["label": "Hello", "state": "draft"]
        waiting.options.acceptKept = [Address(flow)]
        let plan = waiting.plan()
        #expect(plan.rows.map(\.acceptsKept) == [true])
        #expect(plan.rows.flatMap(\.blockedBy) == [])
    }

    @Test func `is over when the file changes`() {
        var scene = kept(
            flow, "label", "Hello", "HELLO", ["state": "running"], live: ["state": "draft"])
        scene.recorded[0].written = ["label": "Hello", "state": "draft"]
        scene.wanted = [Toy.resource(flow, ["label": "HELLO", "state": "running"])]
        let plan = scene.plan()
        #expect(plan.signs == ["▶ toy/flow/f"])
        #expect(plan.rows.flatMap(\.blockedBy) == [])
    }

    @Test func `is over when the service changes its mind`() {
        var scene = kept(flow, "label", "Hello", "HELLO", live: ["label": "Hello"])
        let plan = scene.plan()
        #expect(plan.isEmpty && plan.notes.isEmpty)
        #expect(plan.refreshed.map(\.record.keptOtherwise) == [[]])
        #expect(plan.refreshed.map(\.record.returned) == [["label": "Hello"]])
    }

    @Test func `is drift when somebody changed it on the platform`() {
        var scene = kept(flow, "label", "Hello", "HELLO", live: ["label": "bye"])
        #expect(scene.plan().causes == ["drift label"])
    }
}

@Suite struct `A field that is no longer written` {
    private func scene(_ wanted: Object, _ recorded: Object) -> Scene {
        var scene = Scene(wanted: [Toy.resource("toy/job/a", wanted)])
        scene.has("toy/job/a", id: "1", recorded)
        return scene
    }

    @Test func `is a row that sends nothing, once`() throws {
        var scene = scene(["name": "a"], ["name": "a", "config": ["x": 1]])
        let plan = scene.plan()
        #expect(plan.signs == ["○ toy/job/a"])
        #expect(plan.causes == ["released config"])
        let row = try #require(plan.rows.first)
        #expect(row.calls.isEmpty)
        #expect(row.fields.first?.before == ["x": 1])
        let record = try #require(row.record)
        #expect(record.written == ["name": "a"])
        #expect(record.released == [FieldPath(["config"])])
        scene.recorded = [record]
        #expect(scene.plan().isEmpty)
    }

    @Test func `is remembered, so that a later null is the author's`() throws {
        var scene = scene(["name": "a"], ["name": "a", "config": ["x": 1]])
        scene.recorded = [try #require(scene.plan().rows.first?.record)]
        scene.wanted = [Toy.resource("toy/job/a", ["name": "a", "config": .null])]
        let plan = scene.plan()
        #expect(plan.causes == ["intended config"])
        #expect(plan.rows.first?.record?.released == [])
    }

    @Test func `stands beside what changes`() throws {
        var scene = scene(["name": "b"], ["name": "a", "config": ["x": 1]])
        let plan = scene.plan()
        #expect(plan.signs == ["~ toy/job/a"])
        #expect(plan.causes == ["intended name", "released config"])
        #expect(plan.rows.first?.record?.released == [FieldPath(["config"])])
    }

    @Test func `may be the one that starts and stops it`() throws {
        var scene = scene(["name": "a"], ["name": "a", "status": "running"])
        let plan = scene.plan()
        #expect(plan.signs == ["○ toy/job/a"])
        #expect(plan.causes == ["released status"])
        scene.recorded = [try #require(plan.rows.first?.record)]
        #expect(scene.plan().isEmpty)
    }
}
