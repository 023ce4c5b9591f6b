import Documents
import EmulatedKit
import Platforms
import Tenex

extension TenexEmulatedAPI.Checker {
    private static let immutable = ["source", "event_type", "target_type", "workflow_id"]

    /// The members of a new trigger, checked, with defaults filled in.
    mutating func newTrigger(
        _ body: Object, _ workspace: String, _ store: EmulatedStore
    ) -> Object {
        var fields = changeable(body, workspace, store)
        let sources = ["crm", "connector", "schedule"]
        fields["source"] = member("source", .word(sources), in: body, isRequired: true)
        let isSchedule = fields["source"] == .some("schedule")
        fields["event_type"] =
            member("event_type", .text, in: body, isRequired: !isSchedule) ?? .null
        if isSchedule, !fields["event_type"].isNothing {
            note(["event_type"], "Value error, a schedule has no event_type")
        }
        if isSchedule { member("schedule", .object, in: body, isRequired: true) }
        let target =
            member("target_type", .word(["workflow", "webhook"]), in: body) ?? "workflow"
        fields["target_type"] = target
        checkTarget(body, target, workspace, store)
        fields["workflow_id"] = target == "workflow" ? body["workflow_id"] : .null
        let defaults: Object = [
            "name": "", "schedule": .null, "connector_id": .null, "filters": .null,
            "target_url": .null, "input_mapping": .null, "enabled": true,
        ]
        return defaults.merging(fields)
    }

    /// The members that a change sets, checked; those that may not change are refused.
    mutating func changes(
        of row: Object, _ body: Object, _ workspace: String, _ store: EmulatedStore
    ) -> Object {
        for key in Self.immutable where body[key].isThere {
            note([.text(key)], "Value error, \(key) cannot be changed", "value_error")
        }
        if row.word("source") == "schedule", body["schedule"] == .some(.null) {
            note(["schedule"], "Value error, a schedule has a cron")
        }
        return changeable(body, workspace, store)
    }

    private mutating func changeable(
        _ body: Object, _ workspace: String, _ store: EmulatedStore
    ) -> Object {
        let forms: [(String, TenexEmulatedAPI.Form)] = [
            ("name", .text), ("schedule", .object), ("connector_id", .text), ("filters", .object),
            ("target_url", .text), ("input_mapping", .object), ("enabled", .bool),
        ]
        var fields: Object = [:]
        for (key, form) in forms where body[key].isThere {
            fields[key] = member(key, form, in: body) ?? .null
        }
        if let schedule = fields.present("schedule")?.object {
            fields["schedule"] = .object(checked(schedule: schedule))
        }
        if let filters = fields.present("filters"), filters != [:] {
            check(condition: filters, at: ["filters"])
        }
        if let id = fields["connector_id"]?.text,
            TenexEmulatedAPI.connector(id, workspace, store) == nil
        {
            note(["connector_id"], "Connector \(id) not found in this workspace")
        }
        checkURL(fields["target_url"]?.text)
        return fields
    }

    private mutating func checked(schedule: Object) -> Object {
        let cron = member("cron", .text, in: schedule, at: ["schedule"], isRequired: true)?.text
        let zone = member("timezone", .text, in: schedule, at: ["schedule"])?.text ?? "UTC"
        if let cron {
            do throws(TenexCron.Mistake) {
                _ = try TenexCron(cron)
            } catch {
                note(["schedule", "cron"], "Value error, \(error)")
            }
        }
        if NamedTimeZone(zone) == nil {
            note(["schedule", "timezone"], "Value error, \(zone) is no time zone")
        }
        return schedule.merging(["timezone": .text(zone)])
    }

    private mutating func checkTarget(
        _ body: Object, _ target: Value, _ workspace: String, _ store: EmulatedStore
    ) {
        guard target == "workflow" else {
            member("target_url", .text, in: body, isRequired: true)
            return
        }
        let id = member("workflow_id", .text, in: body, isRequired: true)?.text
        if let id, TenexEmulatedAPI.row("tenex/workflow", id, workspace, store) == nil {
            note(["workflow_id"], "Workflow \(id) not found in this workspace")
        }
    }

    private mutating func checkURL(_ text: String?) {
        guard let text else { return }
        let isURL = ["http://", "https://"].contains { text.hasPrefix($0) && text != $0 }
        if !isURL { note(["target_url"], "Input should be a valid URL", "url_parsing") }
    }
}

extension Value? {
    /// Whether there is no value, or null.
    fileprivate var isNothing: Bool { self?.isNull ?? true }
}
