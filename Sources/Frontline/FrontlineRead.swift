import Documents
import Platforms

/// What a read of Frontline asks for.
enum FrontlineRead: ReadSubject {
    case agents
    case agent
    /// The settings of an agent, which its detail shows otherwise.
    case setting(agent: Value)
    /// Of the agent of an id.
    case variables(agent: Value)
    case intents(agent: Value)
    case flows(agent: Value)
    case flow(FrontlineFlowPlace)
    /// The draft graph of a flow, whose detail was read.
    case graph(of: Value, FrontlineFlowPlace)
    /// What a flow runs by, beside its draft.
    case running(beside: FrontlineDraft, FrontlineFlowPlace)
    /// The draft graph of a flow that nobody asked for, for the words that the service uses.
    case words
    /// The types of nodes that the service has.
    case nodeTypes
    /// The objects whose record types are read next.
    case recordTypeOwners
    case lookups(LookupKind)

    /// A read of a list whose elements have ids.
    static func list(
        _ request: Request, _ subject: FrontlineRead, _ purpose: String
    ) -> Read {
        Read(request, subject, expects: .list(of: "id"), purpose: purpose)
    }

    /// The read of the objects that have record types; their names are what is needed.
    static let objects = Read(
        FrontlineOperation.listObjects.request(), FrontlineRead.recordTypeOwners,
        expects: .list(of: "name"), purpose: "the record-types")

    /// The read of the types of nodes, which an older service does without.
    static let types = Read(
        FrontlineAccountOperations.nodeTypes, FrontlineRead.nodeTypes,
        expects: .list(of: "type"), purpose: "the types of nodes"
    ).whereThereIsOne

    /// The read of the agent of an id.
    static func agent(_ id: Value, _ purpose: String) -> Read {
        Read(
            FrontlineAgentOperations.get(id), FrontlineRead.agent,
            expects: .object(with: "id", being: id), purpose: purpose)
    }

    /// The read of an agent's settings.
    static func setting(_ id: Value, of agent: Value) -> Read {
        Read(
            FrontlineAgentOperations.settings(id), FrontlineRead.setting(agent: agent),
            expects: .object(with: "id"), purpose: "an agent's settings")
    }

    /// The read of one flow, from which its graph unfolds.
    static func flow(_ id: Value, _ place: FrontlineFlowPlace) -> Read {
        Read(
            place.request(.getFlow, id), FrontlineRead.flow(place),
            expects: .object(with: "id", being: id), purpose: "a flow")
    }
}

/// Where a flow is, and what tells its nodes apart.
struct FrontlineFlowPlace: Sendable, Hashable {
    /// The id of its agent.
    let agent: Value
    /// The nodes that were wanted, for a read-back; nil where the files tell.
    var nodes: [Value]?

    /// A read of one flow, or of its graph.
    func request(
        _ operation: FrontlineOperation, _ id: Value, query: Object = [:]
    ) -> Request {
        operation.request(flow: id, of: agent, query: query)
    }
}

/// A flow with its draft graph.
struct FrontlineDraft: Sendable, Hashable {
    /// Its detail.
    let flow: Value
    /// Its nodes and their ways.
    let graph: Value

    /// Whether the flow is active, and nothing of it was ever published.
    var isUnpublished: Bool {
        flow["status"] == "ACTIVE" && flow["liveSnapshotId"] == .null
    }

    /// Whether the flow was activated as its draft is, and still runs by something else.
    func isLeftUnpublished(by running: FrontlineRunning) -> Bool {
        guard FrontlineFlowOperations.isNewer(flow, thanDraft: graph) else { return false }
        switch running {
        case .unseen: return false
        case .nothing: return true
        case .nodes(let nodes):
            let live = FrontlineNodesAnswer(["nodes": .list(nodes)])
            return !live.differences(from: FrontlineNodesAnswer(graph)).isEmpty
        }
    }
}
