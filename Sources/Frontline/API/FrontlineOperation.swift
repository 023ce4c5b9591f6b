import Documents
import Platforms

/// What can be asked of Frontline, by method and path after the account's URL.
enum FrontlineOperation: String, EndpointTable {
    /// Whose key it is.
    case getMe = "GET /me"

    // Agents

    /// Every agent, without settings.
    case listAgents = "GET /agents"
    /// Makes an agent, which answers people from then on.
    case createAgent = "POST /agents"
    /// One agent.
    case getAgent = "GET /agents/{agent_id}"
    /// Names an agent.
    case updateAgent = "PUT /agents/{agent_id}"
    /// Deletes an agent with all that it owns.
    case deleteAgent = "DELETE /agents/{agent_id}"
    /// How an agent thinks and what it may use.
    case getSettings = "GET /agents/{agent_id}/agent-setting"
    /// Replaces all settings of an agent.
    case updateSettings = "PUT /agents/{agent_id}/agent-setting"
    /// Puts an agent live, or takes it offline.
    case deployAgent = "PUT /agents/{agent_id}/deployment-status"

    // Flows

    /// The flows of an agent, without nodes.
    case listFlows = "GET /agents/{agent_id}/flows"
    /// Makes a flow in draft.
    case createFlow = "POST /agents/{agent_id}/flows"
    /// One flow; a query asks for its nodes.
    case getFlow = "GET /agents/{agent_id}/flows/{flow_id}"
    /// Names a flow, or brings it into a state.
    case updateFlow = "PUT /agents/{agent_id}/flows/{flow_id}"
    /// Deletes a flow, which the service keeps out of sight.
    case deleteFlow = "DELETE /agents/{agent_id}/flows/{flow_id}"
    /// The draft graph of a flow.
    case getGraph = "GET /agents/{agent_id}/flows/{flow_id}/graph"
    /// Makes a node of the draft.
    case createNode = "POST /agents/{agent_id}/flows/{flow_id}/nodes"
    /// Changes a node of the draft.
    case updateNode = "PUT /agents/{agent_id}/flows/{flow_id}/nodes/{node_id}"
    /// Removes a node of the draft and the edges at it.
    case deleteNode = "DELETE /agents/{agent_id}/flows/{flow_id}/nodes/{node_id}"
    /// Adds an edge to the draft, or leads the way out of a node elsewhere.
    case createEdge = "POST /agents/{agent_id}/flows/{flow_id}/edges"
    /// Removes an edge of the draft, which the body names.
    case deleteEdge = "DELETE /agents/{agent_id}/flows/{flow_id}/edges"

    // Variables and intents

    /// The variables of an agent, the platform's own among them.
    case listVariables = "GET /agents/{agent_id}/variables/all"
    /// Makes a variable.
    case createVariable = "POST /agents/{agent_id}/variables"
    /// One variable.
    case getVariable = "GET /agents/{agent_id}/variables/{variable_id}"
    /// Changes a variable.
    case updateVariable = "PUT /agents/{agent_id}/variables/{variable_id}"
    /// Deletes a variable.
    case deleteVariable = "DELETE /agents/{agent_id}/variables/{variable_id}"
    /// The intents of an agent.
    case listIntents = "GET /agents/{agent_id}/intents/all"
    /// Makes an intent.
    case createIntent = "POST /agents/{agent_id}/intents"
    /// One intent.
    case getIntent = "GET /agents/{agent_id}/intents/{intent_id}"
    /// Changes an intent.
    case updateIntent = "PUT /agents/{agent_id}/intents/{intent_id}"
    /// Deletes an intent.
    case deleteIntent = "DELETE /agents/{agent_id}/intents/{intent_id}"

    // What is only referred to

    /// The custom tools.
    case listTools = "GET /tools"
    /// The models of a type.
    case listModels = "GET /ai-models"
    /// The knowledge bases.
    case listKnowledgeBases = "GET /knowledge-bases"
    /// The playbooks.
    case listPlaybooks = "GET /playbooks"
    /// The connected accounts.
    case listIntegrations = "GET /integrations"
    /// The objects, which have record types.
    case listObjects = "GET /objects"
    /// The record types of an object.
    case listRecordTypes = "GET /objects/{object}/record-types"
    /// The node types that the service has today.
    case listNodeTypes = "GET /guidance/nodes"
}

extension FrontlineOperation {
    /// A request about a flow of an agent, or about a node of the flow.
    func request(
        flow: Value, node: Value? = nil, of agent: Value, query: Object = [:],
        body: Request.Body = .none
    ) -> Request {
        var values = ["agent_id": agent, "flow_id": flow]
        values["node_id"] = node
        return request(values, query: query, body: body)
    }
}

/// What an agent owns beside its flows, with the operations on it.
enum FrontlineOwned: String {
    case variable
    case intent

    /// Reads all of an agent.
    var list: FrontlineOperation { self == .variable ? .listVariables : .listIntents }
    /// Makes one.
    var create: FrontlineOperation { self == .variable ? .createVariable : .createIntent }
    /// Reads one.
    var get: FrontlineOperation { self == .variable ? .getVariable : .getIntent }
    /// Changes one.
    var update: FrontlineOperation { self == .variable ? .updateVariable : .updateIntent }
    /// Deletes one.
    var delete: FrontlineOperation { self == .variable ? .deleteVariable : .deleteIntent }

    /// What names one and its agent in a path.
    func path(_ id: Value, of agent: Value) -> [String: Value] {
        ["agent_id": agent, "\(rawValue)_id": id]
    }
}
