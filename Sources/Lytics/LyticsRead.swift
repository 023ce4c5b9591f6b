import Documents
import Platforms

/// What a read of Lytics asks for.
enum LyticsRead: ReadSubject {
    /// Flows through a form of the wire; of a list that shows more, only those with some ids.
    case flows(FlowWire, only: [Value]? = nil)
    case jobs
    case auths
    case connections
    case segments
    case providers
    case workflows

    /// The read of all of them.
    func list() -> Read {
        Read(listing, self, expects: .list(of: "id"), purpose: "the \(plural)")
    }

    /// The read of the one that has an id; a flow may be answered with its versions.
    func one(_ id: Value, _ request: Request, purpose: String? = nil) -> Read {
        var promise = PromisedAnswer.object(with: "id", being: id)
        if case .flows = self { promise = .versions(with: "id", being: id) }
        return Read(
            request, self, expects: promise, purpose: purpose ?? "the \(plural.dropLast())")
    }

    private var listing: Request {
        switch self {
        case .flows(let wire, _): Request(.get, wire.path)
        case .jobs: Request(.get, ["v2", "job"], query: ["show_all": "true"])
        case .auths: Request(.get, ["v2", "auth"])
        case .connections: Request(.get, ["v2", "connection"])
        case .segments: Request(.get, ["v2", "segment"])
        case .providers: Request(.get, ["v2", "provider"])
        case .workflows: Request(.get, ["api", "workflow"])
        }
    }

    private var plural: String {
        switch self {
        case .flows: "flows"
        case .jobs: "jobs"
        case .auths: "auths"
        case .connections: "connections"
        case .segments: "segments"
        case .providers: "providers"
        case .workflows: "workflows"
        }
    }
}
