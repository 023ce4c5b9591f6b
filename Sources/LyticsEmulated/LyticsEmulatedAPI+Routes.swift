import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// What answers at a path.
    typealias Route = EmulatedRoute<Exchange, Refusal>

    /// Finds the first route with the path, then its method: 404 and 405 are told apart.
    static func route(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let request = exchange.request
        guard let route = routes.first(where: { $0.matches(request.path) }) else {
            let path = request.path.joined(separator: "/")
            throw Refusal(404, "NOTFOUND-003", "there is nothing at `/\(path)`")
        }
        guard let handler = route.handlers[request.method] else {
            var refusal = Refusal(405, "BADREQ-001", "Method Not Allowed")
            refusal.headers = [("Allow", route.handlers.keys.sorted().joined(separator: ", "))]
            throw refusal
        }
        return try handler(&exchange)
    }

    /// Every endpoint; a path with fixed words comes before one with variable parts.
    static let routes: [Route] =
        flowRoutes + connectionRoutes + authRoutes + jobRoutes + otherRoutes + audienceRoutes

    private static let flowRoutes = [
        Route("v2/flow/state", ["GET": listStepSlugs]),
        Route("v2/flow/ui", ["GET": listFlows, "POST": createFlow]),
        Route("v2/flow/ui/*", ["GET": getFlow, "POST": updateFlow, "DELETE": deleteFlow]),
        Route("v2/flow/ui/*/*", ["GET": getFlowVersion, "DELETE": deleteFlowVersion]),
        Route("v2/flow/ui/*/step/*/work", ["POST": createStepWork]),
        Route("v2/flow/ui/*/step/*/work/publish", ["POST": publishStepWork]),
        Route("v2/flow", ["GET": listCoreFlows, "POST": writeCoreFlow]),
        Route("v2/flow/*", ["GET": getCoreFlow, "POST": writeCoreFlow, "DELETE": deleteFlow]),
        Route("v2/flow/*/*", ["GET": getFlowVersion, "DELETE": deleteFlowVersion]),
        Route("v2/flow/*/*/*/work", ["POST": createStepWork]),
    ]

    private static let connectionRoutes = [
        Route("v2/connection", ["GET": listConnections, "POST": createConnection]),
        Route(
            "v2/connection/*",
            ["GET": getConnection, "PUT": updateConnection, "DELETE": deleteConnection]),
        Route("v2/connection/*/scan", ["POST": scanConnection]),
        Route("v2/connection/*/schema", ["GET": listTables]),
        Route("v2/connection/*/schema/*", ["GET": listColumns]),
    ]

    private static let authRoutes = [
        Route("v2/auth", ["GET": listAuths]),
        Route("v2/auth/*", ["GET": getAuth, "POST": createAuth, "DELETE": deleteAuth]),
        Route("v2/auth/*/*", ["GET": getAuth, "PUT": updateAuth]),
    ]

    private static let jobRoutes = [
        Route("v2/job", ["GET": listJobs, "POST": createJob]),
        Route("v2/job/logs", ["GET": listAccountLogs]),
        Route("v2/job/*", ["GET": getJob, "POST": createJob]),
        Route("v2/job/*/logs", ["GET": listJobLogs]),
        Route("v2/job/*/pause", ["POST": pauseJob]),
        Route("v2/job/*/resume", ["POST": resumeJob]),
        Route("v2/job/*/bounce", ["POST": bounceJob]),
        Route("v2/job/*/kill", ["POST": killJob]),
        Route("v2/job/*/release", ["POST": releaseJob]),
        Route("v2/job/*/*", ["GET": getJob, "PUT": updateJob]),
        Route("v2/job/*/*/logs", ["GET": listJobLogs]),
    ]

    private static let otherRoutes = [
        Route("v2/account", ["GET": getAccount]),
        Route("v2/provider", ["GET": listProviders]),
        Route("v2/provider/*", ["GET": getProvider]),
        Route("api/provider", ["GET": listProviders]),
        Route("api/provider/*", ["GET": getProvider]),
        Route("api/workflow", ["GET": listWorkflows]),
    ]

    /// Who is reached: segments, the fields that they ask for, and people.
    private static let audienceRoutes = [
        Route("v2/segment", ["GET": listSegments, "POST": createSegment]),
        Route(
            "v2/segment/*", ["GET": getSegment, "PUT": updateSegment, "DELETE": deleteSegments]),
        Route("api/segment/validate", ["POST": validateSegment]),
        Route("api/segment/size", ["POST": sizeOfText]),
        Route("api/segment/*/size", ["GET": sizeOfSegment]),
        Route("v2/schema/*/field", ["GET": listFields]),
        Route("api/entity/*/*/*", ["GET": getPerson]),
    ]
}
