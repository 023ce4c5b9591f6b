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
                "nothing live matches `toy/job/new`: not adopted"))
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

/// A job whose file has a secret in its configuration, and the same job live.
private func secretScene(live: Value) -> Scene {
    var scene = Scene(wanted: [
        Toy.resource("toy/job/a", ["name": "a", "config": ["token": .secret("TOKEN")]])
    ])
    scene.digests = ["toy/job/a config.token": "toy/job config.token one"]
    scene.observed = [Toy.observed("toy/job/a", id: "1", ["name": "a", "config": live])]
    return scene
}

extension Scene {
    /// Adopts everything and takes what the ledger then holds.
    fileprivate mutating func adopt() -> Plan {
        options.adoptMatching = [.all]
        let plan = plan()
        recorded = plan.rows.compactMap(\.record)
        options = PlanningOptions()
        return plan
    }
}

@Test func `a secret that the platform shows is compared when it is adopted`() {
    var scene = secretScene(live: ["token": "one"])
    #expect(!scene.adopt().notes.contains { $0.contains("differs") })
    #expect(scene.plan().isEmpty)
    scene.digests = ["toy/job/a config.token": "toy/job config.token two"]
    #expect(scene.plan().causes == ["secret config.token"])
    for other: Value in [["token": "another"], [:]] {
        var scene = secretScene(live: other)
        #expect(scene.adopt().notes.contains { $0.contains("differs from your file in 1 field") })
        #expect(scene.plan().causes == ["adopt config.token"], "\(other)")
    }
}

@Test func `what the platform never shows is assumed to be as in the file, and that is said once`()
{
    var scene = Scene(wanted: [
        Toy.resource("toy/auth/a", ["label": "a", "config": ["key": .secret("KEY")]]),
        Toy.resource("toy/auth/b", ["label": "b", "config": ["user": "me"], "seed": "1"]),
    ])
    scene.digests = ["toy/auth/a config.key": "d1"]
    scene.observed = [
        Toy.observed("toy/auth/a", id: "1", ["label": "a"]),
        Toy.observed("toy/auth/b", id: "2", ["label": "b"]),
    ]
    let adoption = scene.adopt()
    #expect(
        adoption.notes == [
            "3 fields are never shown by the platform and assumed to be as in your files: "
                + "`toy/auth/a` `config`, `toy/auth/b` `config`, `toy/auth/b` `seed`"
        ])
    #expect(scene.plan().isEmpty)
    scene.digests = ["toy/auth/a config.key": "d2"]
    #expect(scene.plan().causes == ["secret config.key"])
    scene.digests = ["toy/auth/a config.key": "d1"]
    scene.wanted[1] = Toy.resource(
        "toy/auth/b", ["label": "b", "config": ["user": "you"], "seed": "1"])
    #expect(scene.plan().causes == ["intended config.user"])
}
