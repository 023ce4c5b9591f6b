import Diagnostics
import Documents
import Flows
@testable import Lytics
import Platforms
import Testing

@Suite struct `Flows of Lytics` {
    static let everything = """
        kind: lytics/flow
        id: everything
        label: Everything
        description: Uses every step type
        entry_segment_id: "${segment/new_signups}"
        entry_condition: in_segment
        reentry_allowed: true
        reentry_condition: on_segment_entry
        reentry_delay: 36h
        expires_at: "2030-01-01T00:00:00Z"
        steps:
          - { slug: send, label: Send, type_hint: work_export, work_id: "${job/out}", next: wait }
          - { slug: wait, label: Wait, type_hint: delay, delay: 1h30m, delay_condition: FILTER * FROM user, next: ask }
          - slug: ask
            label: Ask
            type_hint: conditional
            split_conditions:
              - { label: "Yes", conditions: FILTER a = 1 FROM user, next: test }
              - { label: Maybe, conditions: FILTER a = 2 FROM user, next: topic }
              - { label: "No", next: end }
          - slug: test
            label: Test
            type_hint: ab_testing
            split_probabilities: [{ next: noon, prob: 0.25 }, { next: end, prob: 0.75 }]
          - slug: noon
            label: Noon
            type_hint: delay
            delay_until: { kind: time_of_day, time_of_day: "12:00", timezone: Europe/Berlin }
            next: end
          - slug: topic
            label: Topic
            type_hint: affinity
            affinity_config_id: model
            split_affinities: [{ affinity: sports, next: own }, { affinity: music, next: leave }]
          - slug: own
            label: Own
            type_hint: work_export
            work_config: { workflow: webhook_triggers, config: { webhook_url: "https://a.b/c" } }
            next: end
          - { slug: leave, label: Leave, type_hint: work_export_exit, work_id: "${job/out}", work_exit_step_ref: send, next: end }
        """

    static let plain = """
        kind: lytics/flow
        id: plain
        label: Plain
        entry_segment_id: "${segment/new_signups}"
        entry_condition: on_segment_entry
        reentry_allowed: true
        reentry_delay: 36h
        steps:
          - { slug: send, label: Send, type_hint: work_export, work_id: "${job/out}", next: wait }
          - { slug: wait, label: Wait, type_hint: delay, delay: 1h30m, next: ask }
          - slug: ask
            label: Ask
            type_hint: conditional
            split_conditions:
              - { label: "Yes", conditions: FILTER a = 1 FROM user, next: own }
              - { label: "No", next: end }
          - slug: own
            label: Own
            type_hint: work_export
            work_config: { workflow: webhook_triggers, config: { webhook_url: "https://a.b/c" } }
            next: end
        """

    @Test func `a flow with every step type decodes without a problem`() throws {
        let (resource, report) = LyticsDocuments.decode(Self.everything)
        #expect(report.diagnostics == [])
        let value = try #require(resource?.value)
        #expect(value["reentry_delay"] == 129_600_000_000_000)
        #expect(value["root_step_id"] == "send")
        let ask = value["steps"]?.list?[2]["split_conditions"]
        #expect(ask?.list?.map { $0["priority"] } == [1, 2, nil])
        #expect(ask?.list?[2]["conditions"] == "")
        #expect(resource?.needs.map(\.address.text).sorted().first == "lytics/job/out")
    }

    @Test func `a missing next is the following step where nothing splits`() throws {
        let text = """
            kind: lytics/flow
            id: a
            label: A
            steps:
              - { slug: one, type_hint: delay, delay: 1h }
              - { slug: two, type_hint: delay, delay: 1h }
            """
        let steps = try #require(LyticsDocuments.decode(text).resource?.value["steps"]?.list)
        #expect(steps.map { $0["next"] } == ["two", "end"])
    }

    @Test func `numbers and slugs name the same step`() throws {
        let text = """
            kind: lytics/flow
            id: a
            label: A
            root_step_id: 7
            steps:
              - { slug: one, id: 3, type_hint: delay, delay: 1h, next: end }
              - { slug: two, id: 7, type_hint: delay, delay: 1h, next: 3 }
            """
        let value = try #require(LyticsDocuments.decode(text).resource?.value)
        #expect(value["root_step_id"] == "two")
        #expect(value["steps"]?.list?.map { $0["next"] } == ["end", "one"])
    }

