import Diagnostics
import Platforms

extension TenexCheck {
    static let wait = TenexCheck(
        "A wait lasts for a `duration`, or until an event (`event_type`), for which a `timeout` "
            + "may be set. Both are longer than nothing.",
        example: document("next: { type: wait, config: { duration: 0s } }"),
        .step { step, report in
            guard step.knownType == .wait, !step.config.isMistaken else { return }
            let config = step.config.value ?? TenexStepConfig()
            let parts = [config.duration.isMistaken, config.event.isMistaken]
            let place = step.config.span ?? step.type.span
            if config.duration.isPresent, config.event.isPresent {
                report.add(
                    .error(
                        TenexCode.wait, "a wait has a `duration` or an `event_type`, not both",
                        at: config.event.span,
                        secondary: config.duration.span.map { [.init($0, "the duration")] } ?? [],
                        help: "write `timeout` for how long to wait for the event"))
            } else if !config.duration.isPresent, !config.event.isPresent, !parts.contains(true) {
                report.add(
                    .error(
                        TenexCode.wait, "a wait must have a `duration` or an `event_type`",
                        at: place, help: "write `config: { duration: 3d }`"))
            } else if config.timeout.isPresent, config.duration.isPresent {
                report.add(
                    .error(
                        TenexCode.wait, "a `timeout` belongs to an `event_type`",
                        at: config.timeout.span, help: "remove it"))
            }
            checkLength(config.duration, "duration", into: &report)
            checkLength(config.timeout, "timeout", into: &report)
        })

    private static func checkLength(
        _ written: Written<TenexDuration>, _ name: String, into report: inout Report
    ) {
        guard let time = written.value, time.nanoseconds <= 0 else { return }
        report.add(
            .error(TenexCode.wait, "`\(name)` is longer than nothing", at: written.span))
    }

    static let event = TenexCheck(
        "Triggers and waits listen to events such as `lead.created`, `lead.updated`, "
            + "`lead.status_changed` and `lead_added_to_segment`. 10ex has more than its documents "
            + "name, so any word is sent; one that nearly is a known one is looked at twice.",
        example: document(
            trigger: """
                { source: crm, event_type: lead.craeted,
                      input_mapping: { lead_id: "{{ trigger.data.lead_id }}" } }
                """),
        .step { step, report in check(step.config.value?.event, into: &report) },
        .trigger { owned, report in check(owned.trigger.event, into: &report) })

    private static func check(_ event: Written<String>?, into report: inout Report) {
        guard let event, let name = event.value, !TenexWords.events.contains(name),
            let nearest = Suggestion.nearest(to: name, among: TenexWords.events),
            isSlip(name, of: nearest)
        else { return }
        report.add(
            .warning(
                TenexCode.eventType, "`\(name)` is no event that is known", at: event.span,
                help: "did you mean `\(nearest)`?",
                fix: event.span.map { .init($0, replacement: nearest) }))
    }

    /// Whether two names differ in one place only, by some letters: `lead.deleted` is no slip.
    private static func isSlip(_ name: String, of known: String) -> Bool {
        let (one, other) = (Array(name.lowercased()), Array(known.lowercased()))
        let start = zip(one, other).prefix { $0 == $1 }.count
        let left = zip(one[start...].reversed(), other[start...].reversed())
        let end = left.prefix { $0 == $1 }.count
        return max(one.count, other.count) - start - end <= 3
    }
}
