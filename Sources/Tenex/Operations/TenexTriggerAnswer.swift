public import Documents

/// A trigger as the service shows it, with the standard names.
public struct TenexTriggerAnswer: Sendable {
    private let raw: Object

    /// Reads a trigger.
    public init(_ raw: Object) { self.raw = raw }

    /// The event that sets it off, or its schedule: `0 6 * * 1 Europe/Berlin`.
    public var cause: String? {
        if let event = raw["event_type"]?.text { return event }
        let schedule = raw["schedule"]
        let text = [schedule?["cron"]?.text, schedule?["timezone"]?.text]
            .compactMap(\.self).joined(separator: " ")
        return text.isEmpty ? nil : text
    }

    /// The URL that it tells; else the id of the workflow that it starts.
    public var target: Value {
        if let url = raw["target_url"], !url.isNull { return url }
        return raw["workflow_id"] ?? .null
    }

    /// Whether it is of a workflow and an event, for services that do not filter by them.
    public func isOf(workflow: String?, event: String?) -> Bool {
        (workflow == nil || raw["workflow_id"]?.text == workflow)
            && (event == nil || raw["event_type"]?.text == event)
    }

    /// What it is called where nothing names it: by its event, else by its source.
    public var name: String {
        raw["name"]?.text ?? raw["event_type"]?.text ?? raw["source"]?.text ?? ""
    }
}
