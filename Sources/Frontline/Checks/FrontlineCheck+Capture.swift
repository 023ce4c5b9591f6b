import Diagnostics
import Documents
import Platforms

extension FrontlineCheck {
    static let capture = FrontlineCheck.nodes(
        "An element of `captureVariables` names one variable, by `name` or by `id`.",
        example: document(
            """
            next:
              type: RESPONSE_AI
              data: { aiModelId: "1", exitNodeWhen: ALL_VARIABLES, captureVariables: [{}] }
              next: thanks
            thanks: { type: SAY_AI, data: { message: Thank you } }
            """)
    ) { node, report in
        for capture in node.data.value?.captures.value ?? [] {
            guard !capture.name.isFilled, !capture.variable.isPresent,
                !capture.name.isMistaken, !capture.variable.isMistaken
            else { continue }
            report.add(
                .error(
                    FrontlineCode.capture, "a capture names a variable by `name` or `id`",
                    at: capture.name.span ?? capture.variable.span
                        ?? node.data.value?.captures.span))
        }
    }

    static let capturePath = FrontlineCheck.nodes(
        "An `API` node captures by a path into the JSON answer, such as `data.items[0].id`: simple "
            + "property access, not JSONPath, so without `$`, wildcards and filters. An empty path "
            + "captures the whole body.",
        example: document(
            """
            next:
              type: API
              data:
                url: https://shop.example.com/orders
                method: GET
                variables: [{ key: total, value: "$.data.total" }]
              edges: { success: say, fail: say }
            say: { type: SAY_AI, data: { message: Done } }
            """)
    ) { node, report in
        for capture in node.data.value?.variables.value ?? [] {
            guard let path = capture.path.value else { continue }
            do throws(CapturePath.Mistake) {
                _ = try CapturePath(parsing: path)
            } catch {
                report.add(
                    .error(
                        FrontlineCode.capturePath, "\(error.rule): `\(path)`",
                        at: capture.path.span))
            }
        }
    }

    static let dotAccess = FrontlineCheck.nodes(
        "A text takes in whole variables, `{order}`; `{order.id}` is not looked into. Capture the "
            + "part that is needed into a variable of its own.",
        example: document("next: { type: SAY_AI, data: { message: \"It is {order.status}\" } }")
    ) { node, report in
        for mention in node.mentions where mention.isPath {
            report.add(
                .error(
                    FrontlineCode.dotAccess,
                    "a text takes in whole variables only: `{\(mention.name)}`", at: mention.span,
                    help: "capture the part that is needed into a variable of its own"))
        }
    }
}