    @Test func `the graph of a flow has an entry and an end`() {
        var report = Report()
        let document = LyticsDocuments.document(Self.plain, into: &report)
        let graph = LyticsFlowKind().decodedFlow(document, into: &report).graph
        #expect(graph.nodes.map(\.role) == [.entry, .action, .delay, .split, .action, .exit])
        #expect(
            graph.edges.map { "\($0.from)>\($0.to)" } == [
                "(entry)>send", "send>wait", "wait>ask", "ask>own", "ask>end", "own>end",
            ])
    }

    @Test(arguments: ["steps", "core", "graph", "auto"], [[], ["strict-flows"], ["forget-steps"]])
    func `a flow reads back through every wire form as it was written`(
        wire: String, strict: [String]
    ) throws {
        guard wire != "steps" || strict.isEmpty else { return }
        try expectRoundTrip(Self.plain, wire, strict)
    }

    @Test func `every step type reads back through core`() throws {
        try expectRoundTrip(Self.everything, "core", [])
    }

    @Test func `every step type but A/B tests reads back through steps`() throws {
        try expectRoundTrip(Self.withoutTest, "steps", [])
    }

    /// Every step type but an A/B test.
    private static var withoutTest: String {
        let parts = everything.split(separator: "    type_hint: ab_testing\n")
        let rest = parts[1].split(separator: "\n").dropFirst().joined(separator: "\n")
        return parts[0] + "    type_hint: delay\n    delay: 1h\n    next: noon\n" + rest
    }

    @Test func `auto writes an A/B test through core, whose shares survive`() throws {
        try expectRoundTrip(Self.everything, "auto", ["drop-ab-shares"])
    }

    @Test(arguments: [[], ["strict-flows"], ["forget-steps"]])
    func `auto carries every step type, whatever the service takes`(strict: [String]) throws {
        try expectRoundTrip(Self.everything, "auto", strict)
        try expectRoundTrip(Self.withoutTest, "auto", strict)
    }

    @Test func `auto reads in full what nodes and edges cannot say`() throws {
        var account = LyticsAccount(wire: "auto", switches: ["open-catalogue", "strict-flows"])
        account.account.facts[LyticsAccountFact.wire] = "graph"
        try expectRoundTrip(Self.everything, &account)
        try expectRoundTrip(Self.plain, &account)
    }

    private func expectRoundTrip(_ text: String, _ wire: String, _ switches: [String]) throws {
        var account = LyticsAccount(wire: wire, switches: Set(switches + ["open-catalogue"]))
        try expectRoundTrip(text, &account)
    }

    private func expectRoundTrip(_ text: String, _ account: inout LyticsAccount) throws {
        let resource = try #require(LyticsDocuments.decode(text).resource)
        try account.prepare()
        let made = LyticsDocuments.kind("flow").calls(for: account.change(.create, resource))
        try account.run(made)
        let id = Value.text(resource.address.id)
        let live = try #require(try account.observe("flow", id, given: made.given))
        #expect(account.missing(resource.value, in: live.value) == [])
        #expect(live.facts[LyticsFlowFact.numbers]?.count == made.given.count)
        try account.run(
            LyticsDocuments.kind("flow").calls(
                for: account.change(.start, resource, live, given: made.given)))
        #expect(
            try account.observe("flow", id, given: made.given)?.facts[LyticsFlowFact.state]
                == "running")
    }

    @Test func `graph refuses what it cannot carry, with the place`() throws {
        let resource = try #require(LyticsDocuments.decode(Self.everything).resource)
        let account = LyticsAccount(wire: "graph")
        let made = LyticsDocuments.kind("flow").calls(for: account.change(.create, resource))
        #expect(made.calls == [])
        #expect(
            made.refusals.compactMap(\.path?.description).sorted() == [
                "reentry_condition", "steps.leave", "steps.test", "steps.topic",
            ])
    }

    @Test func `a flow whose shares were dropped is not started`() throws {
        var account = LyticsAccount(wire: "core", switches: ["open-catalogue", "drop-ab-shares"])
        let resource = try #require(LyticsDocuments.decode(Self.everything).resource)
        try account.prepare()
        let made = LyticsDocuments.kind("flow").calls(for: account.change(.create, resource))
        try account.run(made)
        let path: [Value] = ["v2", "flow", "ui", "everything"]
        var flow = try account.send(Request(.get, path)).object ?? [:]
        flow["state"] = nil
        _ = try account.send(Request(.post, path, body: .value(.object(flow))))
        let start = LyticsDocuments.kind("flow").calls(
            for: account.change(.start, resource, given: made.given))
        let refused = #expect(throws: LyticsAccount.Refused.self) { try account.run(start) }
        #expect(refused?.description == "lytics/shares-lost")
        #expect(try account.observe("flow", "everything")?.facts[LyticsFlowFact.state] == "draft")
    }

    @Test(arguments: ["steps", "graph"])
    func `an A/B test is refused where its shares are dropped`(wire: String) throws {
        let resource = try #require(LyticsDocuments.decode(Self.everything).resource)
        let account = LyticsAccount(wire: wire)
        let made = LyticsDocuments.kind("flow").calls(for: account.change(.create, resource))
        #expect(made.calls == [])
        #expect(made.refusals.contains { $0.path?.description == "steps.test" })
    }
}
