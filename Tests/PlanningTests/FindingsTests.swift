import Documents
import Platforms
import Testing

@testable import Planning

@Suite struct `What one row finds out` {
    @Test func `comes before the others that ask for it, and before nothing else`() {
        var scene = Scene(wanted: [
            Toy.resource("toy/auth/a", ["label": "other"]),
            Toy.resource("toy/auth/b", ["label": "tried b"]),
            Toy.resource("toy/auth/c", ["label": "tried c"]),
            Toy.resource("toy/auth/d", ["label": "tried d"]),
        ])
        let rows = scene.plan().rows
        #expect(rows.map(\.address.id) == ["a", "b", "c", "d"])
        #expect(rows.map(\.waitsFor) == [[], [], [2], [2]])
    }

    @Test func `is found out by the first that can go, so that nothing waits in a circle`() {
        var scene = Scene(wanted: [
            Toy.resource(
                "toy/auth/a", ["label": "tried a", "config": ["x": .captured(Slot("toy/auth/z"))]]),
            Toy.resource("toy/auth/z", ["label": "tried z"]),
        ])
        let rows = scene.plan().rows
        #expect(rows.map(\.address.id) == ["z", "a"])
        #expect(rows.map(\.waitsFor) == [[], [1]])
    }
}
