import Diagnostics
import Documents
import Platforms
import Testing

@testable import Planning

@Test func `an empty ledger before a full account is one sentence and one command`() {
    var scene = Scene()
    for number in 1...60 {
        let name = "job \(number)"
        let id = Value.int(Int64(number))
        scene.wanted.append(Toy.resource("toy/job/j\(number)", ["name": .text(name)]))
        scene.observed.append(Toy.observed("toy/job/x", id: id, ["name": .text(name)]))
    }
    scene.wanted.append(Toy.resource("toy/auth/new", ["label": "new"]))
    _ = scene.plan()
    #expect(scene.codes == ["plan/nothing-managed"])
    let problem = scene.report.diagnostics.first
    #expect(
        problem?.message
            == "the ledger of `default` is empty, and 60 of your 61 documents exist on `toy` already"
    )
    #expect(problem?.help == "`weir adopt --all` records them as they are and sends nothing")
    scene.has("toy/auth/own", id: "own", ["label": "own"])
    scene.wanted.append(Toy.resource("toy/auth/own", ["label": "own"]))
    _ = scene.plan()
    #expect(scene.codes.count == 11)
    #expect(
        scene.report.diagnostics.contains {
            $0.message == "50 more exist already and are not managed"
        })
}

@Test func `a rename without was of what is gone is an error too, and nothing is started`() {
    var scene = Scene(wanted: [Toy.resource("toy/job/new", ["name": "a", "status": "running"])])
    scene.recorded = [Toy.recorded("toy/job/old", id: "1", ["name": "a", "status": "running"])]
    #expect(scene.plan().signs == [])
    #expect(scene.codes == ["plan/rename-without-was"])
    scene.wanted = [
        Toy.resource(
            "toy/job/new", ["name": "a", "status": "running"],
            options: Toy.options { $0.was = Address("toy/job/old") })
    ]
    let plan = scene.plan()
    #expect(scene.codes == [])
    #expect(plan.signs == ["→ toy/job/new", "+ toy/job/new"])
}

@Test func `a rename without was is an error at every kind, and nothing is deleted`() {
    let documents: [(old: String, new: String, Object)] = [
        ("toy/job/old", "toy/job/new", ["name": "a"]),
        ("toy/auth/old", "toy/auth/new", ["label": "a"]),
        ("toy/page/p/link/old", "toy/page/p/link/new", ["name": "a"]),
    ]
    for (old, new, members) in documents {
        var scene = Scene(wanted: [
            Toy.resource("toy/page/p", ["label": "p"]), Toy.resource(new, members),
        ])
        scene.has("toy/page/p", id: "p", ["label": "p"])
        scene.has(old, id: "1", members)
        scene.options.presentFolders = []
        #expect(scene.plan().isEmpty)
        #expect(scene.codes == ["plan/rename-without-was"], "\(new)")
        let problem = scene.report.diagnostics.first
        #expect(problem?.message.contains("`\(old)`") == true)
        let word = old.hasPrefix("toy/page") ? old : "old"
        #expect(problem?.help == "say that it is renamed: `weir: { was: \(word) }`")
        // The same after somebody renamed the live object.
        scene.observed[1].naturalKey = "b"
        _ = scene.plan()
        #expect(scene.codes == ["plan/rename-without-was"], "\(new)")
        scene.options.only = [Address(old)]
        #expect(scene.plan().rows.allSatisfy { $0.action == .delete })
    }
}

@Test func `a new document beside one that is gone and is another thing is no rename`() {
    var scene = Scene(wanted: [Toy.resource("toy/job/new", ["name": "b"])])
    scene.has("toy/job/old", id: "1", ["name": "a"])
    #expect(scene.plan().signs == ["+ toy/job/new", "- toy/job/old"])
    #expect(scene.codes == [])
}

@Test func `a new document that names the object of one that is gone is a rename`() {
    let options = Toy.options { $0.live = "1" }
    var scene = Scene(wanted: [Toy.resource("toy/job/new", ["name": "b"], options: options)])
    scene.has("toy/job/old", id: "1", ["name": "a"])
    _ = scene.plan()
    #expect(scene.codes == ["plan/rename-without-was"])
}

@Test func `the children of a renamed document are renamed with it`() {
    let options = Toy.options { $0.was = Address("toy/page/old") }
    let parent = Value.captured(Slot("toy/page/new"))
    var scene = Scene(wanted: [
        Toy.resource("toy/page/new", ["label": "p"], options: options),
        Toy.resource("toy/page/new/link/a", ["name": "a", "page_id": parent]),
    ])
    scene.has("toy/page/old", id: "p", ["label": "p"])
    scene.has("toy/page/old/link/a", id: "1", ["name": "a", "page_id": "p"])
    #expect(scene.plan().signs == ["→ toy/page/new", "→ toy/page/new/link/a"])
    #expect(scene.codes == [])
}

@Test func `two documents that the platform cannot tell apart are an error at both places`() {
    var scene = Scene(wanted: [
        Toy.resource("toy/job/a", ["name": "same"]), Toy.resource("toy/job/b", ["name": "same"]),
    ])
    #expect(scene.plan().signs == ["+ toy/job/a"])
    #expect(scene.codes == ["plan/indistinguishable"])
    #expect(scene.report.diagnostics.first?.secondary.count == 1)
    scene.has("toy/job/a", id: "1", ["name": "same"])
    _ = scene.plan()
    #expect(scene.codes == ["plan/indistinguishable"])
    scene.has("toy/job/b", id: "2", ["name": "same"])
    #expect(scene.plan().isEmpty)
    #expect(scene.codes == [])
}

@Test func `what files alone show of such documents is a warning, since a ledger may tell more`() {
    func codes(_ options: ResourceOptions, _ name: Value) -> [String] {
        var report = Report()
        let documents = [
            Toy.resource("toy/job/a", ["name": "same"]),
            Toy.resource("toy/job/b", ["name": name], options: options),
        ]
        DocumentTwins.check(documents, kinds: Toy.kinds, into: &report)
        #expect(report.diagnostics.allSatisfy { $0.secondary.count == 1 })
        #expect(!report.hasErrors)
        return report.diagnostics.map(\.code)
    }
    #expect(codes(ResourceOptions(), "same") == ["plan/indistinguishable"])
    #expect(codes(ResourceOptions(), "other") == [])
    #expect(codes(Toy.options { $0.live = "7" }, "same") == [])
    #expect(codes(Toy.options { $0.isExternal = true }, "same") == [])
}
