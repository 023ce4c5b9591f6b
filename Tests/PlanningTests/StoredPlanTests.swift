import Diagnostics
import Documents
import Platforms
import Testing

@testable import Planning

extension Scene {
    /// A plan as its file holds it, written and read.
    func stored(_ plan: Plan) -> StoredPlan {
        var sources = Sources()
        _ = sources.add(Source(name: "toys/file.yaml", text: ""))
        let stored = StoredPlan(
            plan, of: wanted, recorded: input.recorded, options, lookups: [:], kinds: Toy.kinds,
            sources: sources
        ) { Place(file: "toys/file.yaml", line: Int($0.start), column: 1) }
        return (try? StoredPlan(encoded: stored.encoded)) ?? stored
    }

    /// What planning makes of a plan file now, without the files.
    func planAgain(_ stored: StoredPlan) -> Plan {
        var scene = self
        let span = SourceSpan(source: SourceID(0), start: 0, end: 0)
        scene.wanted = stored.wanted.map { $0.resource(at: span) }
        scene.options = stored.options(recorded: scene.input.recorded)
        return scene.plan()
    }

    /// What keeps a plan from being carried out.
    fileprivate func differences(_ plan: Plan, from stored: StoredPlan) -> [String] {
        let again = PlanRepetition(of: plan, again: planAgain(stored))
        return again.differences.map { ([$0.message] + $0.notes).joined(separator: "; ") }
    }
}

@Suite struct `A stored plan` {
    /// Something of everything: made, changed, moved, deleted, renamed elements, secrets.
    private static func scene() -> Scene {
        var scene = Scene(wanted: [
            Toy.resource("toy/auth/a", ["label": "a", "config": ["token": .secret("TOKEN")]]),
            Toy.resource(
                "toy/job/new",
                ["name": "new", "auth_id": .captured(Slot("toy/auth/a")), "status": "running"],
                options: Toy.options {
                    $0.ignored = [FieldPath(["config"])]
                    $0.onRemove = .forget
                }),
            Toy.resource(
                "toy/job/moved", ["name": "moved"],
                options: Toy.options {
                    $0.was = Address("toy/job/old")
                    $0.isProtected = true
                }),
            Toy.resource("toy/auth/other", ["label": "as it is"]),
        ])
        scene.has("toy/job/old", id: 3, ["name": "moved"])
        scene.has("toy/job/gone", id: 4, ["name": "gone"])
        scene.has("toy/auth/other", id: 5, ["label": "as it is"])
        return scene
    }

    @Test func `is read as it was written`() throws {
        var scene = Self.scene()
        let stored = scene.stored(scene.plan())
        let again = try StoredPlan(encoded: try JSON.parse(stored.encoded.prettyJSON))
        #expect(again == stored)
        #expect(stored.secrets == ["toy/auth/a config.token"])
    }

    @Test func `has what its rows touch and need, and no more`() {
        var scene = Self.scene()
        let stored = scene.stored(scene.plan())
        #expect(
            stored.wanted.map(\.address.text) == ["toy/auth/a", "toy/job/moved", "toy/job/new"])
    }

    @Test func `makes its rows again without files`() {
        var scene = Self.scene()
        let plan = scene.plan()
        #expect(plan.signs.count == 5, "\(plan.signs)")
        #expect(scene.differences(plan, from: scene.stored(plan)) == [])
    }

    /// Edits of one row each, as somebody with the key could make them.
    static let edits: [(String, @Sendable (inout PlanRow) -> Void)] = [
        ("another call", { $0.calls.append(Call("x", Request(.delete, ["jobs", 5]))) }),
        ("no call", { $0.calls = [] }),
        ("another body", { $0.calls[0].request.body = .value(["label": "other"]) }),
        ("another path", { $0.calls[0].request.path = ["toy", ".."] }),
        ("another object", { $0.liveID = 99 }),
        (
            "another field",
            {
                $0.fields.append(
                    .init(path: FieldPath(["x"]), cause: .drift, before: nil, after: 1))
            }
        ),
        ("no field", { $0.fields = [] }),
        ("another record", { $0.record = nil }),
        ("another action", { $0.action = .pause }),
        ("another address", { $0.address = Address("toy/auth/other") }),
        ("no undoing", { $0.isIrreversible.toggle() }),
        ("other waits", { $0.waitsFor = [5] }),
    ]

    @Test(arguments: edits.map(\.0))
    func `is told from one with an edited row`(_ name: String) throws {
        var scene = Self.scene()
        let plan = scene.plan()
        let stored = scene.stored(plan)
        let edit = try #require(Self.edits.first { $0.0 == name }?.1)
        for index in plan.rows.indices {
            var edited = plan
            guard name == "another object" || !plan.rows[index].calls.isEmpty else { continue }
            edit(&edited.rows[index])
            guard edited != plan else { continue }
            #expect(scene.differences(edited, from: stored) != [], "row \(index + 1)")
        }
    }

    @Test func `is told from one that lacks a row`() {
        var scene = Self.scene()
        let plan = scene.plan()
        let stored = scene.stored(plan)
        for index in plan.rows.indices where plan.rows[index].action.isLifecycle {
            var edited = plan
            edited.rows.remove(at: index)
            #expect(scene.differences(edited, from: stored) != [], "row \(index + 1)")
        }
    }

    @Test func `is not carried on over what others changed since`() {
        var scene = Scene(wanted: [Toy.resource("toy/auth/a", ["label": "new"])])
        scene.has("toy/auth/a", id: 1, ["label": "old"])
        let plan = scene.plan()
        let stored = scene.stored(plan)
        for live: Object in [["label": "elsewhere"], ["label": "old", "badge": "none"]] {
            var other = scene
            other.recorded[0].written = ["label": "new"]
            other.recorded[0].returned = ["label": "new"]
            other.observed = [Toy.observed("toy/auth/a", id: 1, live)]
            let again = PlanRepetition(of: plan, again: other.planAgain(stored))
            #expect(!again.left.isEmpty)
            #expect(again.strangers.map(\.code) == ["plan/stale"])
        }
    }

    @Test func `names secrets only where its list, the ledger or the kind has one`() {
        var scene = Self.scene()
        var stored = scene.stored(scene.plan())
        #expect(stored.unexpectedSecrets(Toy.kinds, recorded: [:]) == [])
        stored.secrets = []
        #expect(
            stored.unexpectedSecrets(Toy.kinds, recorded: [:]) == ["toy/auth/a config.token"])
        var record = Toy.recorded("toy/auth/a", id: 1, [:])
        record.digests = ["config.token": "digest"]
        #expect(
            stored.unexpectedSecrets(Toy.kinds, recorded: [record.address: record]) == [])
    }
}
