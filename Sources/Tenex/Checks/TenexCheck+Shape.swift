import Diagnostics
import Flows
import Platforms

extension TenexCheck {
    static let start = TenexCheck(
        "tenex/start",
        "A run begins at the one step that no other leads to. Where several begin, it is not "
            + "known which of them a run takes; where none does, no run begins.",
        example: document(
            """
            next: { type: agent, config: { agent_slug: lead-enrichment } }
            lost: { type: agent, config: { agent_slug: lead-enrichment } }
            """),
        .ways { ways, report in
            guard ways.isClear else { return }
            let starts = ways.starts
            guard let first = starts.first else {
                report.add(
                    .error(
                        "tenex/start", "one step must be led to by no other",
                        at: ways.steps[0].span, label: "no step begins a run",
                        notes: ["there is a way to each of \(ways.list(ways.steps.indices))"]))
                return
            }
            for other in starts.dropFirst() {
                report.add(
                    .error(
                        "tenex/start", "only one step begins a run: \(ways.list(starts))",
                        at: ways.steps[other].span, label: "nothing leads to this one",
                        secondary: ways.steps[first].span.map { [.init($0, "nor to this")] } ?? [],
                        help: "name it in the `next` of another step, or remove it"))
            }
        })

    static let shape = TenexCheck(
        [
            Explanation(
                code: "tenex/unknown-target",
                text: "`next`, `fallback` and the ends of `edges` name steps of the workflow by "
                    + "key, or `end`.",
                example: document(
                    """
                    next:
                      type: agent
                      config: { agent_slug: lead-enrichment }
                      next: frist
                    """)),
            Explanation(
                code: "tenex/unreachable-step",
                text: "Every step can be reached from the first one.",
                example: document(
                    """
                    next: { type: agent, config: { agent_slug: lead-enrichment } }
                    lost: { type: wait, config: { duration: 1h }, next: found }
                    found:
                      type: branch
                      branches:
                        - { condition: { field: lead.email, op: exists }, next: lost }
                        - { next: end }
                    """)),
            Explanation(
                code: "tenex/never-ends",
                text: "From every step there is a way to the end of a run, which is where a step "
                    + "has no `next`.",
                example: document(
                    """
                    next: { type: wait, config: { duration: 1h }, next: again }
                    again: { type: agent, config: { agent_slug: growth-audit }, next: next }
                    """)),
            Explanation(
                code: "tenex/cycle-without-delay",
                text: "A run that comes back to a step waits in between, else it would go round "
                    + "and round at once. With a wait a cycle is allowed: a reminder, say.",
                example: document(
                    """
                    next: { type: agent, config: { agent_slug: growth-audit }, next: again }
                    again:
                      type: branch
                      branches:
                        - { condition: { field: lead.score, op: lt, value: 5 }, next: next }
                        - { next: end }
                    """)),
        ],
        .ways { ways, report in
            var found = Report()
            FlowChecks.check(ways.workflow.graph, area: "tenex", into: &found)
            // What leads nowhere was reported where it is mistaken.
            for diagnostic in found.diagnostics
            where diagnostic.code != "tenex/unknown-target" || diagnostic.primary != nil {
                report.add(diagnostic)
            }
        })
}

extension TenexWays {
    /// Steps as messages list them: `` `enrich`, `score` ``.
    fileprivate func list(_ steps: some Sequence<Int>) -> String {
        steps.map { "`\(self.steps[$0].id)`" }.joined(separator: ", ")
    }
}
