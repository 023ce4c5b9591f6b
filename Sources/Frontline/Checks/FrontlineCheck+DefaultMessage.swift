import Diagnostics
import Platforms

extension FrontlineCheck {
    static let defaultMessage = FrontlineCheck.ways(
        "Where a flow ends a turn without a message, because it only captured something or called "
            + "an API, the agent sends a message of its own making, so that people always get an "
            + "answer. A `SAY_AI` node at the end decides what it is.",
        example: document(
            """
            next:
              type: API
              data: { url: "https://shop.example.com/orders", method: POST }
              edges: { success: note, fail: note }
            note:
              type: CREATE_RECORD_ACTIVITY
              data: { recordTypeId: 5, rowId: "{row}", activityType: NOTE, content: Ordered }
            """)
    ) { ways, report in
        guard ways.nodes.count > 1, ways.isClear else { return }
        // A turn begins where a conversation enters, and where a person has answered.
        let answers = ways.nodes.indices.filter { ways.nodes[$0].type.value == .response }
        let starts = ways.entries + answers
        let isStart = Set(starts)
        let way = ways.way(
            from: starts,
            through: { isStart.contains($0) || ways.nodes[$0].type.value?.speaks == false },
            to: { isSilentEnd($0, ways, isAnswered: isStart.contains($0)) })
        guard let way, let last = way.last else { return }
        report.add(
            .note(
                FrontlineCode.defaultMessage,
                "a turn can end here without a message: \(ways.words(way))",
                at: ways.nodes[last].span,
                notes: ["the agent then sends a message of its own making"],
                help: "end with a `SAY_AI` node to decide what people read"))
    }

    /// Whether nothing follows a node that says nothing; ways that are left open are warned of.
    private static func isSilentEnd(
        _ node: Int, _ ways: FrontlineWays, isAnswered: Bool
    ) -> Bool {
        guard ways.leaving[node].isEmpty, let type = ways.nodes[node].type.value else {
            return false
        }
        return (isAnswered || !type.speaks) && type != .api && type != .routing
    }
}
