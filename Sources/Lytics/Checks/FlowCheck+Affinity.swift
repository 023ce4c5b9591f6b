import Diagnostics
import Platforms

extension FlowCheck {
    static let affinity = FlowCheck(
        "A step of type `affinity` reads the model that `affinity_config_id` names. Without it a "
            + "draft can be kept and not started.",
        example: """
            state: running
            entry_segment_id: "${segment/readers}"
            entry_condition: in_segment
            steps:
              - slug: taste
                type_hint: affinity
                split_affinities: [{ affinity: sports, next: end }]
            """
    ) { flow, report in
        for step in flow.steps.value ?? [] where step.type.value == .affinity {
            guard !step.affinityConfig.isFilled, !step.affinityConfig.isMistaken else { continue }
            report.add(
                flow.obstacle(
                    LyticsCode.affinity,
                    "an affinity step without `affinity_config_id` cannot be started\(step.named)",
                    at: step.affinityConfig.span ?? step.span,
                    help: "write the id of the affinity model"))
        }
    }
}

extension LyticsFlow {
    /// Says why it cannot be started: an error where it is to run, else a warning.
    func obstacle(
        _ code: LyticsCode, _ message: String, at span: SourceSpan?, help: String
    ) -> Diagnostic {
        state.value == .running
            ? .error(code, message, at: span, help: help)
            : .warning(code, message, at: span, help: help)
    }
}
