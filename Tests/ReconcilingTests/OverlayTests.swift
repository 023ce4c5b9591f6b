import Documents
import Platforms
import Testing

@testable import Reconciling

@Suite struct `A body over what was read` {
    private let slot = Slot("a/b/c", "object")

    private func merge(_ ours: Value, over read: Value, _ overlay: Overlay) throws -> Value? {
        let known = Substitution(slots: [slot: read])
        var overlay = overlay
        overlay.ours = ours
        let wire = try known.wire(Request(.put, ["x"], body: .over(overlay)))
        return try wire.body.map { try JSON.parse($0) }
    }

    @Test func `keeps every member that is not ours, at any depth`() throws {
        let read: Value = ["id": 1, "a": 1, "deep": ["x": 1, "y": ["z": 2, "k": 3]]]
        let sent = try merge(
            ["a": 2, "deep": ["y": ["z": 9]], "new": "n"], over: read,
            Overlay(read: slot, dropping: ["id"], ours: .null))
        #expect(sent == ["a": 2, "deep": ["x": 1, "y": ["z": 9, "k": 3]], "new": "n"])
    }

    @Test func `null clears, lists are ours as a whole`() throws {
        let sent = try merge(
            ["a": .null, "tags": ["x"]], over: ["a": 1, "tags": ["y", "z"]],
            Overlay(read: slot, ours: .null))
        #expect(sent == ["a": .null, "tags": ["x"]])
    }

    @Test func `null takes a member out, and nothing null is sent, where the platform wants it so`()
        throws
    {
        let read: Value = [
            "a": 1, "kept": 2, "none": .null, "steps": [["id": 1, "next": 2, "x": 3]],
        ]
        let overlay = Overlay(
            read: slot, ours: ["a": .null, "steps": [["id": 1, "next": .null]]],
            lists: ["steps": .init(key: "id")], omitsNull: true)
        let sent = try merge(overlay.ours, over: read, overlay)
        #expect(sent == ["kept": 2, "steps": [["id": 1, "x": 3]]])
        #expect(overlay.sent == ["steps": [["id": 1]]])
    }

    @Test func `elements of a keyed list keep what is not ours if their tag is equal`() throws {
        let read: Value = [
            "steps": [
                ["slug": "a", "type": "send", "extra": 1],
                ["slug": "b", "type": "wait", "extra": 2], ["slug": "gone", "extra": 3],
            ]
        ]
        let sent = try merge(
            ["steps": [["slug": "b", "type": "send"], ["slug": "a", "type": "send", "n": 1]]],
            over: read,
            Overlay(read: slot, ours: .null, lists: ["steps": .init(key: "slug", tag: "type")]))
        #expect(
            sent == [
                "steps": [
                    ["slug": "b", "type": "send"],
                    ["slug": "a", "type": "send", "extra": 1, "n": 1],
                ]
            ])
    }

    @Test func `names what it keeps, as far as an object is known`() {
        let overlay = Overlay(
            read: slot, dropping: ["id"],
            ours: [
                "a": 2, "deep": ["y": 1], "steps": [["slug": "b"], ["slug": "a", "type": "w"]],
            ],
            lists: ["steps": .init(key: "slug", tag: "type")])
        let read: Value = [
            "id": 1, "a": 1, "b": true, "gone": .null, "deep": ["x": 1, "y": ["z": 2]],
            "steps": [["slug": "a", "type": "send", "extra": 1], ["slug": "b", "extra": 2]],
        ]
        #expect(overlay.keeping(read).kept == ["b", "deep.x", "steps.b.extra"])
        #expect(overlay.keeping(["id": 1, "a": 1]).kept == [])
        #expect(overlay.keeping(nil).kept == nil)
    }
}
