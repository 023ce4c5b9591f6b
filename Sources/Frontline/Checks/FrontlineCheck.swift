import Diagnostics
import Documents
import Platforms

/// One rule for documents of Frontline, with its explanation; the examples break it and are tests.
struct FrontlineCheck: Sendable {
    /// What a rule looks at; it reports where that breaks the rule.
    enum Look: Sendable {
        /// A flow in its canonical form.
        case flow(@Sendable (FrontlineFlow, inout Report) -> Void)
        /// Where the edges of a flow lead; only flows whose nodes can be told apart.
        case ways(@Sendable (FrontlineWays, inout Report) -> Void)
        /// One node after the other.
        case node(@Sendable (FrontlineNode, inout Report) -> Void)
        /// An agent.
        case agent(@Sendable (FrontlineAgent, inout Report) -> Void)
        /// An intent.
        case intent(@Sendable (FrontlineIntent, inout Report) -> Void)
    }

    /// What the rule asks for.
    let meaning: Meaning
    /// What it looks at, each with how it is checked.
    let looks: [Look]

    /// Every rule, in the order in which they are explained.
    static let all: [FrontlineCheck] = [
        .nodeID, .initialNode, .startNode, .edges, .cycle, .unreachable, .noFail, .noMatch,
        .trigger, .model, .message, .capture, .capturePath, .dotAccess, .rowID, .permission,
        .range, .phrases, .readBeforeCapture, .defaultMessage,
    ]

    /// Reports where a flow breaks any rule, and not again what its spelling broke.
    static func check(
        _ flow: FrontlineFlow, after spelling: Report, into report: inout Report
    ) {
        let nodes = flow.nodes.value ?? []
        var ways = nodes.isEmpty ? nil : FrontlineWays(flow)
        if spelling.hasErrors { ways?.lacksEdges = true }
        for look in all.flatMap(\.looks) {
            switch look {
            case .flow(let run): run(flow, &report)
            case .ways(let run):
                if let ways, ways.number.count == nodes.count { run(ways, &report) }
            case .node(let run): for node in nodes { run(node, &report) }
            case .agent, .intent: break
            }
        }
    }

    /// Reports where an agent breaks any rule.
    static func check(_ agent: FrontlineAgent, into report: inout Report) {
        for case .agent(let run) in all.flatMap(\.looks) { run(agent, &report) }
    }

    /// Reports where an intent breaks any rule.
    static func check(_ intent: FrontlineIntent, into report: inout Report) {
        for case .intent(let run) in all.flatMap(\.looks) { run(intent, &report) }
    }

    init(_ text: String, example: String, _ looks: Look...) {
        meaning = Meaning(text, example: example)
        self.looks = looks
    }

    /// A triggered flow around some nodes behind its trigger, or around other fields.
    static func document(_ nodes: String) -> String {
        let head = """
            kind: frontline/flow
            id: example
            agent: "${agent/support}"
            name: Example
            nodes:
              trigger: { type: TRIGGER_INTENT, data: { agenticRouting: Always }, next: next }

            """
        let lines = nodes.split(separator: "\n", omittingEmptySubsequences: false)
        return head + lines.map { "  " + $0 }.joined(separator: "\n") + "\n"
    }

    /// A rule that looks at one node after the other.
    static func nodes(
        _ text: String, example: String,
        run: @escaping @Sendable (FrontlineNode, inout Report) -> Void
    ) -> FrontlineCheck {
        FrontlineCheck(text, example: example, .node(run))
    }

    /// A rule about where edges lead.
    static func ways(
        _ text: String, example: String,
        run: @escaping @Sendable (FrontlineWays, inout Report) -> Void
    ) -> FrontlineCheck {
        FrontlineCheck(text, example: example, .ways(run))
    }
}
