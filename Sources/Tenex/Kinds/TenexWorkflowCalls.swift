import Documents
import Platforms

/// The calls that write one workflow.
struct TenexWorkflowCalls {
    let change: Change
    let api: TenexAPI

    init(_ change: Change) {
        self.change = change
        api = TenexAPI(options: change.account.options)
    }

    private var wanted: Object { change.wanted?.object ?? [:] }
    private var parameters: [String: Value] { ["workflow_id": change.liveID] }
    private static let metadata = ["name", "description", "inputs", "outputs"]
    private static let version = "version"

    /// The version that is current now; nil where there is none yet.
    private var current: Value? {
        change.observed?.facts[TenexWorkflowFact.version]
    }

    /// Makes the workflow in draft, of its own graph or of a template.
    func create() throws(TenexMissing) -> [Call] {
        guard let template = wanted["from_template"] else { return [try createOwn()] }
        var calls = [try instantiate(template)]
        let rest = Self.metadata.filter { $0 != "name" && wanted[$0] != nil }
        if !rest.isEmpty { calls.append(try describe(rest)) }
        if wanted["steps"] != nil {
            let base = Value.captured(Slot(change.address.text, Self.version))
            calls.append(try replaceGraph(over: base))
            if archives { calls.append(try archiveVersion(base)) }
        }
        return calls
    }

    private func createOwn() throws(TenexMissing) -> Call {
        var body = fields(Self.metadata)
        if let steps = wanted["steps"] { body["graph"] = TenexGraphBody(steps).value }
        let request = try api.required(.createWorkflow, body: .object(body), as: .workflow)
        return Call(
            "create the workflow in draft", request, captures: captures,
            again: .probe(try search()))
    }

    private func instantiate(_ template: Value) throws(TenexMissing) -> Call {
        let body: Object = [
            "template_slug": template["slug"] ?? .null, "inputs": template["inputs"] ?? [:],
            "name": wanted["name"] ?? .null,
        ]
        let request = try api.required(
            .createFromTemplate, body: .object(body), as: .instantiation)
        let captures =
            captures + [
                Capture(
                    Slot(change.address.text, Self.version),
                    from: api.member("current_version", of: .workflow))
            ]
        var probe = try search()
        probe.captures = captures
        return Call(
            "create the workflow from the template", request, captures: captures,
            again: .probe(probe))
    }

    /// An id is in the answer under the name that the account has for it.
    private var captures: [Capture] {
        [Capture(Slot(change.address.text), from: api.member("id", of: .workflow))]
    }

    /// What may have been made by a create that was cut: archived workflows never count.
    private func search() throws(TenexMissing) -> Probe {
        Probe(
            read: try api.required(.listWorkflows),
            matches: .all([
                .equal(api.member("name", of: .workflow), wanted["name"] ?? .null),
                .not(.equal(api.member("status", of: .workflow), "archived")),
            ]), captures: captures)
    }

    /// Writes what differs: the description of the workflow, its graph, and what that supersedes.
    func update() throws(TenexMissing) -> [Call] {
        let changed = Set(change.paths.compactMap(\.parts.first))
        var calls: [Call] = []
        let described = Self.metadata.filter(changed.contains)
        if !described.isEmpty { calls.append(try describe(described)) }
        if changed.contains("steps") { calls.append(try replaceGraph(over: current)) }
        for version in superseded { calls.append(try archiveVersion(version)) }
        return calls
    }

    private var archives: Bool { wanted["archive_superseded"] == true }
    private var writesGraph: Bool { change.paths.contains { $0.parts.first == "steps" } }

    /// The versions to archive: those before the current one, and that one once another is made.
    private var superseded: [Value] {
        guard archives else { return [] }
        let older = change.observed?.facts[TenexWorkflowFact.superseded] ?? []
        return older + (writesGraph ? [current].compactMap { $0 } : [])
    }

    private func describe(_ names: [String]) throws(TenexMissing) -> Call {
        Call(
            "describe the workflow",
            try api.required(
                .updateWorkflow, parameters, body: .object(fields(names)), as: .workflow))
    }

    /// A graph is replaced whole, over the version that the plan saw.
    private func replaceGraph(over base: Value?) throws(TenexMissing) -> Call {
        var body = TenexGraphBody(wanted["steps"] ?? []).value.object ?? [:]
        body["base_version"] = base
        let version = api.member("current_version", of: .workflow)
        let isNewer: Condition = base.map { .greater(version, $0) } ?? .greater(version, 0)
        let probe = Probe(
            read: try api.required(.getWorkflow, parameters), matches: isNewer)
        return Call(
            "write the graph as a new version",
            try api.required(.replaceGraph, parameters, body: .object(body), as: .graph),
            again: .probe(probe))
    }

    private func archiveVersion(_ version: Value) throws(TenexMissing) -> Call {
        let isArchived = Condition.all([
            .equal(api.member("version", of: .version), version),
            .equal(api.member("status", of: .version), "archived"),
        ])
        return Call(
            "archive a version that is not current; its runs stay",
            try api.required(.archiveVersion, parameters.merging(["version": version]) { $1 }),
            accepts: [409], again: look(.listVersions, isArchived))
    }

    /// Lets it start runs, or not.
    func set(_ status: String) throws(TenexMissing) -> Call {
        Call(
            status == "active" ? "activate the workflow" : "set the workflow to `\(status)`",
            try api.required(
                .updateWorkflow, parameters, body: ["status": .text(status)], as: .workflow))
    }

    /// Nothing documents a delete, so the workflow is archived.
    func archive() throws(TenexMissing) -> Call {
        let isArchived = Condition.equal(api.member("status", of: .workflow), "archived")
        return Call(
            "archive the workflow; its versions and runs stay",
            try api.required(.archiveWorkflow, parameters), accepts: [404, 409],
            again: look(.getWorkflow, isArchived))
    }

    /// How to find out whether something is archived; where the account has no path for that, the
    /// call may be repeated.
    private func look(_ operation: TenexOperation, _ condition: Condition) -> Again {
        api.request(operation, parameters).map { .probe(Probe(read: $0, matches: condition)) }
            ?? .safe
    }

    private func fields(_ names: [String]) -> Object {
        var fields: Object = [:]
        for name in names { fields[name] = wanted[name] }
        return fields
    }

    /// What a reviewer should know of a changed graph.
    var notes: [String] {
        let archived = superseded.compactMap(\.int)
            .map { "version \($0) is archived; its runs stay" }
        guard writesGraph else { return archived }
        guard let current = current?.int else { return ["the graph becomes version 1"] }
        let made =
            "the graph becomes version \(current + 1); runs under way go on with the version that "
            + "they began with"
        return [made] + archived
    }
}
