import Documents
import EmulatedKit

extension TenexEmulatedAPI {
    /// Does what has no endpoint: posts an event, approves a step, scripts what a step does, adds an
    /// agent or a subscription; nil where the edit is none of these.
    static func command(
        _ edit: EmulatedEdit, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> Bool? {
        switch edit.kind {
        case "tenex/event": post(edit, &store, now: now)
        case "tenex/approval": decide(edit, &store, now: now)
        case "tenex/script": script(edit, &store, now: now)
        case "tenex/agent" where !edit.deletes: hire(edit, &store, now: now)
        case "tenex/webhook" where !edit.deletes: subscribe(edit, &store, now: now)
        default: nil
        }
    }

    /// Posts an event: `event_type`, `source` (`crm` unless said otherwise) and `data`.
    private static func post(
        _ edit: EmulatedEdit, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> Bool {
        guard let type = edit.fields["event_type"]?.text,
            let workspace = place(of: edit, &store, now: now)
        else { return false }
        let event = Event(
            type: type, source: edit.fields["source"]?.text ?? "crm",
            data: edit.fields["data"]?.object ?? [:])
        publish(event, workspace, &store, now: now)
        return true
    }

    /// Approves or rejects what a run waits for; the id is the run's.
    private static func decide(
        _ edit: EmulatedEdit, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> Bool {
        for workspace in workspaces(store) {
            guard let run = row("tenex/run", edit.id, workspace, store) else { continue }
            var walk = Walk(run, workspace, store, now: now)
            guard walk.decide(isApproved: edit.fields["approve"]?.bool ?? true) else {
                return false
            }
            walk.proceed(&store)
            walk.keep(&store)
            return true
        }
        return false
    }

    /// Says what an agent, a `provider/action` or a type of step does: `output`, `fail_times`,
    /// `delay_ms`.
    private static func script(
        _ edit: EmulatedEdit, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> Bool {
        guard let workspace = place(of: edit, &store, now: now) else { return false }
        let id = "\(workspace)/\(edit.id)"
        store["tenex/script", id] =
            edit.deletes
            ? nil : .object((store["tenex/script", id]?.object ?? [:]).merging(edit.fields))
        return true
    }

    /// Changes an agent, or adds one that is hired.
    private static func hire(
        _ edit: EmulatedEdit, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> Bool {
        guard let workspace = place(of: edit, &store, now: now) else { return false }
        let number = Int64(rows("tenex/agent", workspace, store).count + 1)
        let row =
            agent(edit.id, workspace, store) ?? [
                "slug": .text(edit.id), "name": .text(edit.id), "level": "Junior", "hired": true,
                "credit_cost": 1, "inputs": [], "_number": .int(number),
            ]
        store["tenex/agent", "\(workspace)/\(edit.id)"] = .object(setting(edit.fields, in: row))
        return true
    }

    /// Subscribes an address to some `event_types`, or to all events.
    private static func subscribe(
        _ edit: EmulatedEdit, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> Bool {
        guard let workspace = place(of: edit, &store, now: now) else { return false }
        store["tenex/webhook", "\(workspace)/\(edit.id)"] = .object(
            edit.fields.merging(["url": .text(edit.id), "_number": 1]))
        return true
    }

    /// The workspace an edit is for: the one it names, else the first; `acme` before there is one.
    private static func place(
        of edit: EmulatedEdit, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> String? {
        if let name = edit.account ?? edit.fields["account"]?.text { return workspace(name, store) }
        if let first = workspaces(store).first { return first }
        open("acme", &store, now: now)
        return "acme"
    }

    /// The deliveries of a trigger, an address, a type, an event or a workspace, oldest first.
    static func deliveryLog(_ edit: EmulatedEdit, _ store: EmulatedStore) -> Value? {
        let places = edit.account.map { [workspace($0, store)].compactMap(\.self) }
        let isAll = edit.id == "all" || edit.id.isEmpty || workspace(edit.id, store) != nil
        let members = ["id", "trigger_id", "url", "type", "_trigger_name"]
        var log: [Value] = []
        for place in places ?? workspaces(store) {
            let isHere = isAll && [nil, place].contains(workspace(edit.id, store))
            for row in rows("tenex/delivery", place, store)
            where isHere || members.contains(where: { row.word($0) == edit.id }) {
                log.append(.object(row.visible))
            }
        }
        return .list(log)
    }
}
