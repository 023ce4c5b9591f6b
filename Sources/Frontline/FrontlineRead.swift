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
    /// The objects whose record types are read next.
    case recordTypeOwners
    case lookups(KindName)

    /// A read of a list whose elements have ids.
    static func list(
        _ path: [Value], _ subject: FrontlineRead, _ purpose: String, query: Object = [:]
    ) -> Read {
        Read(
            Request(.get, path, query: query), subject, expects: .list(of: "id"),
            purpose: purpose)
    }

    /// The read of the objects that have record types; their names are what is needed.
    static let objects = Read(
        Request(.get, ["objects"]), FrontlineRead.recordTypeOwners, expects: .list(of: "name"),
        purpose: "the record-types")

    /// The read of the agent of an id.
    static func agent(_ id: Value, _ purpose: String) -> Read {
        Read(
            Request(.get, ["agents", id]), FrontlineRead.agent,
            expects: .object(with: "id", being: id), purpose: purpose)
    }

    /// The read of an agent's settings.
    static func setting(_ id: Value, of agent: Value) -> Read {
        Read(
            Request(.get, ["agents", id, "agent-setting"]), FrontlineRead.setting(agent: agent),
            expects: .object(with: "id"), purpose: "an agent's settings")
    }

    /// The read of one flow, from which its graph unfolds.
    static func flow(_ id: Value, _ place: FrontlineFlowPlace) -> Read {
        Read(
            place.request(id), FrontlineRead.flow(place),
            expects: .object(with: "id", being: id), purpose: "a flow")
    }
}

/// Where a flow is, and what tells its nodes apart.
struct FrontlineFlowPlace: Sendable, Hashable {
    /// The id of its agent.
    let agent: Value
    /// The nodes that were wanted, for a read-back; nil where the files tell.
    var nodes: [Value]?

    /// A request for one flow, or for a part of it.
    func request(_ id: Value, _ part: [Value] = [], query: Object = [:]) -> Request {
        Request(.get, ["agents", agent, "flows", id] + part, query: query)
    }
}

/// A flow with its draft graph.
struct FrontlineDraft: Sendable, Hashable {
    /// Its detail.
    let flow: Value
    /// Its nodes and their ways.
    let graph: Value
}
