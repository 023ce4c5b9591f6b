import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    /// Which keys may read; every write needs a USER key.
    enum Readers: Sendable {
        case anyone
        case users
    }

    /// What answers at a path, and to whom.
    struct Route: Sendable {
        let endpoint: EmulatedRoute<Exchange, Refusal>
        let readers: Readers

        init(
            _ path: String, readers: Readers = .anyone,
            _ handlers: [String: EmulatedRoute<Exchange, Refusal>.Handler]
        ) {
            endpoint = EmulatedRoute("public/v1/" + path, handlers)
            self.readers = readers
        }
    }

    /// Finds the first route with the path and the method; a GENERAL key only reads.
    static func route(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let request = exchange.request
        let route = routes.first { $0.endpoint.matches(request.path) }
        guard let route, let handler = route.endpoint.handlers[request.method] else {
            throw .missing("\(request.method) /\(request.path.joined(separator: "/"))")
        }
        let needsUser = request.method != "GET" || route.readers == .users
        if needsUser && !exchange.account.isUser {
            throw Refusal(401, "This endpoint needs a USER API key")
        }
        return try handler(&exchange)
    }

    /// Every endpoint; a path with fixed words comes before one with variable parts.
    static let routes: [Route] = agentRoutes + flowRoutes + namedRoutes + catalogueRoutes

    private static let agentRoutes = [
        Route("me", ["GET": getMe]),
        Route("agents", ["GET": listAgents, "POST": createAgent]),
        Route("agents/*", ["GET": getAgent, "PUT": updateAgent, "DELETE": deleteAgent]),
        Route("agents/*/agent-setting", ["GET": getAgentSetting, "PUT": updateAgentSetting]),
        Route("agents/*/deployment-status", ["PUT": deployAgent]),
        Route("agents/*/messages", ["POST": runAgent]),
        Route("agents/*/conversations/*/close", ["POST": closeConversation]),
    ]

    private static let flowRoutes = [
        Route("agents/*/flows", ["GET": listFlows, "POST": createFlow]),
        Route("agents/*/flows/*", ["GET": getFlow, "PUT": updateFlow, "DELETE": deleteFlow]),
        Route("agents/*/flows/*/graph", ["GET": getGraph]),
        Route("agents/*/flows/*/nodes", ["POST": createNode]),
        Route("agents/*/flows/*/nodes/*", ["PUT": updateNode, "DELETE": deleteNode]),
        Route("agents/*/flows/*/edges", ["POST": createEdge, "DELETE": deleteEdge]),
    ]

    private static let namedRoutes = [
        Route(
            "agents/*/variables", readers: .users, ["GET": listVariables, "POST": createVariable]),
        Route("agents/*/variables/all", readers: .users, ["GET": listAllVariables]),
        Route("agents/*/variables/check-name", readers: .users, ["GET": checkVariableName]),
        Route(
            "agents/*/variables/*", readers: .users,
            ["GET": getVariable, "PUT": updateVariable, "DELETE": deleteVariable]),
        Route("agents/*/intents", readers: .users, ["GET": listIntents, "POST": createIntent]),
        Route("agents/*/intents/all", readers: .users, ["GET": listAllIntents]),
        Route("agents/*/intents/generate-phrases", readers: .users, ["POST": generatePhrases]),
        Route(
            "agents/*/intents/*", readers: .users,
            ["GET": getIntent, "PUT": updateIntent, "DELETE": deleteIntent]),
    ]

    private static let catalogueRoutes = [
        Route("tools", ["GET": listTools, "POST": createTool]),
        Route("tools/*", ["GET": getTool, "PUT": updateTool, "DELETE": deleteTool]),
        Route("tools/*/test", ["POST": testTool]),
        Route("ai-models", ["GET": listModels]),
        Route("ai-models/default", ["GET": getDefaultModel]),
        Route("ai-models/*", ["GET": getModel]),
        Route("knowledge-bases", readers: .users, ["GET": listKnowledgeBases]),
        Route("playbooks", readers: .users, ["GET": listPlaybooks]),
        Route("integrations", readers: .users, ["GET": listIntegrations]),
        Route("users", readers: .users, ["GET": listUsers]),
        Route("objects", ["GET": listObjects]),
        Route("objects/*/record-types", ["GET": listRecordTypes]),
        Route("guidance/nodes", ["GET": listGuidance]),
        Route("guidance/nodes/*", ["GET": getGuidance]),
    ]
}
