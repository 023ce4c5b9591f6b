import Diagnostics
import Documents
import Platforms

extension TenexCheck {
    static let trigger = TenexCheck(
        "A trigger of the `schedule` has a `schedule` and no event; one of the `crm` or of a "
            + "`connector` has an `event_type`. One that tells a `webhook` has a `target_url`, "
            + "which one that starts a workflow has not.",
        example: document(trigger: "{ source: crm }"),
        .trigger { owned, report in
            checkSource(owned, into: &report)
            checkTarget(owned, into: &report)
        })

    private static func checkSource(_ owned: TenexOwned, into report: inout Report) {
        let trigger = owned.trigger
        guard let source = trigger.source.value else { return }
        if source == .schedule {
            if trigger.event.isPresent {
                report.add(refused("a schedule has no `event_type`", trigger.event.span))
            }
            if trigger.connector.isPresent {
                report.add(refused("a schedule has no `connector_id`", trigger.connector.span))
            }
            guard !trigger.schedule.isPresent, !trigger.schedule.isMistaken else { return }
            report.add(
                refused(
                    "a trigger of the `schedule` must have a `schedule`", trigger.source.span,
                    help: "write `schedule: { cron: \"0 6 * * 1\" }`"))
        } else {
            if trigger.schedule.isPresent {
                report.add(
                    refused(
                        "only a trigger of the `schedule` has a `schedule`",
                        owned.node.entry("schedule")?.keySpan))
            }
            guard !trigger.event.isFilled, !trigger.event.isMistaken else { return }
            report.add(
                refused(
                    "a trigger of `\(source.rawValue)` must have an `event_type`",
                    trigger.source.span, help: "write `event_type: EVENT`"))
        }
    }

    private static func checkTarget(_ owned: TenexOwned, into report: inout Report) {
        let trigger = owned.trigger
        guard !trigger.target.isMistaken else { return }
        if trigger.startsWorkflow {
            guard trigger.targetURL.isPresent else { return }
            report.add(
                refused(
                    "only a trigger that tells a `webhook` has a `target_url`",
                    trigger.targetURL.span, help: "write `target_type: webhook`, or remove it"))
        } else if !trigger.targetURL.isFilled, !trigger.targetURL.isMistaken {
            report.add(
                refused(
                    "a trigger that tells a `webhook` must have a `target_url`",
                    trigger.target.span, help: "write `target_url: https://…`"))
        }
    }

    private static func refused(
        _ message: String, _ span: SourceSpan?, help: String? = nil
    ) -> Diagnostic {
        .error(TenexCode.trigger, message, at: span, help: help)
    }

    static let targetURL = TenexCheck(
        "What is told to a webhook is about people, so it goes over `https`; `http` is for this "
            + "machine alone.",
        example: document(
            trigger: """
                { source: crm, event_type: lead.created, target_type: webhook,
                      target_url: "http://example.com/leads" }
                """),
        .trigger { owned, report in
            let written = owned.trigger.targetURL
            guard !owned.trigger.startsWorkflow, let url = written.value, !url.isEmpty else {
                return
            }
            guard !isSafe(url) else { return }
            report.add(
                .error(
                    TenexCode.targetURL, "`target_url` must begin with `https://`",
                    at: written.span,
                    help: url.hasPrefix("http://") ? "write `https`" : nil))
        })

    /// Whether a URL has a host, and is either encrypted or this machine's own.
    private static func isSafe(_ url: String) -> Bool {
        let parts = url.split(separator: "://", maxSplits: 1)
        guard parts.count == 2, let host = host(in: parts[1]) else { return false }
        switch parts[0].lowercased() {
        case "https": return true
        case "http": return ["localhost", "127.0.0.1", "[::1]"].contains(host.lowercased())
        default: return false
        }
    }

    private static func host(in rest: Substring) -> String? {
        let authority = rest.prefix { !"/?#".contains($0) }
        let place = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let host =
            place.hasPrefix("[")
            ? place.prefix { $0 != "]" } + "]" : place.prefix { $0 != ":" }
        return host.isEmpty ? nil : String(host)
    }
}
