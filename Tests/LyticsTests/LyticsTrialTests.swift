import Diagnostics
import Documents
@testable import Lytics
import Platforms
import Testing

/// What `wire: auto` finds out by writing, and what follows.
@Suite struct `A form that is tried` {
    private let flows = LyticsDocuments.kind("flow")

    static let noon = """
        kind: lytics/flow
        id: noon
        label: Noon
        entry_segment_id: "${segment/new_signups}"
        steps:
          - slug: wait
            label: Wait
            type_hint: delay
            delay_until: { kind: time_of_day, time_of_day: "12:00", timezone: Europe/Berlin }
            next: end
        """

    private func resource(_ text: String) throws -> Resource {
        try #require(LyticsDocuments.decode(text).resource)
    }

    private func account(_ switches: [String] = [], form: String? = nil) throws -> LyticsAccount {
        var account = LyticsAccount(switches: Set(switches + ["open-catalogue"]))
        account.account.facts[LyticsAccountFact.wire] = form
        try account.prepare()
        account.written = []
        return account
    }

    /// Creates a flow; the requests that wrote, and what the service shows then.
    private func create(
        _ text: String, _ account: inout LyticsAccount
    ) throws -> (writes: [String], steps: [Value]) {
        let made = flows.calls(for: account.change(.create, try resource(text)))
        try account.run(made)
        let id = try resource(text).address.id
        let core = try account.send(
            Request(.get, ["v2", "flow", .text(id)], query: ["latest": "true"]))
        return (account.written, core["steps"]?.list ?? [])
    }

    @Test(arguments: ["strict-flows", "forget-steps"])
    func `is left for the other one where steps are refused or lost`(how: String) throws {
        var account = try account([how])
        let (writes, steps) = try create(`Flows of Lytics`.plain, &account)
        #expect(writes.prefix(2) == ["POST /v2/flow/ui", "POST /v2/flow"])
        #expect(steps.map { $0["slug"] } == ["send", "wait", "ask", "own"])
    }

    @Test func `holds where the draft shows its steps`() throws {
        var account = try account()
        let (writes, steps) = try create(`Flows of Lytics`.plain, &account)
        #expect(writes.filter { $0 == "POST /v2/flow" } == [])
        #expect(steps.count == 4)
    }

    @Test(arguments: ["strict-flows", "forget-steps"])
    func `is tried once: the flows after it know`(how: String) throws {
        var account = try account([how])
        _ = try create(Self.noon, &account)
        account.written = []
        let (writes, _) = try create(`Flows of Lytics`.plain, &account)
        #expect(writes.first == "POST /v2/flow")
        #expect(writes.filter { $0 == "POST /v2/flow/ui" } == [])
    }

    @Test func `never writes over a flow that somebody else has made since`() throws {
        var account = try account(["strict-flows"])
        _ = try account.send(
            Request(.post, ["v2", "flow"], body: .value(["id": "plain", "label": "Theirs"])))
        #expect(throws: LyticsAccount.Refused.self) {
            try create(`Flows of Lytics`.plain, &account)
        }
        let flow = try account.send(
            Request(.get, ["v2", "flow", "plain"], query: ["latest": "true"]))
        #expect(flow["label"] == "Theirs")
    }

    @Test(arguments: [nil, "steps", "graph", "core"])
    func `is tried only where nothing is known`(form: String?) throws {
        let account = try account(form: form)
        let made = flows.calls(for: account.change(.create, try resource(`Flows of Lytics`.plain)))
        let isTried = made.calls.contains { $0.unless != nil }
        #expect(isTried == (form == nil))
        #expect(made.notes.isEmpty == !isTried)
    }

    @Test(arguments: ["steps", "graph", "core"])
    func `is not tried where the entry of the account says which`(wire: String) throws {
        let account = LyticsAccount(wire: wire)
        for text in [`Flows of Lytics`.plain, Self.noon] {
            let made = flows.calls(for: account.change(.create, try resource(text)))
            #expect(made.calls.allSatisfy { $0.unless == nil })
        }
    }

    @Test func `a flow without steps goes the way that carries everything`() throws {
        let account = try account()
        let text = "kind: lytics/flow\nid: bare\nlabel: Bare\n"
        let made = flows.calls(for: account.change(.create, try resource(text)))
        #expect(made.calls.map(\.request.path) == [["v2", "flow"]])
    }

    @Test(arguments: [[], ["calendar-nodes"]])
    func `a time of the calendar survives on nodes, or goes another way`(
        switches: [String]
    ) throws {
        var account = try account(switches + ["strict-flows"], form: "graph")
        let (writes, steps) = try create(Self.noon, &account)
        #expect(
            writes
                == (switches.isEmpty
                    ? ["POST /v2/flow/ui", "POST /v2/flow"] : ["POST /v2/flow/ui"]))
        #expect(steps.first?["delay_until"]?["time_of_day"] == "12:00")
        let given: Object = ["wait": 1000]
        let live = try #require(try account.observe("flow", "noon", given: given))
        #expect(account.missing(try resource(Self.noon).value, in: live.value) == [])
        let edited = try resource(Self.noon.replacing("12:00", with: "13:00"))
        let change = account.change(
            .update, edited, live, given: given, paths: ["steps.wait.delay_until"])
        let made = flows.calls(for: change)
        #expect(made.calls.allSatisfy { $0.unless == nil })
        try account.run(made)
        let after = try #require(try account.observe("flow", "noon", given: given))
        #expect(account.missing(edited.value, in: after.value) == [])
    }

    @Test func `a time of the calendar that comes to a running flow is a draft in either form`()
        throws
    {
        var account = try account(["strict-flows"], form: "graph")
        let before = try resource(
            Self.noon.replacing(
                #"delay_until: { kind: time_of_day, time_of_day: "12:00", timezone: Europe/Berlin }"#,
                with: "delay: 1h"))
        let made = flows.calls(for: account.change(.create, before))
        try account.run(made)
        try account.run(flows.calls(for: account.change(.start, before, given: made.given)))
        let live = try #require(try account.observe("flow", "noon", given: made.given))
        let after = try resource(Self.noon)
        let change = account.change(
            .newVersion, after, live, given: made.given, paths: ["steps.wait.delay_until"])
        try account.run(flows.calls(for: change))
        let seen = try #require(try account.observe("flow", "noon", given: made.given))
        #expect(seen.value["state"] == "running")
        #expect(seen.draft?.version == 1)
        let draft = seen.draft?.value["steps"]?.list?.first
        #expect(draft?["delay_until"]?["time_of_day"] == "12:00")
    }
}
