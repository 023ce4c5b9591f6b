import Diagnostics
import Documents
import Platforms
import Testing

@testable import Planning

/// An auth, a job that needs it, a job that nothing live is like, and an older job of the ledger.
private func scene() -> Scene {
    var scene = Scene(wanted: [
        Toy.resource("toy/auth/x", ["label": "x"]),
        Toy.resource(
            "toy/job/a", ["name": "a", "auth_id": .captured(Slot("toy/auth/x")), "retries": 5]),
        Toy.resource("toy/job/new", ["name": "new"]), Toy.resource("toy/job/own", ["name": "own"]),
    ])
    scene.has("toy/job/own", id: "3", ["name": "own"])
    scene.has("toy/job/removed", id: "4", ["name": "removed"])
    scene.observed += [
        Toy.observed("toy/auth/any", id: "1", ["label": "x"]),
        Toy.observed("toy/job/any", id: "2", ["name": "a", "auth_id": "1", "retries": 4]),
    ]
    return scene
}

@Test func `an adoption takes along what it needs, and plans nothing else`() {
    var scene = scene()
    scene.options.adopt = [Address("toy/job/a")]
    let plan = scene.plan()
    #expect(plan.signs == ["= toy/auth/x", "= toy/job/a"])
    #expect(plan.requests == 0)
    #expect(scene.codes == [])
}

@Test func `what is named and not live is an error, and what a pattern passes over is a note`() {
    var scene = scene()
    scene.options.adopt = [Address("toy/job/new")]
    #expect(scene.plan().isEmpty)
    #expect(scene.codes == ["plan/nothing-to-adopt"])
    scene.options = PlanningOptions()
    for pattern in [AddressPattern("toy/job/*"), AddressPattern("*/*/*"), .all] {
        scene.options.adoptMatching = [pattern]
        let plan = scene.plan()
        #expect(plan.signs == ["= toy/auth/x", "= toy/job/a"], "\(pattern)")
        #expect(
            plan.notes.contains(
                "nothing live matches `toy/job/new`: it is left to the next plan"))
        #expect(plan.notes.last == "1 object is managed already")
        #expect(scene.codes == [])
    }
}

@Test func `what belongs to another address is not taken over, and the address is named`() {
    var scene = scene()
    scene.wanted.append(Toy.resource("toy/job/twin", ["name": "own"]))
    scene.options.adopt = [Address("toy/job/twin")]
    #expect(scene.plan().isEmpty)
    #expect(scene.codes == ["plan/nothing-to-adopt"])
    #expect(
        scene.report.diagnostics.first?.primary?.text == "what matches is managed as `toy/job/own`")
}

@Test func `what is managed already is said, and what no document has is an error of adopt`() {
    var scene = scene()
    scene.options.adopt = [Address("toy/job/own")]
    let plan = scene.plan()
    #expect(plan.isEmpty)
    #expect(plan.notes == ["`toy/job/own` is managed already"])
    #expect(scene.codes == [])
    scene.options.adopt = [Address("toy/job/ow")]
    scene.options.adoptMatching = [AddressPattern("toy/page/*")]
    _ = scene.plan()
    #expect(scene.codes == ["plan/unknown-address", "plan/unknown-address"])
    #expect(scene.report.diagnostics.allSatisfy { $0.message.hasPrefix("`weir adopt`") })
}

@Test func `a star stands for any text within one part`() {
    let address = Address("toy/job/welcome_mail")
    for text in ["toy/job/*", "toy/*/welcome*", "*/*/*", "toy/job/*_mail", "toy/j*b/w*_*l"] {
        #expect(AddressPattern(text).matches(address), "\(text)")
    }
    for text in ["toy/*", "toy/job/*x", "toy/job/welcome", "*", "toy/job/*/*", "toy/job/m*w*"] {
        #expect(!AddressPattern(text).matches(address), "\(text)")
    }
}
