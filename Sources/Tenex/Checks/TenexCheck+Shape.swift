import Diagnostics
import Flows
import Platforms

extension TenexCheck {
    static let start = TenexCheck(
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
                        TenexCode.start, "one step must be led to by no other",
                        at: ways.steps[0].span, label: "no step begins a run",
                        notes: ["there is a way to each of \(ways.list(ways.steps.indices))"]))
                return
            }
            for other in starts.dropFirst() {
                report.add(
                    .error(
                        TenexCode.start, "only one step begins a run: \(ways.list(starts))",
                        at: ways.steps[other].span, label: "nothing leads to this one",
                        secondary: ways.steps[first].span.map { [.init($0, "nor to this")] } ?? [],
                        help: "name it in the `next` of another step, or remove it"))
            }
        })

    static let shape = Look.ways { ways, report in
        var found = Report()
        FlowChecks.check(ways.workflow.graph, area: "tenex", into: &found)
        // What leads nowhere was reported where it is mistaken.
        for diagnostic in found.diagnostics
        where !FlowCode.unknownTarget.matches(diagnostic.code) || diagnostic.primary != nil {
            report.add(diagnostic)
        }
    }

    /// A workflow that breaks a rule about the shape of flows; nil for what cannot be.
    static func example(of code: FlowCode) -> String? {
        switch code {
        case .deadEnd: nil
        case .unknownTarget:
            document(
                """
                next:
                  type: agent
                  config: { agent_slug: lead-enrichment }
                  next: frist
                """)
        case .unreachableStep:
            document(
                """
                next: { type: agent, config: { agent_slug: lead-enrichment } }
                lost: { type: wait, config: { duration: 1h }, next: found }
                found:
                  type: branch
                  branches:
                    - { condition: { field: lead.email, op: exists }, next: lost }
                    - { next: end }
                """)
        case .neverEnds:
            document(
                """
                next: { type: wait, config: { duration: 1h }, next: again }
                again: { type: agent, config: { agent_slug: growth-audit }, next: next }
                """)
        case .cycleWithoutDelay:
            document(
                """
                next: { type: agent, config: { agent_slug: growth-audit }, next: again }
                again:
                  type: branch
                  branches:
                    - { condition: { field: lead.score, op: lt, value: 5 }, next: next }
                    - { next: end }
                """)
        }
    }
}

extension TenexWays {
    /// Steps as messages list them: `` `enrich`, `score` ``.
    fileprivate func list(_ steps: some Sequence<Int>) -> String {
        steps.map { "`\(self.steps[$0].id)`" }.joined(separator: ", ")
    }
}
