import Documents
import Platforms

/// The calls that write one trigger.
struct TenexTriggerCalls {
    let change: Change
    let api: TenexAPI

    init(_ change: Change) {
        self.change = change
        api = TenexAPI(options: change.account.options)
    }

    private var wanted: Object { change.wanted?.object ?? [:] }
    private var parameters: [String: Value] { ["trigger_id": change.liveID] }
    private var isWebhook: Bool { wanted["target_type"] == "webhook" }

    /// Makes the trigger; it fires nothing before a row of its own enables it.
    func create() throws(TenexMissing) -> Call {
        var body = wanted
        body["enabled"] = false
        if isWebhook { body["workflow_id"] = nil }
        let captures = [Capture(Slot(change.address.text), from: api.member("id", of: .trigger))]
        let probe = Probe(
            read: try api.required(.listTriggers), matches: same, captures: captures)
        return Call(
            "create the trigger, disabled",
            try api.required(.createTrigger, body: .object(body), as: .trigger),
            captures: captures, again: .probe(probe))
    }

    private var same: Condition {
        let name = Condition.equal(api.member("name", of: .trigger), wanted["name"] ?? .null)
        guard !isWebhook, let workflow = wanted["workflow_id"] else { return name }
        return .all([name, .equal(api.member("workflow_id", of: .trigger), workflow)])
    }

    /// Writes the fields that differ, each as a whole.
    func update() throws(TenexMissing) -> Call {
        var body: Object = [:]
        for name in change.paths.compactMap(\.parts.first) { body[name] = wanted[name] }
        return Call(
            "update the trigger",
            try api.required(.updateTrigger, parameters, body: .object(body), as: .trigger))
    }

    /// Lets it fire, or not.
    func enable(_ isEnabled: Bool) throws(TenexMissing) -> Call {
        Call(
            isEnabled ? "enable the trigger" : "disable the trigger",
            try api.required(
                .updateTrigger, parameters, body: ["enabled": .bool(isEnabled)], as: .trigger))
    }

    /// Deletes the trigger.
    func delete() throws(TenexMissing) -> Call {
        change.deleteCall("the trigger", try api.required(.deleteTrigger, parameters))
    }
}
