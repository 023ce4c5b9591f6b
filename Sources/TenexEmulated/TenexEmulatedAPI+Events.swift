import Documents
import EmulatedKit

extension TenexEmulatedAPI {
    /// Something that happened in a workspace.
    struct Event: Sendable {
        /// The name, `lead.created`.
        var type: String
        /// Where it comes from: `crm`, `connector`, `schedule`, and of ours `agents` and `flows`.
        var source: String
        /// What it says.
        var data: Object
        /// The lead as it was before, where a score crossed a threshold.
        var leadBefore: Object?

        /// What expressions may name as `trigger`: the data, and over it the event's own members.
        var trigger: Object {
            data.merging([
                "event_type": .text(type), "source": .text(source), "data": .object(data),
            ])
        }
    }

    /// The names that a score's crossing of a threshold has.
    private static let crossings = [
        "lead.score_threshold_crossed", "lead_score_threshold_crossed",
    ]

    /// Lets the waiting runs, the triggers and the webhooks hear of an event.
    static func publish(
        _ event: Event, _ workspace: String, _ store: inout EmulatedStore, now: EmulatedTime
    ) {
        if event.source == "flows", !store.isOn(.flowEvents) { return }
        wake(event, workspace, &store, now: now)
        for trigger in rows("tenex/trigger", workspace, store)
        where hears(trigger, event, workspace, store) {
            if isRepeated(event, trigger, workspace, &store, now: now) { continue }
            fire(trigger, event, workspace, &store, now: now)
        }
        for subscription in rows("tenex/webhook", workspace, store) {
            let types = subscription["event_types"]?.list
            guard types?.contains(.text(event.type)) ?? true else { continue }
            enqueue(event, to: subscription.word("url"), .null, workspace, &store, now: now)
        }
    }

    /// Fires a trigger: starts its workflow, or sends to its address.
    static func fire(
        _ trigger: Object, _ event: Event, _ workspace: String, _ store: inout EmulatedStore,
        now: EmulatedTime
    ) {
        var trigger = trigger
        trigger["last_fired_at"] = .text(now.thousandths)
        store["tenex/trigger", "\(workspace)/\(trigger.word("id"))"] = .object(trigger)
        if trigger.word("target_type") == "webhook" {
            let url = trigger.word("target_url")
            let id = trigger["id"] ?? .null
            return enqueue(event, to: url, id, workspace, &store, now: now)
        }
        let workflow = row("tenex/workflow", trigger.word("workflow_id"), workspace, store)
        guard let workflow, workflow["current_version"]?.int != nil else { return }
        let scope = scope(of: event, workspace, store)
        let mapping = trigger.present("input_mapping").flatMap { $0 == [:] ? nil : $0 }
        let type = event.source == "schedule" ? "schedule" : "\(event.source)_event"
        let payload = mapping.map(scope.evaluated)?.object
        startRun(
            of: workflow,
            Cause(
                type: type, trigger: trigger["id"] ?? .null, payload: payload ?? event.data,
                event: event.trigger),
            workspace, &store, now: now)
    }

    /// Whether a trigger is for an event: enabled, of its source and type, and its filters hold.
    private static func hears(
        _ trigger: Object, _ event: Event, _ workspace: String, _ store: EmulatedStore
    ) -> Bool {
        guard trigger["enabled"] == .some(true), trigger.word("event_type") == event.type,
            !store.isOn(.dormantTriggers)
        else { return false }
        if trigger.word("target_type") != "webhook" {
            let id = trigger.word("workflow_id")
            let workflow = row("tenex/workflow", id, workspace, store)
            guard trigger.word("source") == event.source, workflow?.word("status") == "active"
            else { return false }
        }
        if let connector = trigger.present("connector_id"),
            connector != event.data["connector_id"]
        {
            return false
        }
        let filters = trigger.present("filters").flatMap { $0 == [:] ? nil : $0 }
        let scope = scope(of: event, workspace, store)
        if let before = event.leadBefore, crossings.contains(event.type) {
            var old = scope
            old.roots["lead"] = .object(before)
            return filters != nil && scope.holds(filters) && !old.holds(filters)
        }
        return scope.holds(filters)
    }

    /// Whether the same lead crossed the threshold of a trigger less than 24 hours ago.
    private static func isRepeated(
        _ event: Event, _ trigger: Object, _ workspace: String, _ store: inout EmulatedStore,
        now: EmulatedTime
    ) -> Bool {
        guard crossings.contains(event.type), let lead = event.data["lead_id"]?.text else {
            return false
        }
        let id = "\(workspace)/\(trigger.word("id"))/\(lead)"
        if let last = store["tenex/crossing", id]?.int, now.milliseconds < last + 86_400_000 {
            return true
        }
        store["tenex/crossing", id] = .int(now.milliseconds)
        return false
    }

    /// Lets the runs go on that wait for an event, of its lead where both have one.
    private static func wake(
        _ event: Event, _ workspace: String, _ store: inout EmulatedStore, now: EmulatedTime
    ) {
        let prefix = "\(workspace)/\(event.type)/"
        for (id, _) in store.rows("tenex/waiting") where id.hasPrefix(prefix) {
            let run = row("tenex/run", String(id.dropFirst(prefix.count)), workspace, store)
            guard let run, !isTerminal(run) else {
                store["tenex/waiting", id] = nil
                continue
            }
            let lead = leadID(of: run["_trigger"]?.object ?? [:])
            let other = leadID(of: event.data)
            if let lead, let other, lead != other { continue }
            var walk = Walk(run, workspace, store, now: now)
            guard walk.hear(event) else { continue }
            store["tenex/waiting", id] = nil
            walk.proceed(&store)
            walk.keep(&store)
        }
    }

    private static func scope(
        of event: Event, _ workspace: String, _ store: EmulatedStore
    ) -> Scope {
        Scope(roots: [
            "trigger": .object(event.trigger), "lead": lead(of: event.data, workspace, store),
        ])
    }

    /// The lead that an event or a payload is about, as it is now.
    static func lead(of object: Object, _ workspace: String, _ store: EmulatedStore) -> Value {
        let row = leadID(of: object).flatMap { Self.row("tenex/lead", $0, workspace, store) }
        return row.map { .object($0.visible) } ?? object["lead"] ?? .null
    }

    private static func leadID(of object: Object) -> String? {
        object["lead_id"]?.text ?? object["data"]?["lead_id"]?.text ?? object["lead"]?["id"]?.text
    }
}
