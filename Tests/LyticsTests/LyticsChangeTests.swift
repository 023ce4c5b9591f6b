import Lytics
import Diagnostics
import Documents
import Platforms
import Testing

extension LyticsAccount {
    /// Makes what the test flows refer to.
    mutating func prepare() throws {
        let segments = try send(Request(.get, ["v2", "segment"])).list ?? []
        let segment = segments.first { $0["slug_name"] == "new_signups" }
        slots[Slot("lytics/segment/new_signups")] = segment?["id"]
        guard slots[Slot("lytics/job/out")] == nil else { return }
        let job = try send(
            Request(
                .post, ["v2", "job", "webhook-triggers"], query: ["run_job": "false"],
                body: .value(["name": "Out", "config": [:]])))
        slots[Slot("lytics/job/out")] = job["id"]
    }

    /// A change of a resource in this account.
    func change(
        _ action: Action, _ resource: Resource, _ live: ObservedResource? = nil,
        given: Object = [:], paths: [String] = []
    ) -> Change {
        let recorded = RecordedResource(
            address: resource.address, kind: resource.kind,
            liveID: live?.liveID ?? .text(resource.address.id), value: resource.value,
            given: given)
        return Change(
            address: resource.address, action: action, wanted: resource.value,
            paths: paths.compactMap { FieldPath(parsing: $0) },
            recorded: given.isEmpty ? nil : recorded,
            observed: live, account: account)
    }

    /// The paths of wanted values that a live value does not have.
    func missing(_ wanted: Value, in live: Value?, at path: String = "") -> [String] {
        switch (wanted, live) {
        case (.object(let object), .object(let other)):
            return object.flatMap { member in
                missing(member.value, in: other[member.key], at: "\(path).\(member.key)")
            }
        case (.list(let list), .list(let others)):
            guard list.count == others.count else { return ["\(path): \(others)"] }
            return zip(list, others).enumerated().flatMap { index, pair in
                missing(pair.0, in: pair.1, at: "\(path).\(index)")
            }
        case (.captured(let slot), _):
            return slots[slot] == live ? [] : ["\(path): \(live as Any)"]
        case (.joined, _), (.secret, _): return []
        default:
            let isSame = wanted == live || (wanted.number != nil && wanted.number == live?.number)
            return isSame ? [] : ["\(path): \(wanted) \(live as Any)"]
        }
    }
}

@Suite struct `Changes of Lytics` {
    private let flows = LyticsDocuments.kind("flow")

    /// An account with the plain flow, as read back.
    private func made(
        _ wire: String, switches: Set<String> = ["open-catalogue"]
    ) throws -> (LyticsAccount, Resource, Object) {
        var account = LyticsAccount(wire: wire, switches: switches)
        let resource = try #require(LyticsDocuments.decode(`Flows of Lytics`.plain).resource)
        try account.prepare()
        let made = flows.calls(for: account.change(.create, resource))
        try account.run(made)
        return (account, resource, made.given)
    }

    private func edited(_ old: String, _ new: String) throws -> Resource {
        let text = `Flows of Lytics`.plain
        #expect(text.contains(old))
        let pieces = text.split(separator: old, omittingEmptySubsequences: false)
        return try #require(LyticsDocuments.decode(pieces.joined(separator: new)).resource)
    }

    @Test(arguments: ["steps", "core", "graph"])
    func `a draft is updated in place and keeps what nobody wrote`(wire: String) throws {
        var (account, _, given) = try made(wire)
        _ = try account.send(
            Request(
                .post, wire == "core" ? ["v2", "flow", "plain"] : ["v2", "flow", "ui", "plain"],
                body: .value(try note(wire, &account))))
        let wanted = try edited("label: Plain", "label: Plainer")
        let live = try #require(try account.observe("flow", "plain", given: given))
        try account.run(
            flows.calls(
                for: account.change(.update, wanted, live, given: given, paths: ["label"])))
        let after = try #require(try account.observe("flow", "plain", given: given))
        #expect(account.missing(wanted.value, in: after.value) == [])
        #expect(after.raw["note_of_others"] == "keep me")
        #expect(after.facts[LyticsFlowFact.version] == live.facts[LyticsFlowFact.version])
    }

