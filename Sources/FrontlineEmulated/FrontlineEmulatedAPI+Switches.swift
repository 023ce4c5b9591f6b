import EmulatedKit

extension FrontlineEmulatedAPI {
    /// A disputed point of the API.
    enum Switch: String, DisputedPoint {
        case clientNodeIDs = "client-node-ids"
        case clientAliases = "client-aliases"
        case pausedArchived = "paused-archived"
        case globalEdges = "global-edges"
        case detailsInList = "details-in-list"
        case bareBodies = "bare-bodies"
        case structuralConflicts = "structural-conflicts"
        case activationPublishes = "activation-publishes"
        case guardInUse = "guard-in-use"
        case uniqueIntents = "unique-intents"
        case mergeNodeData = "merge-node-data"
        case activityNodes = "activity-nodes"
        case modelPairs = "model-pairs"
        case rateLimits = "rate-limits"

        static let onInBrief: Set<Switch> = [
            .clientNodeIDs, .clientAliases, .pausedArchived, .globalEdges, .detailsInList,
            .bareBodies, .activationPublishes, .guardInUse, .activityNodes,
        ]
        static let onToday: Set<Switch> = [
            .structuralConflicts, .activationPublishes, .guardInUse, .activityNodes,
        ]

        var summary: String {
            switch self {
            case .clientNodeIDs: "a sent `nodeId` is kept; else the server makes all of them"
            case .clientAliases: "an `alias` sent with a new node is kept"
            case .pausedArchived: "flows are PAUSED or ARCHIVED; else SUSPENDED or DELETED"
            case .globalEdges: "graphs also list `edges`, and node bodies may carry them"
            case .detailsInList: "flow lists show `isDefault`, `assistantId` and snapshot ids"
            case .bareBodies: "nodes and edges are also taken without `node` and `edge` around"
            case .structuralConflicts: "an edge or node that breaks the graph is a 409, else a 400"
            case .activationPublishes: "an update with ACTIVE copies the draft to a live snapshot"
            case .guardInUse: "a variable or intent that a draft uses cannot be deleted"
            case .uniqueIntents: "a taken name of an intent is a 409"
            case .mergeNodeData: "a node update merges `data` member by member"
            case .activityNodes: "CREATE_RECORD_ACTIVITY nodes may stand in flows"
            case .modelPairs: "RESPONSE_AI needs `model` and `aiVendor` beside `aiModelId`"
            case .rateLimits: "the 1,001st request of a minute is a 429"
            }
        }
    }
}

extension EmulatedStore {
    /// Whether a switch of Frontline is on.
    func isOn(_ one: FrontlineEmulatedAPI.Switch) -> Bool { switches.contains(one.rawValue) }
}
