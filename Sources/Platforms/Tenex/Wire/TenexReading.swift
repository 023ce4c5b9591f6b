import Diagnostics
import Documents

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
        for value in values.map({ api.canonical($0, as: .workflow) }) where isWanted(value) {
            guard let id = value["id"], let read = Self.workflow(id, api) else { continue }
            observation.reads.append(read)
        }
        return observation
    }

    /// The read of one workflow with its graph.
    static func workflow(_ id: Value, _ api: TenexAPI) -> Read? {
        api.request(.getWorkflow, ["workflow_id": id]).map {
            Read($0, purpose: "a workflow", context: ["of": "workflow"])
        }
    }

    /// Whether the files or the ledger speak of a workflow; an archived one is nobody's but the
    /// ledger's.
    private func isWanted(_ workflow: Value) -> Bool {
        let id = workflow["id"] ?? .null
        let isRecorded = scope.recorded.values.contains { $0.liveID == id }
        if isRecorded { return true }
        guard workflow["status"] != "archived" else { return false }
        guard let wanted = scope.wanted else { return true }
        return wanted.contains { resource in
            resource.kind == .tenexWorkflow
                && (resource.options.live == id.text || resource.value["name"] == workflow["name"])
        }
    }

    /// One workflow as files have it.
    func workflow(_ answer: Value) -> Observation {
        var observation = Observation()
        let value = api.canonical(answer, as: .workflow)
        guard let id = value["id"], !id.isNull else { return observation }
        observation.resources = [
            ObservedResource(
                account: account.name, kind: .tenexWorkflow, liveID: id,
                naturalKey: [value["name"] ?? .null], value: Self.written(value), raw: value,
                facts: ["version": value["current_version"] ?? .null])
        ]
        return observation
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
                    raw: value))
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
