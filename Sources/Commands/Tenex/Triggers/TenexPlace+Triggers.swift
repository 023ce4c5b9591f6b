import Documents
import Platforms
import Tenex

extension TenexPlace {
    /// The triggers of a workflow or an event, else all; by name.
    func triggers(of workflow: String? = nil, eventType: String? = nil) async throws -> [Found] {
        let asked = speaks.triggers(of: workflow, eventType: eventType)
        let values = try await list(asked, "the triggers").filter { trigger in
            (workflow == nil || trigger["workflow_id"]?.text == workflow)
                && (eventType == nil || trigger["event_type"]?.text == eventType)
        }
        return TenexOperations.observed(triggers: values, account)
            .map { operation.found($0, .trigger) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// The triggers that were named.
    func triggers(named words: [String]) async throws -> [Found] {
        let all = try await triggers().compactMap(\.observed)
        return try await operation.find(words, .trigger, among: all)
    }
}

extension Found {
    /// The event that sets a trigger off, or its schedule: `0 6 * * 1 Europe/Berlin`.
    var triggerCause: String? {
        if let event = raw["event_type"]?.text { return event }
        let schedule = [raw["schedule"]?["cron"]?.text, raw["schedule"]?["timezone"]?.text]
        let text = schedule.compactMap(\.self).joined(separator: " ")
        return text.isEmpty ? nil : text
    }
}
