import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    /// One turn of a conversation: the flows that it comes into, and what they say.
    ///
    /// There is no model: what one would say is what it is told, an intent is met by its phrases,
    /// a call succeeds, and no condition holds.
    struct Turn {
        /// The flows that were come into, in order.
        private(set) var entered: [Value] = []
        /// What is said, with the type of the node that says it.
        private(set) var messages: [(type: String, text: String)] = []
        /// The node that waits for the person, and its flow.
        private(set) var waiting: (flow: Value, node: String)?
        private let agent: String
        private let isNew: Bool
        private let exchange: Exchange

        init(agent: String, _ talk: Object, _ exchange: Exchange) {
            self.agent = agent
            self.exchange = exchange
            isNew = talk["_began"] != .some(true)
            if let flow = talk["_flow"], !flow.isNull, let node = talk["_node"]?.text {
                waiting = (flow, node)
            }
        }

        /// Takes what the person says: the flow that waits for it goes on, a new conversation
        /// begins with the Start flow, and an intent leads into its flow.
        mutating func take(_ message: String) {
            if let (flow, node) = waiting {
                waiting = nil
                goOn(flow, behind: node)
            } else {
                if isNew { begin() }
                if waiting == nil { enterByIntent(message) }
            }
            // A turn never ends without an answer: the agent makes one up.
            if messages.isEmpty { messages = [("MESSAGE", "How can I help you?")] }
        }

        private mutating func begin() {
            let flow = flows(of: agent, exchange).first { $0["isDefault"] == .some(true) }
            guard let flow, let graph = live(flow) ?? graph(flow["draftSnapshotId"], exchange),
                let start = graph.nodes.first(where: { $0["type"] == .some("START") })
            else { return }
            enter(flow, graph, at: start)
        }

        private mutating func enterByIntent(_ message: String) {
            let meant = Set(
                intents(of: agent, exchange).filter { Self.means(message, $0) }
                    .compactMap { $0["id"] })
            guard !meant.isEmpty else { return }
            for flow in flows(of: agent, exchange) {
                guard let graph = live(flow), let node = graph.nodes.first(where: \.isInitial),
                    let ids = node["data"]?["intentIds"]?.list, !meant.isDisjoint(with: ids)
                else { continue }
                return enter(flow, graph, at: node)
            }
        }

        private static func means(_ message: String, _ intent: Object) -> Bool {
            let words = message.lowercased()
            return (intent["phrases"]?.list ?? []).contains { phrase in
                let text = (phrase["phrase"]?.text ?? phrase.text ?? "").lowercased()
                return !text.isEmpty && words.contains(text)
            }
        }

        private mutating func goOn(_ id: Value, behind node: String) {
            guard let flow = known("frontline/flow", id, exchange),
                let graph = live(flow) ?? graph(flow["draftSnapshotId"], exchange),
                let node = graph.node(node)
            else { return }
            walk(flow, graph, from: next(node, graph))
        }

        private mutating func enter(_ flow: Object, _ graph: Graph, at node: Object) {
            entered.append(flow["id"] ?? .null)
            walk(flow, graph, from: next(node, graph))
        }

        private mutating func walk(_ flow: Object, _ graph: Graph, from first: Object?) {
            var place = first
            while let node = place {
                let data = node["data"] ?? .null
                switch node["type"]?.text {
                case "SAY_AI":
                    let said = data["sayWithAi"] == true ? data["prompt"] : data["message"]
                    messages.append(("SAY_AI", said?.text ?? ""))
                case "RESPONSE_AI":
                    messages.append(("RESPONSE_AI", data["instructions"]?.text ?? ""))
                    waiting = (flow["id"] ?? .null, node.nodeID)
                    return
                default: break
                }
                place = next(node, graph)
            }
        }

        /// The node behind another, by the way that is taken where nobody decides.
        private func next(_ node: Object, _ graph: Graph) -> Object? {
            let handle =
                switch node["type"]?.text {
                case "API": "success"
                case "CONDITIONAL_ROUTING": "no-match"
                default: "default"
                }
            let edge = graph.edges.first {
                $0.source == node.nodeID && $0.sourceHandle == handle
            }
            return edge.flatMap { graph.node($0.target) }
        }

        /// The published graph of a flow that is active.
        private func live(_ flow: Object) -> Graph? {
            flow["status"] == .some("ACTIVE") ? graph(flow["liveSnapshotId"], exchange) : nil
        }
    }
}
