import Documents
import EmulatedKit
import Tenex

extension TenexEmulatedAPI {
    /// An endpoint that the service's pages document.
    typealias Documented = EmulatedRoute<Exchange, Refusal>
    /// Answers one endpoint.
    typealias Handler = Documented.Handler

    /// What answers a request, and what stands in its path.
    struct Route: Sendable {
        let handler: Handler
        var parameters: [String: String] = [:]
    }

    /// Answers what needs no key: the login and the description of the API.
    func open(
        _ request: EmulatedRequest, _ store: inout EmulatedStore, now: EmulatedTime
    ) throws(Refusal) -> EmulatedResponse? {
        switch request.path {
        case ["openapi.json"]:
            guard request.method == "GET" else { throw Self.wrongMethod }
            return .plain(description)
        case ["api", "v1", "users", "login"]:
            guard request.method == "POST" else { throw Self.wrongMethod }
            var exchange = Exchange(
                request: request, api: api, parameters: [:], caller: Caller(workspace: ""),
                now: now, store: store.handOver())
            defer { store = exchange.store }
            return try Self.logIn(&exchange)
        default: return nil
        }
    }

    /// Finds what answers: first in the table, then among the endpoints that are documented.
    func route(_ request: EmulatedRequest) throws(Refusal) -> Route {
        if let match = api.match(request.method, request.path) {
            return Route(handler: Self.handler(match.operation), parameters: match.parameters)
        }
        let others = Self.documented.filter { $0.matches(request.path) }
        for other in others {
            guard let handler = other.handlers[request.method] else { continue }
            var parameters: [String: String] = [:]
            if let place = other.path.firstIndex(of: "*") {
                parameters["id"] = request.path[place]
            }
            return Route(handler: handler, parameters: parameters)
        }
        throw others.isEmpty && !api.knows(request.path)
            ? Refusal(404, "Not Found") : Self.wrongMethod
    }

    private static let wrongMethod = Refusal(405, "Method Not Allowed")

    /// The endpoints that the service's pages document, which no account renames.
    private static let documented = [
        Documented("api/v1/admin/api-keys", ["GET": listKeys, "POST": mintKey]),
        Documented("api/v1/admin/api-keys/*", ["DELETE": revokeKey]),
        Documented("api/v1/crm/leads", ["GET": listLeads, "POST": createLead]),
        Documented("api/v1/crm/leads/bulk", ["POST": createLeads]),
        Documented("api/v1/crm/leads/*", ["GET": getLead, "PATCH": updateLead]),
        Documented("api/v1/crm/lists/*/members", ["GET": listMembers, "POST": addMembers]),
    ]

    private static func handler(_ operation: TenexOperation) -> Handler {
        switch operation {
        case .listWorkflows: listWorkflows
        case .createWorkflow: createWorkflow
        case .getWorkflow: getWorkflow
        case .updateWorkflow: updateWorkflow
        case .replaceGraph: replaceGraph
        case .archiveWorkflow: archiveWorkflow
        case .listVersions: listVersions
        case .getVersion: getVersion
        case .archiveVersion: archiveVersion
        case .listTemplates: listTemplates
        case .getTemplate: getTemplate
        case .createFromTemplate: createFromTemplate
        case .listTriggers: listTriggers
        case .createTrigger: createTrigger
        case .getTrigger: getTrigger
        case .updateTrigger: updateTrigger
        case .deleteTrigger: deleteTrigger
        case .triggerRun: triggerRun
        case .listRuns: listRuns
        case .getRun: getRun
        case .listRunSteps: listRunSteps
        case .streamRun: streamRun
        case .pauseRun: pauseRun
        case .resumeRun: resumeRun
        case .cancelRun: cancelRun
        case .listAgents: listAgents
        case .listConnectors: listConnectors
        case .listSegments: listSegments
        case .listSequences: listSequences
        }
    }
}
