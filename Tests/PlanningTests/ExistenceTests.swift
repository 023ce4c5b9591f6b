import Diagnostics
import Documents
import Platforms
import Testing

@testable import Planning

private let job: Object = ["name": "a"]

/// A scene with one recorded job, which is live unless told otherwise.
private func scene(isLive: Bool = true, isWanted: Bool = true) -> Scene {
    var scene = Scene(wanted: isWanted ? [Toy.resource("toy/job/a", job)] : [])
    scene.has("toy/job/a", id: "1", job)
    if !isLive {
        scene.observed = []
        scene.missing = [Address("toy/job/a"): "the platform answered 404 for it"]
    }
    return scene
}

private func twin(made time: String?, _ fields: Object = job) -> ObservedResource {
    var twin = Toy.observed("toy/job/a", id: "2", fields)
    twin.naturalKey = "a"
    twin.createdAt = time.flatMap { Timestamp($0) }
    return twin
}

private func run(_ begin: String, _ end: String?, next: String? = nil) throws -> RunWindow {
    RunWindow(
        begin: try #require(Timestamp(begin)), end: end.flatMap { Timestamp($0) },
        next: next.flatMap { Timestamp($0) })
}

@Test(arguments: [true, false])
func `what is recorded and gone says in the row what showed it`(isWanted: Bool) throws {
    var scene = scene(isLive: false, isWanted: isWanted)
    let plan = scene.plan()
    #expect(plan.rows.map(\.action) == [isWanted ? .create : .forget])
    #expect(
        plan.rows[0].missing
            == "the ledger has it as `1`; the platform answered 404 for it")
    let text = plan.canonicalText
    #expect(try Plan(encoded: JSON.parse(Array(text.utf8))) == plan)
}

@Test(arguments: [true, false])
func `a plan for what was missing is stale once it is back`(isWanted: Bool) throws {
    var scene = scene(isLive: false, isWanted: isWanted)
    let plan = scene.plan()
    let back = PlanStaleness.check(
        plan: plan, observed: [Toy.observed("toy/job/a", id: "1", job)], kinds: Toy.kinds,
        recorded: scene.input.recorded)
    #expect(back.map(\.code) == ["plan/stale"])
    let gone = PlanStaleness.check(
        plan: plan, observed: [], kinds: Toy.kinds, recorded: scene.input.recorded)
    #expect(gone.isEmpty)
}

@Test(arguments: [
    ("2026-01-01T10:00:30Z", true),
    ("2026-01-01T09:59:30Z", true),
    ("2026-01-01T10:05:00Z", true),
    ("2026-01-01T09:00:00Z", false),
    ("2026-01-01T11:00:00Z", false),
])
func `a twin is a likely double where a run may have made it`(
    made: String, isDouble: Bool
) throws {
    var scene = scene()
    scene.observed.append(twin(made: made))
    scene.runs = [try run("2026-01-01T10:00:00Z", "2026-01-01T10:01:00Z")]
    let plan = scene.plan()
    #expect(plan.isEmpty)
    #expect(plan.doubles.map(\.otherID) == (isDouble ? ["2"] : []))
    #expect(scene.codes == (isDouble ? ["plan/likely-double"] : []))
    #expect(try Plan(encoded: JSON.parse(Array(plan.canonicalText.utf8))) == plan)
}

@Test(arguments: [(nil, true), ("2026-01-01T12:00:00Z", false)] as [(String?, Bool)])
func `a run that was cut off ends at the latest when the next one begins`(
    next: String?, isDouble: Bool
) throws {
    var scene = scene()
    scene.observed.append(twin(made: "2026-01-01T15:00:00Z"))
    scene.runs = [try run("2026-01-01T10:00:00Z", nil, next: next)]
    #expect(scene.plan().doubles.isEmpty == !isDouble)
}

@Test func `a twin of unknown age is a likely double where it is what was last applied`() throws {
    var scene = scene()
    scene.runs = [try run("2026-01-01T10:00:00Z", "2026-01-01T10:01:00Z")]
    scene.observed.append(twin(made: nil))
    #expect(scene.plan().doubles.count == 1)
    scene.observed[1] = twin(made: nil, ["name": "other"])
    #expect(scene.plan().doubles.isEmpty)
}

@Test(arguments: [true, false])
func `what exists and is not managed is an error, unless a run that is under way may have made it`(
    isRunUnderWay: Bool
) throws {
    var scene = scene()
    scene.wanted.append(Toy.resource("toy/job/b", ["name": "b"]))
    scene.observed.append(Toy.observed("toy/job/b", id: "2", ["name": "b"]))
    scene.isRunUnderWay = isRunUnderWay
    let plan = scene.plan()
    #expect(scene.codes == (isRunUnderWay ? [] : ["plan/exists-already"]))
    #expect(plan.rows.isEmpty)
    let isNoted = plan.notes.contains { $0.contains("the run that is under way may have made it") }
    #expect(isNoted == isRunUnderWay)
}

@Test(arguments: [true, false])
func `what an interrupted call made beside the recorded object is told in the same words, and once`(
    isTwin: Bool
) throws {
    var scene = scene()
    let made = "2026-01-01T10:00:30Z"
    scene.observed.append(twin(made: made, isTwin ? job : ["name": "renamed since"]))
    if !isTwin { scene.observed[1].naturalKey = "renamed since" }
    if isTwin { scene.runs = [try run("2026-01-01T10:00:00Z", "2026-01-01T10:01:00Z")] }
    scene.doubles = [LikelyDouble(address: Address("toy/job/a"), liveID: "1", otherID: "2")]
    let plan = scene.plan()
    #expect(scene.codes == ["plan/likely-double"])
    #expect(plan.doubles.map(\.createdAt) == [Timestamp(made)])
    #expect(plan.notes.isEmpty)
    let message = try #require(scene.report.diagnostics.first?.message)
    #expect(message.contains("`1`") && message.contains("`2`"))
    #expect(message == plan.doubles.first?.message)
}

@Test func `a twin that a file, an older object or another resource accounts for is none`() throws {
    let run = try run("2026-01-01T10:00:00Z", "2026-01-01T10:01:00Z")
    let other = twin(made: "2026-01-01T10:00:30Z")

    var named = scene()
    named.wanted = [
        Toy.resource("toy/job/a", job, options: Toy.options { $0.live = "1" })
    ]
    var older = scene()
    older.recorded[0].orphans = ["2"]
    var owned = scene()
    owned.recorded.append(Toy.recorded("toy/job/b", id: "2", job))
    owned.wanted.append(Toy.resource("toy/job/b", job))
    for var scene in [named, older, owned] {
        scene.observed.append(other)
        scene.runs = [run]
        #expect(scene.plan().doubles.isEmpty)
    }
}
