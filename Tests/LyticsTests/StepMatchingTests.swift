import Documents
import Testing

@testable import Lytics
import Platforms

/// A flow as an answer shows it: numbers only, ways in the order of the arguments.
private func shown(_ steps: [Value], root: Int64) -> LyticsFlow {
    ValueReader.read(LyticsFlow.self, ["root_step_id": .int(root), "steps": .list(steps)])
}

/// A flow as a file says it.
private func written(_ steps: [Value], root: String) -> LyticsFlow {
    ValueReader.read(LyticsFlow.self, ["root_step_id": .text(root), "steps": .list(steps)])
}

private func delay(_ name: Value, next: Value) -> Value {
    let key = name.text == nil ? "id" : "slug"
    return .object(Object([(key, name), ("type_hint", "delay"), ("next", next)]))
}

private func export(_ name: Value, next: Value) -> Value {
    let key = name.text == nil ? "id" : "slug"
    return .object(Object([(key, name), ("type_hint", "work_export"), ("next", next)]))
}

private func split(_ name: Value, _ ways: [(String, Value)]) -> Value {
    let key = name.text == nil ? "id" : "slug"
    let conditions = ways.map { way in
        Value.object(["label": .text(way.0), "conditions": .text(way.0), "next": way.1])
    }
    return .object(
        Object([
            (key, name), ("type_hint", "conditional"), ("split_conditions", .list(conditions)),
        ]))
}

@Suite struct `steps that are shown without slugs` {
    @Test func `are called as the file calls what stands at the same place`() {
        let live = shown(
            [
                delay(1000, next: 2000), split(2000, [("b", 4000), ("a", 3000)]),
                export(3000, next: 0), export(4000, next: 1000),
            ], root: 1000)
        let file = written(
            [
                export("yes", next: "end"), delay("rest", next: "fork"),
                split("fork", [("a", "yes"), ("b", "no")]), export("no", next: "rest"),
            ], root: "rest")
        #expect(
            StepMatching(live, file, known: [:]).slugs
                == [1000: "rest", 2000: "fork", 3000: "yes", 4000: "no"])
    }

    @Test func `keep the slugs they were given, and go on from there`() {
        let live = shown([delay(1, next: 2), delay(2, next: 3), export(3, next: 0)], root: 1)
        let file = written(
            [delay("a", next: "b"), delay("b", next: "c"), export("c", next: "end")], root: "a")
        #expect(
            StepMatching(live, file, known: [2: "b", 3: "c"]).slugs
                == [1: "a", 2: "b", 3: "c"])
    }

    @Test func `are called otherwise where the file has another name for what says the same`() {
        let live = shown([delay(1, next: 2), delay(2, next: 3), export(3, next: 0)], root: 1)
        let file = written(
            [delay("a", next: "b"), delay("b", next: "c"), export("c", next: "end")], root: "a")
        let matching = StepMatching(live, file, known: [1: "old", 2: "b", 3: "c"])
        #expect(matching.slugs == [1: "a", 2: "b", 3: "c"])
        #expect(matching.former == [1: "old"])
    }

    @Test func `keep a slug that the file does not have for anything like them`() {
        let live = shown([delay(1, next: 2), delay(2, next: 3), export(3, next: 0)], root: 1)
        var first = delay("a", next: "b").object ?? [:]
        first["delay"] = 3_600_000_000_000
        let file = written(
            [.object(first), delay("b", next: "c"), export("c", next: "end")], root: "a")
        let matching = StepMatching(live, file, known: [1: "old", 2: "b", 3: "c"])
        #expect(matching.slugs == [1: "old", 2: "b", 3: "c"])
        #expect(matching.former == [:])
    }

    @Test func `of another type, or behind one, are none of the file's`() {
        let live = shown([delay(1, next: 2), delay(2, next: 3), export(3, next: 0)], root: 1)
        let file = written(
            [delay("a", next: "b"), export("b", next: "c"), export("c", next: "end")], root: "a")
        #expect(StepMatching(live, file, known: [:]).slugs == [1: "a"])
    }

    @Test func `are found by a label that no other has, where something stands before them`() {
        func labeled(_ step: Value, _ label: Value) -> Value {
            var members = step.object ?? [:]
            members["label"] = label
            return .object(members)
        }
        let live = shown(
            [
                labeled(delay(1, next: 2), "Rest"), labeled(export(2, next: 3), "Send"),
                delay(3, next: 0),
            ], root: 1)
        let file = written(
            [
                labeled(delay("rest", next: "new"), "Rest"),
                labeled(delay("new", next: "send"), "New"),
                labeled(export("send", next: "wait"), "Send"), delay("wait", next: "end"),
            ], root: "rest")
        #expect(
            StepMatching(live, file, known: [:]).slugs == [1: "rest", 2: "send", 3: "wait"])
    }

    @Test func `are found by the number that the file gives a step`() {
        let live = shown([delay(1, next: 2), export(2, next: 0)], root: 1)
        let step: Value = ["slug": "c", "id": 2, "type_hint": "work_export", "next": "end"]
        let file = written([step], root: "c")
        #expect(StepMatching(live, file, known: [:]).slugs == [2: "c"])
    }

    @Test func `are called by their labels where nothing else names them`() {
        func labeled(_ number: Int64, _ label: Value) -> Value {
            ["id": .int(number), "type_hint": "delay", "label": label]
        }
        let live = shown(
            [
                labeled(1000, "Wait 2 days"), labeled(2000, "Wait – 2 days!"),
                labeled(3000, "End"), labeled(4000, "Rest"), labeled(5000, "…"),
                labeled(6000, "Known"),
            ], root: 1000)
        #expect(
            live.labelSlugs(but: [6000: "other"], taken: ["rest"])
                == [1000: "wait_2_days", 6000: "other"])
    }
}
