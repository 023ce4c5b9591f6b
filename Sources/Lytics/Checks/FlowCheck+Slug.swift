import Documents
import Diagnostics
import Platforms

extension FlowCheck {
    static let slug = FlowCheck.steps(
        "A slug is a personalization key: letters, digits, `_` and `-`. `end` is taken: it means "
            + "the end of the flow.",
        example: """
            steps:
              - { slug: send it, label: Send, type_hint: delay, delay: 1h, next: end }
            """
    ) { step, report in
        guard let slug = step.slug.value else { return }
        guard !slug.isName || slug == "end" else { return }
        let message =
            slug == "end"
            ? "`end` means the end of the flow and cannot name a step"
            : "a slug is made of letters, digits, `_` and `-`: `\(slug)`"
        report.add(.error(LyticsCode.slug, message, at: step.slug.span))
    }
}