    /// The flow as it is with a field that no file writes.
    private func note(_ wire: String, _ account: inout LyticsAccount) throws -> Value {
        let path: [Value] =
            wire == "core" ? ["v2", "flow", "plain"] : ["v2", "flow", "ui", "plain"]
        var flow = try account.send(Request(.get, path, query: ["latest": "true"])).object ?? [:]
        flow["note_of_others"] = "keep me"
        for key in [
            "version", "state", "aid", "account_id", "author_id", "created", "modified",
            "updated", "state_modified_at",
        ] { flow[key] = nil }
        return .object(flow)
    }

    @Test(arguments: ["steps", "core", "graph"])
    func `a step that now ends no longer leads on`(wire: String) throws {
        var (account, _, given) = try made(wire)
        let wanted = try edited("delay: 1h30m, next: ask", "delay: 1h30m, next: end")
        let live = try #require(try account.observe("flow", "plain", given: given))
        try account.run(
            flows.calls(
                for: account.change(.update, wanted, live, given: given, paths: ["steps.wait.next"])
            ))
        let after = try #require(try account.observe("flow", "plain", given: given))
        #expect(account.missing(wanted.value, in: after.value) == [])
    }

    @Test(arguments: ["steps", "core", "graph"])
    func `changed steps of a running flow are a new version that drains the old one`(
        wire: String
    ) throws {
        var (account, resource, given) = try made(wire)
        try account.run(flows.calls(for: account.change(.start, resource, given: given)))
        let live = try #require(try account.observe("flow", "plain", given: given))
        let wanted = try edited("delay: 1h30m", "delay: 2h")
        let change = account.change(
            .newVersion, wanted, live, given: given, paths: ["steps.wait.delay"])
        try account.run(flows.calls(for: change))
        try account.run(flows.calls(for: account.change(.start, wanted, live, given: given)))
        let after = try #require(try account.observe("flow", "plain", given: given))
        #expect(account.missing(wanted.value, in: after.value) == [])
        #expect(after.facts[LyticsFlowFact.state] == "running")
        #expect(
            (after.facts[LyticsFlowFact.version] ?? 0) > (live.facts[LyticsFlowFact.version] ?? 0))
    }

    @Test func `an answer that is no higher draft stops before work and run`() throws {
        var (account, resource, given) = try made(
            "steps", switches: ["open-catalogue", "edit-in-place"])
        try account.run(flows.calls(for: account.change(.start, resource, given: given)))
        let live = try #require(try account.observe("flow", "plain", given: given))
        let wanted = try edited("delay: 1h30m", "delay: 2h")
        let calls = flows.calls(
            for: account.change(
                .newVersion, wanted, live, given: given, paths: ["steps.wait.delay"]))
        let refused = #expect(throws: LyticsAccount.Refused.self) { try account.run(calls) }
        #expect(refused?.description == "lytics/edited-in-place")
    }

    @Test func `numbers stay and are never given twice`() throws {
        let (account, _, given) = try made("steps")
        #expect(given == ["send": 1, "wait": 2, "ask": 3, "own": 4])
        let wanted = try edited(
            "  - { slug: wait, label",
            "  - { slug: nap, type_hint: delay, delay: 1h, next: wait }\n  - { slug: wait, label")
        let before = given.filter { $0.key != "own" }.map { ($0.key, $0.value) }
        var kept = Object(before)
        kept["gone"] = 9
        let calls = flows.calls(for: account.change(.update, wanted, given: kept))
        #expect(calls.given["nap"] == 10)
        #expect(calls.given["own"] == 11)
        #expect(calls.given["gone"] == 9)
        #expect(calls.given["ask"] == 3)
    }

    @Test(arguments: ["id", "work_config.name", "type_hint"])
    func `the work of a step is made again for what only a new work can have`(
        field: String
    ) throws {
        let (account, resource, given) = try made("steps")
        let summaries = flows.calls(
            for: account.change(.update, resource, given: given, paths: ["steps.own.\(field)"])
        ).calls.map(\.summary)
        #expect(summaries.suffix(2) == ["create the work of `own`", "publish the work of `own`"])
        let others = flows.calls(
            for: account.change(.update, resource, given: given, paths: ["steps.wait.\(field)"]))
        #expect(others.calls.count == summaries.count - 2)
    }

    @Test(arguments: [
        ("steps.own.work", ["create the work of `own`", "publish the work of `own`"]),
        ("steps.own.work.config", ["create the work of `own`", "publish the work of `own`"]),
        ("steps.own.work.published", ["publish the work of `own`"]),
    ])
    func `only what a work lacks is made up for`(path: String, summaries: [String]) throws {
        let (account, resource, given) = try made("steps")
        let calls = flows.calls(
            for: account.change(.update, resource, given: given, paths: [path])
        ).calls
        #expect(calls.map(\.summary) == summaries)
        #expect(calls.allSatisfy { $0.effect != nil })
    }

    @Test func `a drain and a delete end a flow`() throws {
        var (account, resource, given) = try made("auto")
        try account.run(flows.calls(for: account.change(.start, resource, given: given)))
        try account.run(flows.calls(for: account.change(.stop, resource, given: given)))
        #expect(try account.observe("flow", "plain")?.value["state"] == "draining")
        try account.run(flows.calls(for: account.change(.delete, resource, given: given)))
        #expect(try account.observe("flow", "plain") == nil)
        try account.run(flows.calls(for: account.change(.delete, resource, given: given)))
    }

    @Test func `a job is created paused, resumed, updated over what is there, paused, killed`()
        throws
    {
        var account = LyticsAccount()
        let jobs = LyticsDocuments.kind("job")
        let text = """
            kind: lytics/job
            id: out
            name: Out
            workflow: webhook-triggers
            description: First
            config: { webhook_url: "https://a.b/c" }
            quiet_time_of_day: "02:00"
            quiet_timezone: UTC
            quiet_period: 4
            """
        let resource = try #require(LyticsDocuments.decode(text).resource)
        try account.run(jobs.calls(for: account.change(.create, resource)))
        let id = try #require(account.slots[Slot("lytics/job/out")])
        var live = try #require(try account.observe("job", id))
        #expect(live.value["status"] == "paused")
        #expect(live.naturalKey == ["Out", "webhook_triggers"])
        #expect(jobs.naturalKey(of: resource.value, address: resource.address) == live.naturalKey)
        #expect(account.missing(resource.value, in: live.value) == [])
        try account.run(jobs.calls(for: account.change(.start, resource, live)))
        #expect(try account.observe("job", id)?.value["status"] == "running")

        var wanted = resource.value.object ?? [:]
        wanted["quiet_time_of_day"] = nil
        wanted["description"] = "Second"
        var change = account.change(.update, resource, live, paths: ["description"])
        change.wanted = .object(wanted)
        try account.run(jobs.calls(for: change))
        live = try #require(try account.observe("job", id))
        #expect(live.value["description"] == "Second")
        #expect(live.value["quiet_time_of_day"] == "02:00")
        #expect(live.value["status"] == "running")
        try account.run(jobs.calls(for: account.change(.pause, resource, live)))
        #expect(try account.observe("job", id)?.value["status"] == "paused")
        try account.run(jobs.calls(for: account.change(.delete, resource, live)))
        #expect(try account.observe("job", id) == nil)
    }

    @Test func `auths and connections are created, updated and deleted`() throws {
        var account = LyticsAccount()
        let auth = try #require(
            LyticsDocuments.decode(LyticsDocuments.kind("auth").example).resource)
        try account.run(LyticsDocuments.kind("auth").calls(for: account.change(.create, auth)))
        let id = try #require(account.slots[Slot(auth.address.text)])
        account.slots[Slot("lytics/auth/snowflake")] = id
        let live = try #require(try account.observe("auth", id))
        #expect(live.value["config"] == nil)
        #expect(live.naturalKey == ["Shop webhook", "header_param_auth"])
        try account.run(
            LyticsDocuments.kind("auth").calls(for: account.change(.update, auth, live)))

        let resource = try #require(
            LyticsDocuments.decode(LyticsDocuments.kind("connection").example).resource)
        let connections = LyticsDocuments.kind("connection")
        try account.run(connections.calls(for: account.change(.create, resource)))
        let connection = try #require(account.slots[Slot(resource.address.text)])
        var seen = try #require(try account.observe("connection", connection))
        #expect(account.missing(resource.value, in: seen.value) == [])
        var wanted = resource.value.object ?? [:]
        wanted["description"] = nil
        wanted["label"] = "Renamed"
        var change = account.change(.update, resource, seen)
        change.wanted = .object(wanted)
        try account.run(connections.calls(for: change))
        seen = try #require(try account.observe("connection", connection))
        #expect(seen.value["label"] == "Renamed")
        #expect(seen.value["description"] == resource.value["description"])
        try account.run(connections.calls(for: account.change(.delete, resource, seen)))
        #expect(try account.observe("connection", connection) == nil)
        try account.run(
            LyticsDocuments.kind("auth").calls(for: account.change(.delete, auth, live)))
        #expect(try account.observe("auth", id) == nil)
    }
}
