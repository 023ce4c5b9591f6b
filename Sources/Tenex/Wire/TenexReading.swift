import Diagnostics
import Documents
import Platforms

/// Understands the answers of one observation.
struct TenexReading {
    let scope: Scope
    let account: Account
    let api: TenexAPI

    init(_ scope: Scope, _ account: Account) {
        self.scope = scope
        self.account = account
        api = TenexAPI(options: account.options)
    }

    /// The workflows whose graph is to be read, each with a read of its own.
    func workflows(_ values: [Value]) -> Observation {
        var observation = Observation()
        for value in values.map({ api.canonical($0, as: .workflow) }) {
            guard let id = value["id"] else { continue }
            guard isWanted(value), let read = Self.workflow(id, archives: archives(value), api)
            else {
                observation.passedOver[.tenexWorkflow, default: []].insert(id)
                continue
            }
            observation.reads.append(read)
        }
        return observation
    }

    /// The read of one workflow with its graph, and then with its versions where they matter.
    static func workflow(_ id: Value, archives: Bool, _ api: TenexAPI) -> Read? {
        TenexRead.workflow(archives: archives).one(
            .getWorkflow, "workflow_id", id, "a workflow", api)
    }

    /// Whether the files want the versions of a workflow archived that are not current.
    private func archives(_ workflow: Value) -> Bool {
        let recorded = scope.recorded.values.first { $0.liveID == workflow["id"] }?.address
        return scope.wanted?.contains { resource in
            resource.value["archive_superseded"] == true
                && (resource.address == recorded || names(resource, workflow))
        } ?? false
    }

    /// Whether the files or the ledger speak of a workflow; an archived one is nobody's but the
    /// ledger's.
    private func isWanted(_ workflow: Value) -> Bool {
        let id = workflow["id"] ?? .null
        let isRecorded = scope.recorded.values.contains { $0.liveID == id }
        if isRecorded { return true }
        guard workflow["status"] != "archived" else { return false }
        guard let wanted = scope.wanted else { return true }
        return wanted.contains { names($0, workflow) }
    }

    private func names(_ resource: Resource, _ workflow: Value) -> Bool {
        guard resource.kind == .tenexWorkflow else { return false }
        return resource.options.live.map { workflow["id"] == .text($0) } ?? false
            || resource.value["name"] == workflow["name"]
    }

    /// One workflow as files have it; where its versions matter, they are read next.
    func workflow(_ answer: Value, archives: Bool) -> Observation {
        var observation = Observation()
        let value = api.canonical(answer, as: .workflow)
        guard let id = value["id"], !id.isNull else { return observation }
        let versions = TenexRead.versions(of: value).list(
            .listVersions, "the versions of a workflow", api, of: ["workflow_id": id])
        if archives, let versions {
            observation.reads = [versions]
        } else {
            // Where nothing lists versions, those that an apply archived are taken for all.
            observation.resources = [resource(value, superseded: archives ? [] : nil)]
        }
        return observation
    }

    /// A workflow with the versions that are neither current nor archived.
    func versions(_ values: [Value], of workflow: Value) -> Observation {
        var observation = Observation()
        let superseded = values.map { api.canonical($0, as: .version) }
            .filter { $0["status"] == "superseded" }.compactMap { $0["version"] }
        observation.resources = [resource(workflow, superseded: superseded)]
        return observation
    }

    private func resource(_ workflow: Value, superseded: [Value]?) -> ObservedResource {
        var value = Self.written(workflow).object ?? [:]
        if let superseded { value["archive_superseded"] = .bool(superseded.isEmpty) }
        return ObservedResource(
            account: account.name, kind: .tenexWorkflow, liveID: workflow["id"] ?? .null,
            naturalKey: [workflow["name"] ?? .null], value: .object(value), raw: workflow,
            facts: Facts().telling(TenexWorkflowFact.version, workflow["current_version"])
                .telling(TenexWorkflowFact.superseded, superseded ?? []),
            createdAt: Timestamp(in: workflow["created_at"]))
    }

    /// The fields of a workflow under the names that files have.
    static func written(_ workflow: Value) -> Value {
        var written: Object = [:]
        for name in ["name", "description", "status", "inputs", "outputs"] {
            if let value = workflow[name] { written[name] = value }
        }
        written["steps"] = TenexGraphReader(workflow["graph"] ?? [:]).value
        if let slug = workflow["template_slug"], !slug.isNull {
            written["from_template"] = ["slug": slug]
        }
        return ValueEncoder.encode(TenexLowering.workflow(reading: .object(written)))
    }

    /// Every trigger of the workspace.
    func triggers(_ values: [Value]) -> Observation {
        var observation = Observation()
        for value in values.map({ api.canonical($0, as: .trigger) }) {
            guard let id = value["id"], !id.isNull else { continue }
            observation.resources.append(
                ObservedResource(
                    account: account.name, kind: .tenexTrigger, liveID: id,
                    naturalKey: TenexKey.of(trigger: value),
                    value: ValueEncoder.encode(ValueReader.read(TenexTrigger.self, value)),
                    raw: value, createdAt: Timestamp(in: value["created_at"])))
        }
        return observation
    }
}

/// What tells an object from the others of its workspace.
enum TenexKey {
    /// The workflow and the name; a trigger that calls a webhook has no workflow.
    static func of(trigger value: Value) -> Value {
        let isWebhook = value["target_type"] == "webhook"
        return [isWebhook ? .null : value["workflow_id"] ?? .null, value["name"] ?? .null]
    }
}
