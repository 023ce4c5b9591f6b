import Documents
import Platforms

/// What a read of Lytics asks for.
enum LyticsRead: ReadSubject {
    /// Flows through a form of the wire; of a list that shows more, only those with some ids.
    case flows(FlowWire, only: [Value]? = nil)
    /// A version of a flow of which only newer drafts were shown.
    case olderVersion(FlowWire, below: [SeenVersion], number: Int64)
    /// One version of a flow by itself, whatever its state.
    case version(FlowWire)
    case jobs
    case auths
    case connections
    case segments
    case providers
    case workflows

    /// The read of all of them.
    func list() -> Read {
        let read = Read(request, self, expects: .list(of: "id"), purpose: "the \(plural)")
        switch self {
        case .providers, .workflows: return read.whereThereIsOne
        default: return read
        }
    }

    /// The read of the one that has an id; a flow may be answered with its versions.
    func one(_ id: Value, _ request: Request, purpose: String? = nil) -> Read {
        var promise = PromisedAnswer.object(with: "id", being: id)
        switch self {
        case .flows, .version, .olderVersion: promise = .versions(with: "id", being: id)
        default: break
        }
        return Read(
            request, self, expects: promise, purpose: purpose ?? "the \(plural.dropLast())")
    }

    /// The request for all of them.
    var request: Request {
        switch self {
        case .flows(let wire, _), .olderVersion(let wire, _, _), .version(let wire): wire.list
        case .jobs: LyticsOperation.listJobs.request(query: ["show_all": "true"])
        case .auths: LyticsOperation.listAuths.request()
        case .connections: LyticsOperation.listConnections.request()
        case .segments: LyticsOperation.listSegments.request()
        case .providers: LyticsOperation.listProviders.request()
        case .workflows: LyticsOperation.listWorkflows.request()
        }
    }

    /// What it reads.
    var kind: KindName {
        switch self {
        case .flows, .olderVersion, .version: .flow
        case .jobs: .job
        case .auths: .auth
        case .connections: .connection
        case .segments: .segment
        case .providers: .provider
        case .workflows: .workflow
        }
    }

    private var plural: String {
        switch self {
        case .flows, .olderVersion, .version: "flows"
        case .jobs: "jobs"
        case .auths: "auths"
        case .connections: "connections"
        case .segments: "segments"
        case .providers: "providers"
        case .workflows: "workflows"
        }
    }
}
