import Documents
import EmulatedKit
import Platforms
import Tenex

extension TenexEmulatedAPI {
    /// When a trigger's schedule fires next; nil where it has none or is disabled.
    static func nextFiring(of trigger: Object, after now: EmulatedTime) -> EmulatedTime? {
        guard trigger["enabled"] == .some(true), trigger.word("source") == "schedule",
            let schedule = trigger.present("schedule")?.object,
            let cron = try? TenexCron(schedule.word("cron")),
            let zone = NamedTimeZone(schedule["timezone"]?.text ?? "UTC")
        else { return nil }
        return cron.next(after: now, in: zone)
    }

    /// Fires a schedule where its workflow is active, and sets the timer for the next time.
    static func fireSchedule(
        of id: String, _ workspace: String, _ store: inout EmulatedStore, at time: EmulatedTime,
        catchingUp late: EmulatedTime
    ) {
        guard var trigger = row("tenex/trigger", id, workspace, store),
            trigger["_next"]?.int == time.milliseconds
        else { return }
        let next = nextFiring(of: trigger, after: max(time, late))
        trigger["_next"] = next.map { .int($0.milliseconds) }
        let key = "\(workspace)/\(id)"
        store["tenex/trigger", key] = .object(trigger)
        if let next { setTimer(at: next.milliseconds, "trigger/\(key)", &store) }
        let workflow = row("tenex/workflow", trigger.word("workflow_id"), workspace, store)
        let isWebhook = trigger.word("target_type") == "webhook"
        guard isWebhook || workflow?.word("status") == "active", !store.isOn(.dormantTriggers)
        else { return }
        let event = Event(
            type: "schedule.fired", source: "schedule",
            data: ["scheduled_at": .text(time.seconds)])
        fire(trigger, event, workspace, &store, now: time)
    }
}
