package import Diagnostics

/// The codes of Frontline alone.
package enum FrontlineCode: String, ExplainedCode {
    case nodeID = "frontline/node-id"
    case initialNode = "frontline/initial-node"
    case startNode = "frontline/start-node"
    case unknownNode = "frontline/unknown-node"
    case unknownHandle = "frontline/unknown-handle"
    case cycle = "frontline/cycle"
    case unreachableNode = "frontline/unreachable-node"
    case noFail = "frontline/no-fail"
    case noMatch = "frontline/no-match"
    case trigger = "frontline/trigger"
    case model = "frontline/model"
    case message = "frontline/message"
    case capture = "frontline/capture"
    case capturePath = "frontline/capture-path"
    case dotAccess = "frontline/dot-access"
    case rowID = "frontline/row-id"
    case permission = "frontline/permission"
    case range = "frontline/range"
    case phrases = "frontline/phrases"
    case readBeforeCapture = "frontline/read-before-capture"
    case defaultMessage = "frontline/default-message"
    case automationOnly = "frontline/automation-only"
    case reservedName = "frontline/reserved-name"
    case secondEdge = "frontline/second-edge"
    case dataType = "frontline/data-type"
    case wrongCapture = "frontline/wrong-capture"
    case childKey = "frontline/child-key"
    case variableName = "frontline/variable-name"
    case unknownVariable = "frontline/unknown-variable"
    case sharedIntent = "frontline/shared-intent"
    case flowName = "frontline/flow-name"
    case defaultFlow = "frontline/default-flow"
    case noStartFlow = "frontline/no-start-flow"
    case notActive = "frontline/not-active"
    case notPublished = "frontline/not-published"
    case noArchive = "frontline/no-archive"
    case nodeType = "frontline/node-type"

    /// What the rule of each code asks for, and why.
    package var meaning: Meaning {
        switch self {
        case .nodeID: FrontlineCheck.nodeID.meaning
        case .initialNode: FrontlineCheck.initialNode.meaning
        case .startNode: FrontlineCheck.startNode.meaning
        case .unknownNode: FrontlineCheck.edges.meaning
        case .unknownHandle: FrontlineCheck.unknownHandle
        case .cycle: FrontlineCheck.cycle.meaning
        case .unreachableNode: FrontlineCheck.unreachable.meaning
        case .noFail: FrontlineCheck.noFail.meaning
        case .noMatch: FrontlineCheck.noMatch.meaning
        case .trigger: FrontlineCheck.trigger.meaning
        case .model: FrontlineCheck.model.meaning
        case .message: FrontlineCheck.message.meaning
        case .capture: FrontlineCheck.capture.meaning
        case .capturePath: FrontlineCheck.capturePath.meaning
        case .dotAccess: FrontlineCheck.dotAccess.meaning
        case .rowID: FrontlineCheck.rowID.meaning
        case .permission: FrontlineCheck.permission.meaning
        case .range: FrontlineCheck.range.meaning
        case .phrases: FrontlineCheck.phrases.meaning
        case .readBeforeCapture: FrontlineCheck.readBeforeCapture.meaning
        case .defaultMessage: FrontlineCheck.defaultMessage.meaning
        case .automationOnly:
            Meaning(
                "The `DYNAMIC_TABLES` node (\"Data Action\") is for automations and is not "
                    + "available in flows. To read or write records inside a flow, use a `TOOLS_AI` "
                    + "node with table tools.",
                example: FrontlineCheck.document("next: { type: DYNAMIC_TABLES }"))
        case .reservedName:
            Meaning(
                "Weir keeps a node's key in the platform's `name` field, so that it finds the "
                    + "node again. The label that people see is `alias`.",
                example: FrontlineCheck.document(
                    "next: { type: SAY_AI, name: Hello, data: { message: Hello } }"))
        case .secondEdge:
            Meaning(
                "One edge leaves a node by each handle, so an edge that is written at its node "
                    + "and beside the nodes leads to the same node in both places.",
                example: FrontlineCheck.document(
                    """
                    next: { type: SAY_AI, data: { message: Hello }, next: a, edges: { default: b } }
                    a: { type: SAY_AI, data: { message: One }, next: b }
                    b: { type: SAY_AI, data: { message: Two } }
                    """))
        case .dataType:
            Meaning(
                "`data.type` repeats the node's `type`, or is left out.",
                example: FrontlineCheck.document(
                    "next: { type: SAY_AI, data: { type: API, message: Hello } }"))
        case .wrongCapture:
            Meaning(
                "`API` nodes capture by `variables`, nodes that ask a model by "
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
                    """))
        case .childKey:
            Meaning(
                "The keys of variables and intents are parts of their addresses, so they are "
                    + "made of letters, digits, `_` and `-`. Their `name` may be anything.",
                example: Self.agent("intents: { where is it: { phrases: [where is it] } }"))
        case .variableName:
            Meaning(
                "Names of variables are unique within an agent, whatever their case, and none is "
                    + "the platform's own (`first_name`, `last_name`, `email`, `phone_number`) in "
                    + "another case.",
                example: Self.agent("variables: { Order: {}, order: {} }"))
        case .unknownVariable:
            Meaning(
                "A `{name}` in a text and a capture name a variable of the flow's agent, in "
                    + "exact case, or one of the platform's own. Add it to the agent's `variables`.",
                example: Self.agent("variables: { order_number: }", id: "support") + "---\n"
                    + FrontlineCheck.document(
                        "next: { type: SAY_AI, data: { message: \"Is it {Order_Number}?\" } }"))
        case .sharedIntent:
            Meaning(
                "A message that matches an intent enters the flow whose trigger names it, so "
                    + "only one flow may.",
                example: Self.triggered("a", "First") + "---\n" + Self.triggered("b", "Second"))
        case .flowName:
            Meaning(
                "Flows are told apart by name within their agent, as the service has no other "
                    + "name for them.",
                example: FrontlineCheck.document("next: { type: SAY_AI, data: { message: Hello } }")
                    + "---\n"
                    + FrontlineCheck.document("next: { type: SAY_AI, data: { message: Hello } }"))
        case .defaultFlow:
            Meaning(
                "Every agent is born with one default flow, which `isDefault: true` adopts. Two "
                    + "files cannot adopt the same one.",
                example: Self.start("a", "First") + "---\n" + Self.start("b", "Second"))
        case .noStartFlow:
            Meaning(
                "Every agent is born with a flow called `Start`, which is its default flow. "
                    + "A document with `isDefault: true` takes it over, and here the flow of that "
                    + "name was another one. Name the default flow with `weir: { live: ID }`.")
        case .notActive:
            Meaning(
                "The service took the call that activates a flow and shows it with another "
                    + "status. Nothing is known to be published; look at the flow in the app.")
        case .notPublished:
            Meaning(
                "Activating a flow publishes its draft, as far as anybody knows: there is no "
                    + "call for it alone. So the id of the live snapshot is looked at before and "
                    + "after. Where it stays the same, what people meet may be the older version, "
                    + "and the app has a button to publish it.")
        case .nodeType:
            Meaning(
                "The contracts of the service do not agree on which types of nodes flows have, so "
                    + "the account is asked before a node of such a type is planned. What it does "
                    + "not take in flows, an apply could not make.")
        case .noArchive:
            Meaning(
                "The service knows `DRAFT`, `ACTIVE` and `SUSPENDED` (`PAUSED`), and no "
                    + "`ARCHIVED`. Pause the flow, or remove its file to delete it.")
        }
    }

    /// An agent with some fields.
    static func agent(_ fields: String, id: String = "example") -> String {
        "kind: frontline/agent\nid: \(id)\nname: Support\n\(fields)\n"
    }

    /// A flow that an intent enters.
    static func triggered(_ id: String, _ name: String) -> String {
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

    /// The default flow of an agent.
    static func start(_ id: String, _ name: String) -> String {
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
