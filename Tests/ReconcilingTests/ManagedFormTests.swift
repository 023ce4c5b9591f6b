import Documents
import Platforms
import Testing

@testable import Reconciling

@Suite struct `The form in which the platform returned what was wanted` {
    private func form(
        _ wanted: Value, _ observed: Value, after action: Action = .update
    ) -> ManagedForm {
        ManagedForm(of: wanted, in: observed, ItemKind().shape, after: action)
    }

    @Test func `holds the fields that were written and no others`() {
        let form = form(["name": "mug"], ["name": "mug", "price": 3, "id": 1])
        #expect(form.value == ["name": "mug"])
        #expect(form.keptOtherwise.isEmpty)
    }

    @Test func `compares keyed elements by their key`() {
        let form = form(
            ["parts": [["slug": "a", "size": 1], ["slug": "b", "size": 2]]],
            ["parts": [["slug": "b", "size": 3, "x": 1], ["slug": "a", "size": 1, "x": 1]]])
        #expect(form.value == ["parts": [["slug": "a", "size": 1], ["slug": "b", "size": 3]]])
        #expect(form.keptOtherwise == ["`parts.b.size`: written `2`, the platform kept `3`"])
    }

    @Test func `finds keyed elements whose key is an id, a number here and a text there`() {
        let id = FieldType.reference(KindName("shop", "item"), .either)
        let item = Shape(fields: [Field(name: "item", type: id, rules: .none, summary: "")])
        let items = FieldType.list(.object(item), key: "item")
        let shape = Shape(fields: [Field(name: "items", type: items, rules: .none, summary: "")])
        let form = ManagedForm(
            of: ["items": [["item": 5]]], in: ["items": [["item": "5"]]], shape, after: .update)
        #expect(form.value == ["items": [["item": "5"]]])
        #expect(form.keptOtherwise.isEmpty)
    }

    @Test func `says nothing about order where it means nothing`() {
        #expect(form(["tags": ["a", "b"]], ["tags": ["b", "a"]]).keptOtherwise.isEmpty)
        #expect(form(["tags": ["a", "b"]], ["tags": ["b"]]).keptOtherwise.count == 1)
    }

    @Test func `says nothing about names that became ids`() {
        let form = form(["kind": "cups"], ["kind": "8f3a"])
        #expect(form.value == ["kind": "8f3a"])
        #expect(form.keptOtherwise.isEmpty)
    }

    @Test func `takes the lifecycle from the platform only after a row about it`() {
        let update = form(["state": "on"], ["state": "off"])
        #expect(update.value == ["state": "on"])
        let stop = form(["state": "off"], ["state": "stopping"], after: .stop)
        #expect(stop.value == ["state": "stopping"])
        #expect((update.keptOtherwise + stop.keptOtherwise).isEmpty)
    }

    @Test func `says what was dropped, but for nulls and defaults`() {
        let form = form(["price": 3, "fresh": false, "tags": .null], [:])
        #expect(form.value == ["fresh": false, "tags": .null])
        #expect(form.keptOtherwise == ["`price`: written `3`, the platform kept nothing"])
    }
}
