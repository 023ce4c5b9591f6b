import Documents
import Platforms
import Testing

private let item = KindName("shop", "item")

private let part = Shape(fields: [
    Field(name: "slug", type: .text, rules: .required, summary: ""),
    Field(name: "size", type: .int, rules: .none, summary: ""),
])

private let shape = Shape(fields: [
    Field(name: "name", type: .text, rules: .required, summary: ""),
    Field(name: "price", type: .double, rules: .none, summary: ""),
    Field(name: "kind", type: .reference(item, .either), rules: .none, summary: ""),
    Field(
        name: "tags", type: .list(.text, key: nil), rules: .with { $0.isUnordered = true },
        summary: ""),
    Field(name: "state", type: .text, rules: .with { $0.isLifecycle = true }, summary: ""),
    Field(name: "parts", type: .list(.object(part), key: "slug"), rules: .none, summary: ""),
    Field(name: "fresh", type: .bool, rules: .defaulting(false), summary: ""),
    Field(name: "key", type: .text, rules: .with { $0.isWriteOnly = true }, summary: ""),
    Field(name: "config", type: .map(.any), rules: .none, summary: ""),
])

@Suite struct `The managed fields as a platform shows them` {
    private func fields(
        _ written: Value, _ live: Value, showsLifecycle: Bool = false
    ) -> ManagedFields {
        ManagedFields(
            of: written, in: live, .object(SortedShape(shape)), showsLifecycle: showsLifecycle)
    }

    private func kept(_ written: Value, _ live: Value) -> [String] {
        fields(written, live).keptOtherwise.map(\.path.description)
    }

    @Test func `are those that were written and no others`() {
        let found = fields(["name": "mug"], ["name": "mug", "price": 3, "id": 1])
        #expect(found.returned == ["name": "mug"])
        #expect(found.keptOtherwise.isEmpty)
    }

    @Test func `of keyed elements are found by their key`() {
        let found = fields(
            ["parts": [["slug": "a", "size": 1], ["slug": "b", "size": 2]]],
            ["parts": [["slug": "b", "size": 3, "x": 1], ["slug": "a", "size": 1, "x": 1]]])
        #expect(
            found.returned == ["parts": [["slug": "a", "size": 1], ["slug": "b", "size": 3]]])
        #expect(
            found.keptOtherwise == [
                KeptField(path: FieldPath(["parts", "b", "size"]), written: 2, returned: 3)
            ])
    }

    @Test func `are kept otherwise where they mean another thing`() {
        #expect(kept(["name": "Mug"], ["name": "mug"]) == ["name"])
        #expect(kept(["name": "mug"], ["name": ""]) == ["name"])
        #expect(kept(["price": 3], [:]) == ["price"])
        #expect(kept(["tags": ["a", "b"]], ["tags": ["b"]]) == ["tags"])
        #expect(kept(["config": ["a": ["b": 1]]], ["config": ["a": [:]]]) == ["config.a.b"])
        #expect(kept(["parts": [["slug": "a"]]], ["parts": []]) == ["parts.a"])
    }

    @Test(
        arguments: [
            (["name": "mug\n"], ["name": "mug"]), (["name": " a\r\nb "], ["name": "a\nb"]),
            (["name": "e\u{301}"], ["name": "\u{e9}"]),
            (["config": ["n": 5]], ["config": ["n": "5"]]),
            (["config": ["n": 2.5]], ["config": ["n": "2.5"]]),
            (["tags": ["a", "b"]], ["tags": ["b", "a"]]), (["kind": "cups"], ["kind": "8f3a"]),
            (["fresh": false, "tags": .null], [:]), (["price": 3], ["price": 3.0]),
        ] as [(Value, Value)])
    func `are spelled otherwise without meaning another thing`(_ written: Value, _ live: Value) {
        #expect(kept(written, live).isEmpty)
    }

    @Test func `show the lifecycle only after a row about it`() {
        #expect(fields(["state": "on"], ["state": "off"]).returned == ["state": "on"])
        let stop = fields(["state": "off"], ["state": "stopping"], showsLifecycle: true)
        #expect(stop.returned == ["state": "stopping"])
        #expect(stop.keptOtherwise.isEmpty)
    }

    @Test func `never hold what stands live where a secret was written`() {
        let written: Value = [
            "key": .secret("K"), "config": ["a": .secret("A"), "list": [["b": .secret("B")]]],
        ]
        let live: Value = ["config": ["a": "hunter2", "list": [["b": "hunter3"]]]]
        let found = fields(written, live)
        #expect(found.returned == written)
        #expect(found.keptOtherwise.isEmpty)
        let changed = fields(written, ["config": ["a": "hunter2", "list": ["hunter3"]]])
        #expect(changed.returned == written)
        #expect(changed.keptOtherwise.map(\.returned) == [nil])
    }

    @Test func `that nobody can see are as they were written, and are told`() {
        let written: Value = ["key": "k", "name": "mug", "config": ["a": .secret("A")]]
        let found = fields(written, ["name": "cup", "config": [:]])
        #expect(found.returned == ["key": "k", "name": "cup", "config": ["a": .secret("A")]])
        #expect(found.unseen == [FieldPath(["key"])])
    }
}
