import Diagnostics
import Platforms

/// What the fields of Frontline's documents ask for, alone and together.
enum FrontlineExplanations {
    /// One for each code that no check explains.
    static let all: [Explanation] = fields + spelling + children + projects

    private static let fields = [
        Explanation(
            code: "frontline/unknown-key",
            text: "A document has the fields of its kind, under Frontline's own names. "
                + "`weir explain frontline/flow` lists them.",
            example: agent("temperature: 0.5")),
        Explanation(
            code: "frontline/misplaced-field",
            text: "Some fields belong to nodes of some types only: a `url` to a node that calls.",
            example: FrontlineCheck.document(
                "next: { type: SAY_AI, data: { message: Hello, url: \"https://a.b\" } }")),
        Explanation(
            code: "frontline/missing-field",
            text: "A field without which Frontline takes no such object is written, and not null.",
            example: "kind: frontline/agent\nid: example\n"),
        Explanation(
            code: "frontline/read-only",
            text: "Some fields are set by Frontline alone. Remove them."),
        Explanation(
            code: "frontline/wrong-type",
            text: "A field holds what it is for: a text, a number, true or false, a list, a map.",
            example: agent("isOffline: sometimes")),
        Explanation(
            code: "frontline/unknown-word",
            text: "A field that takes one of some words takes no other.",
            example: agent("agentSetting: { agentType: SMART }")),
        Explanation(
            code: "frontline/duplicate-key-value",
            text: "Elements are told apart by one of their fields, such as the key of a node or "
                + "the name of a variable. Two with the same could not be told apart.",
            example: agent("variables: [{ name: order }, { name: order }]")),
        Explanation(
            code: "frontline/literal-secret",
            text: "A credential is a `${secret.NAME}`, so that it is in no repository, no plan and "
                + "no ledger."),
        Explanation(
            code: "frontline/automation-only",
            text: "The `DYNAMIC_TABLES` node (\"Data Action\") is for automations and is not "
                + "available in flows. To read or write records inside a flow, use a `TOOLS_AI` "
                + "node with table tools.",
            example: FrontlineCheck.document("next: { type: DYNAMIC_TABLES }")),
    ]

    private static let spelling = [
        Explanation(
            code: "frontline/reserved-name",
            text: "Weir keeps a node's key in the platform's `name` field, so that it finds the "
                + "node again. The label that people see is `alias`.",
            example: FrontlineCheck.document(
                "next: { type: SAY_AI, name: Hello, data: { message: Hello } }")),
        Explanation(
            code: "frontline/second-edge",
            text: "One edge leaves a node by each handle, so an edge that is written at its node "
                + "and beside the nodes leads to the same node in both places.",
            example: FrontlineCheck.document(
                """
                next: { type: SAY_AI, data: { message: Hello }, next: a, edges: { default: b } }
                a: { type: SAY_AI, data: { message: One }, next: b }
                b: { type: SAY_AI, data: { message: Two } }
                """)),
        Explanation(
            code: "frontline/data-type",
            text: "`data.type` repeats the node's `type`, or is left out.",
            example: FrontlineCheck.document(
                "next: { type: SAY_AI, data: { type: API, message: Hello } }")),
        Explanation(
            code: "frontline/wrong-capture",
            text: "`API` nodes capture by `variables`, nodes that ask a model by "
                + "`captureVariables`. The service drops the wrong one without a word.",
            example: FrontlineCheck.document(
                """
                next:
                  type: API
                  data:
                    url: https://shop.example.com/orders
                    method: GET
                    captureVariables: [{ name: order }]
                  edges: { success: say, fail: say }
                say: { type: SAY_AI, data: { message: Done } }
                """)),
    ]

    private static let children = [
        Explanation(
            code: "frontline/child-key",
            text: "The keys of variables and intents are parts of their addresses, so they are "
                + "made of letters, digits, `_` and `-`. Their `name` may be anything.",
            example: agent("intents: { where is it: { phrases: [where is it] } }")),
        Explanation(
            code: "frontline/variable-name",
            text: "Names of variables are unique within an agent, whatever their case, and none is "
                + "the platform's own (`first_name`, `last_name`, `email`, `phone_number`) in "
                + "another case.",
            example: agent("variables: { Order: {}, order: {} }")),
    ]

    private static let projects = [
        Explanation(
            code: "frontline/unknown-variable",
            text: "A `{name}` in a text and a capture name a variable of the flow's agent, in "
                + "exact case, or one of the platform's own. Add it to the agent's `variables`.",
            example: agent("variables: { order_number: }", id: "support") + "---\n"
                + FrontlineCheck.document(
                    "next: { type: SAY_AI, data: { message: \"Is it {Order_Number}?\" } }")),
        Explanation(
            code: "frontline/shared-intent",
            text: "A message that matches an intent enters the flow whose trigger names it, so "
                + "only one flow may.",
            example: triggered("a", "First") + "---\n" + triggered("b", "Second")),
        Explanation(
            code: "frontline/flow-name",
            text: "Flows are told apart by name within their agent, as the service has no other "
                + "name for them.",
            example: FrontlineCheck.document("next: { type: SAY_AI, data: { message: Hello } }")
                + "---\n"
                + FrontlineCheck.document("next: { type: SAY_AI, data: { message: Hello } }")),
        Explanation(
            code: "frontline/default-flow",
            text: "Every agent is born with one default flow, which `isDefault: true` adopts. Two "
                + "files cannot adopt the same one.",
            example: start("a", "First") + "---\n" + start("b", "Second")),
    ]

    private static func agent(_ fields: String, id: String = "example") -> String {
        "kind: frontline/agent\nid: \(id)\nname: Support\n\(fields)\n"
    }

    private static func triggered(_ id: String, _ name: String) -> String {
        """
        kind: frontline/flow
        id: \(id)
        agent: "${agent/support}"
        name: \(name)
        nodes:
          trigger: { type: TRIGGER_INTENT, data: { intentIds: [order_status] }, next: say }
          say: { type: SAY_AI, data: { message: Hello } }

        """
    }

    private static func start(_ id: String, _ name: String) -> String {
        """
        kind: frontline/flow
        id: \(id)
        agent: "${agent/support}"
        name: \(name)
        isDefault: true
        nodes: { start: { type: START } }

        """
    }
}
