import Diagnostics
import Documents
import Platforms

extension FrontlineCheck {
    static let trigger = FrontlineCheck.nodes(
        "A trigger says when its flow is entered: by intents (`intentIds`) or in words "
            + "(`agenticRouting`).",
        example: """
            kind: frontline/flow
            id: example
            agent: "${agent/support}"
            name: Example
            nodes:
              trigger: { type: TRIGGER_INTENT, next: greet }
              greet: { type: SAY_AI, data: { message: Hello } }

            """
    ) { node, report in
        guard node.type.value == .trigger, let data = node.data.value else { return }
        let hasIntents =
            data.intents.isMistaken || data.intents.isPresent && data.intents.value?.isEmpty != true
        let hasRouting = data.agenticRouting.isMistaken || data.agenticRouting.isFilled
        guard !hasIntents, !hasRouting else { return }
        report.add(
            .error(
                FrontlineCode.trigger, "a trigger needs `intentIds` or `agenticRouting`",
                at: node.span, label: "nothing enters this flow",
                help: "write `data: { intentIds: [INTENT] }`"))
    }
}
