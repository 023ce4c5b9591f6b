import Diagnostics
import Documents
import Platforms
import Testing

@testable import Planning

private func auth(_ id: String) -> Resource { Toy.resource("toy/auth/\(id)", ["label": .text(id)]) }

private func job(_ id: String, needs: String...) -> Resource {
    let slots = needs.map { Value.captured(Slot($0)) }
    return Toy.resource(
        "toy/job/\(id)", ["name": .text(id), "auth_ids": .list(slots), "status": "paused"])
}

@Test func `rows stand after what they need, ties by address`() {
    var scene = Scene(wanted: [
        job("a", needs: "toy/job/z"), job("z", needs: "toy/auth/m", "toy/auth/b"), auth("m"),
        auth("b"), job("c"),
    ])
    let plan = scene.plan()
    #expect(
        plan.signs == [
            "+ toy/auth/b", "+ toy/auth/m", "+ toy/job/c", "+ toy/job/z", "+ toy/job/a",
        ])
    #expect(plan.rows.map(\.number) == [1, 2, 3, 4, 5])
    #expect(plan.rows.map(\.waitsFor) == [[], [], [], [1, 2], [4]])
}

@Test func `extra order is kept`() {
    let after = Toy.options {
        $0.after = [
            Need(Address("toy/job/z"), span: SourceSpan(source: SourceID(0), start: 1, end: 2))
        ]
    }
    var scene = Scene(wanted: [
        Toy.resource("toy/job/a", ["name": "a"], options: after), job("z"),
    ])
    #expect(scene.plan().signs == ["+ toy/job/z", "+ toy/job/a"])
    scene.wanted.removeLast()
    _ = scene.plan()
    #expect(scene.codes == ["plan/unknown-reference"])
}

@Test func `the input's order does not matter, and equal input gives equal bytes`() {
    let resources = [job("a", needs: "toy/auth/b"), auth("b"), auth("c"), job("d")]
    var one = Scene(wanted: resources)
    var other = Scene(wanted: resources.reversed())
    #expect(one.plan().canonicalText == other.plan().canonicalText)
}

@Test func `a circle of references is printed edge by edge`() throws {
    var scene = Scene(wanted: [
        job("a", needs: "toy/job/b"), job("b", needs: "toy/job/c"), job("c", needs: "toy/job/a"),
    ])
    _ = scene.plan()
    let diagnostic = try #require(scene.report.diagnostics.first)
    #expect(diagnostic.code == "plan/reference-cycle")
    #expect(
        diagnostic.message.hasSuffix("`toy/job/a` → `toy/job/b` → `toy/job/c` → `toy/job/a`"))
    #expect(diagnostic.primary?.text == "`toy/job/a` needs `toy/job/b`")
    #expect(
        diagnostic.secondary.map(\.text) == [
            "`toy/job/b` needs `toy/job/c`", "`toy/job/c` needs `toy/job/a`",
        ])
}

@Test func `only takes what the named rows need and names what it leaves out`() {
    var scene = Scene(wanted: [job("a", needs: "toy/auth/b"), auth("b"), auth("c")])
    scene.has("toy/job/gone", id: "9", ["name": "gone"])
    scene.options.only = [Address("toy/job/a")]
    let plan = scene.plan()
    #expect(plan.signs == ["+ toy/auth/b", "+ toy/job/a"])
    #expect(plan.rows.last?.waitsFor == [1])
    #expect(plan.notes == ["left out by `--only`: `toy/auth/c`, `toy/job/gone`"])
}

@Test func `only refuses addresses that nothing has`() {
    var scene = Scene(wanted: [auth("braze")])
    scene.options.only = [Address("toy/auth/brase")]
    #expect(scene.plan().isEmpty)
    #expect(scene.codes == ["plan/unknown-address"])
    #expect(scene.report.diagnostics.first?.help == "did you mean `toy/auth/braze`?")
}

@Test func `only deletes nothing that is not named`() {
    var scene = Scene()
    scene.has("toy/auth/a", id: "1", ["label": "a"])
    scene.has("toy/job/b", id: "2", ["name": "b"])
    scene.recorded[1].needs = [Address("toy/auth/a")]
    scene.options.only = [Address("toy/auth/a")]
    _ = scene.plan()
    #expect(scene.codes == ["plan/only-deletes"])
}

@Test func `a long chain of references is no trouble`() {
    let count = 3_000
    let chain = (0..<count).map { index in
        index == 0 ? job("j0") : job("j\(index)", needs: "toy/job/j\(index - 1)")
    }
    var scene = Scene(wanted: chain.shuffled())
    let plan = scene.plan()
    #expect(plan.rows.map(\.address.id) == (0..<count).map { "j\($0)" })
}

@Test func `a row waits only for what its other waits do not imply`() {
    var scene = Scene(wanted: [
        job("z", needs: "toy/auth/a", "toy/auth/b", "toy/job/m", "toy/job/n"),
        job("n", needs: "toy/job/m"), job("m", needs: "toy/auth/a"), auth("a"), auth("b"),
    ])
    let plan = scene.plan()
    #expect(plan.rows.map(\.address.id) == ["a", "b", "m", "n", "z"])
    #expect(plan.rows.map(\.waitsFor) == [[], [], [1], [3], [2, 4]])
}

@Test func `whatever is left out of the waits is implied by the rest`() {
    for _ in 1...30 {
        let resources = (0..<25).map { index in
            let needs = (0..<index).filter { _ in Int.random(in: 0...4) == 0 }
            return Toy.resource(
                "toy/job/j\(index)",
                ["auth_ids": .list(needs.map { .captured(Slot("toy/job/j\($0)")) })])
        }
        var scene = Scene(wanted: resources.shuffled())
        let plan = scene.plan()
        var reached: [Address: Set<Address>] = [:]
        for row in plan.rows {
            let direct = row.waitsFor.map { plan.rows[$0 - 1].address }
            let indirect = direct.map { reached[$0] ?? [] }.reduce(into: Set()) { $0.formUnion($1) }
            #expect(indirect.isDisjoint(with: direct))
            reached[row.address] = indirect.union(direct)
            let needs = resources.first { $0.address == row.address }?.needs ?? []
            #expect(reached[row.address]?.isSuperset(of: needs.map(\.address)) == true)
        }
    }
}
