import Diagnostics
import Documents
@testable import Lytics
@testable import Platforms
import Testing

/// A flow of which one version acts on people while a newer one is a draft.
@Suite struct `A flow with a draft beside what acts` {
    private let flows = LyticsDocuments.kind("flow")

    /// A flow whose version 0 is in a state, with version 1 in draft.
    private func made(
        _ wire: String, drains: Bool = false, switches: Set<String> = ["open-catalogue"]
    ) throws -> (account: LyticsAccount, edited: Resource, given: Object) {
        var account = LyticsAccount(wire: wire, switches: switches)
        let text = `Flows of Lytics`.plain
        let resource = try #require(LyticsDocuments.decode(text).resource)
        let pieces = text.split(separator: "delay: 1h30m", omittingEmptySubsequences: false)
        let edited = try #require(
            LyticsDocuments.decode(pieces.joined(separator: "delay: 2h")).resource)
        try account.prepare()
        let made = flows.calls(for: account.change(.create, resource))
        try account.run(made)
        try account.run(flows.calls(for: account.change(.start, resource, given: made.given)))
        let live = try #require(try account.observe("flow", "plain", given: made.given))
        let version = account.change(
            .newVersion, edited, live, given: made.given, paths: ["steps.wait.delay"])
        try account.run(flows.calls(for: version))
        if drains {
            let both = try #require(try account.observe("flow", "plain", given: made.given))
            try account.run(
                flows.calls(for: account.change(.stop, resource, both, given: made.given)))
        }
        return (account, edited, made.given)
    }

    private func delay(_ flow: ObservedResource?) -> Value? {
        flow?.value["steps"]?.list?.first { $0["slug"] == "wait" }?["delay"]
    }

    @Test(arguments: ["steps", "core", "graph", "auto"], [false, true])
    func `is seen by the version that acts, and by the draft beside it`(
        wire: String, drains: Bool
    ) throws {
        var (account, _, given) = try made(wire, drains: drains)
        let flow = try #require(try account.observe("flow", "plain", given: given))
        let state: Value = drains ? "draining" : "running"
        #expect(flow.value["state"] == state)
        #expect(flow.raw["state"] == state)
        #expect(flow.version == 0)
        #expect(flow.facts[LyticsFlowFact.runningVersion] == (drains ? nil : 0))
        #expect(flow.facts[LyticsFlowFact.draftVersion] == 1)
        #expect(delay(flow) == 5_400_000_000_000)
        #expect(flow.draft?.version == 1)
        #expect(flow.draft?.value["state"] == "draft")
        #expect(delay(flow.draft) == 7_200_000_000_000)
    }

    @Test func `is seen so where the service shows nodes and edges alone`() throws {
        var (account, _, given) = try made("graph", switches: ["open-catalogue", "strict-flows"])
        for wire: Value in ["graph", "auto"] {
            account.account.options["wire"] = wire
            let flow = try #require(try account.observe("flow", "plain", given: given))
            #expect(flow.value["state"] == "running")
            #expect(flow.draft?.version == 1)
        }
    }

    @Test(arguments: ["steps", "core"])
    func `is started by its draft, and then it has one version that acts`(wire: String) throws {
        var (account, edited, given) = try made(wire)
        let both = try #require(try account.observe("flow", "plain", given: given))
        try account.run(flows.calls(for: account.change(.start, edited, both, given: given)))
        let flow = try #require(try account.observe("flow", "plain", given: given))
        #expect(flow.value["state"] == "running")
        #expect(flow.version == 1)
        #expect(flow.draft == nil)
    }

    @Test func `is looked for below drafts that are gone, down to the first version`() throws {
        var report = Report()
        let account = Account(name: "lytics", platform: "lytics", url: "", tokenName: "T")
        let scope = Scope(kinds: [.flow])
        func version(_ number: Int64, _ state: Value) -> Value {
            ["id": "f", "version": .int(number), "state": state, "steps": [], "label": state]
        }
        func take(_ value: Value, _ read: Read) -> Observation {
            LyticsPlatform().take(value, of: read, scope, account, into: &report)
        }
        let list = LyticsRead.flows(.steps).list()
        var seen = take([version(3, "draft")], list)
        for value: Value in [.null, version(1, "deleted")] {
            #expect(seen.resources == [])
            let read = try #require(seen.reads.first)
            #expect(read.absence == .object)
            seen = take(value, read)
        }
        let last = try #require(seen.reads.first)
        #expect(last.request.path == ["v2", "flow", "ui", "f", 0])
        #expect(take(version(0, "running"), last).resources.map(\.value["state"]) == ["running"])
        let alone = take(.null, last).resources
        #expect(alone.map(\.value["state"]) == ["draft"])
        #expect(alone.first?.draft == nil)
        #expect(take([version(0, "draft")], list).reads == [])
        #expect(take([version(2, "running")], list).reads == [])
        #expect(!report.hasErrors)
    }

    @Test func `is an error where too many versions are not there`() throws {
        var report = Report()
        let account = Account(name: "lytics", platform: "lytics", url: "", tokenName: "T")
        let scope = Scope(kinds: [.flow])
        let newest: Value = [
            ["id": "f", "version": 900, "state": "draft", "steps": [], "label": "F"]
        ]
        var seen = LyticsPlatform().take(
            newest, of: LyticsRead.flows(.steps).list(), scope, account, into: &report)
        var count = 0
        while let read = seen.reads.first {
            count += 1
            seen = LyticsPlatform().take(.null, of: read, scope, account, into: &report)
        }
        #expect(count == 50)
        #expect(report.diagnostics.map(\.code) == ["lytics/version-unknown"])
        #expect(seen.resources == [])
    }

    @Test func `is drained by its version that runs, which tells whether it was done`() throws {
        var (account, edited, given) = try made("steps")
        let both = try #require(try account.observe("flow", "plain", given: given))
        let drain = flows.calls(for: account.change(.stop, edited, both, given: given)).calls[0]
        guard case .probe(let probe) = drain.again else {
            Issue.record("a drain is looked for")
            return
        }
        let before = try account.send(probe.read)
        #expect(!account.holds(probe.matches, before))
        _ = try account.send(drain.request)
        let after = try account.send(probe.read)
        #expect(account.holds(probe.matches, after))
    }

    @Test(arguments: ["steps", "core"])
    func `is changed by writing over the draft, again where the answer is lost`(
        wire: String
    ) throws {
        var (account, _, given) = try made(wire)
        let pieces = `Flows of Lytics`.plain.split(
            separator: "delay: 1h30m", omittingEmptySubsequences: false)
        let wanted = try #require(
            LyticsDocuments.decode(pieces.joined(separator: "delay: 3h")).resource)
        let both = try #require(try account.observe("flow", "plain", given: given))
        let change = account.change(
            .newVersion, wanted, both, given: given, paths: ["steps.wait.delay"])
        let made = flows.calls(for: change)
        #expect(made.notes == ["version 1, a draft that is there already, is written over"])
        #expect(made.calls.first { !$0.isRead }?.again == .safe)
        for _ in 0..<2 { try account.run(made) }
        let flow = try #require(try account.observe("flow", "plain", given: given))
        #expect(flow.value["state"] == "running")
        #expect(delay(flow) == 5_400_000_000_000)
        #expect(flow.draft?.version == 1)
        #expect(delay(flow.draft) == 10_800_000_000_000)
    }
}
