import Diagnostics
import Documents
import Platforms

extension FrontlineCheck {
    static let model = FrontlineCheck.nodes(
        "A `RESPONSE_AI` node names its model: by `aiModelId`, or by `model` and `aiVendor`, which "
            + "go together on every node.",
        example: document(
            """
            next:
              type: RESPONSE_AI
              data: { instructions: Ask for the order number, exitNodeWhen: ALL_VARIABLES }
              next: thanks
            thanks: { type: SAY_AI, data: { message: Thank you } }
            """)
    ) { node, report in
        guard let data = node.data.value else { return }
        let hasModel = data.model.isPresent || data.model.isMistaken
        let hasVendor = data.vendor.isPresent || data.vendor.isMistaken
        if hasModel != hasVendor {
            let missing = hasModel ? "aiVendor" : "model"
            let place = hasModel ? data.model.span : data.vendor.span
            report.add(
                .error(
                    FrontlineCode.model, "`model` and `aiVendor` go together", at: place,
                    help: "write `\(missing)` too, or `aiModelId` instead"))
        } else if node.type.value == .response, !hasModel, !data.aiModel.isPresent,
            !data.aiModel.isMistaken
        {
            report.add(
                .error(
                    FrontlineCode.model, "a node that asks needs a model", at: node.span,
                    help: "write `aiModelId`, or `model` and `aiVendor`"))
        }
    }

    static let message = FrontlineCheck.nodes(
        "A `SAY_AI` node sends its `message`, or with `sayWithAi: true` what a model makes of its "
            + "`prompt`.",
        example: document("next: { type: SAY_AI, data: { sayWithAi: true, message: Hello } }")
    ) { node, report in
        guard node.type.value == .say, let data = node.data.value, !data.saysWithAI.isMistaken
        else { return }
        if case .later = data.saysWithAI.state { return }
        let asksModel = data.saysWithAI.value == true
        let field = asksModel ? data.prompt : data.message
        guard !field.isFilled, !field.isMistaken else { return }
        let (name, other) = asksModel ? ("prompt", "message") : ("message", "prompt")
        let isSwapped = asksModel ? data.message.isFilled : data.prompt.isFilled
        report.add(
            .error(
                FrontlineCode.message,
                "a `SAY_AI` node with `sayWithAi: \(asksModel)` must have a `\(name)`",
                at: field.span ?? node.span,
                notes: isSwapped ? ["its `\(other)` is not used"] : []))
    }
}
