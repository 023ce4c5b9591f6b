import Platforms

/// What can be asked of Lytics, by method and path.
enum LyticsOperation: String, EndpointTable {
    /// The accounts that the token reaches.
    case listAccounts = "GET /v2/account"

    // Flows

    /// Every flow, as steps or as nodes and edges.
    case listFlows = "GET /v2/flow/ui"
    /// Makes a draft.
    case createFlow = "POST /v2/flow/ui"
    /// The latest version of a flow.
    case getFlow = "GET /v2/flow/ui/{flow_id}"
    /// Changes a flow, starts it, drains it, or makes a new version of it.
    case updateFlow = "POST /v2/flow/ui/{flow_id}"
    /// Deletes every version of a flow.
    case deleteFlow = "DELETE /v2/flow/ui/{flow_id}"
    /// One version of a flow.
    case getFlowVersion = "GET /v2/flow/ui/{flow_id}/{version}"
    /// Deletes one version of a flow.
    case deleteFlowVersion = "DELETE /v2/flow/ui/{flow_id}/{version}"
    /// Makes the work of a step, or writes it again.
    case createWork = "POST /v2/flow/ui/{flow_id}/step/{step}/work"
    /// Activates the work of a step.
    case publishWork = "POST /v2/flow/ui/{flow_id}/step/{step}/work/publish"
    /// What the service calls flow states.
    case listFlowStates = "GET /v2/flow/state"
    /// Every flow, as steps with nanoseconds.
    case listCoreFlows = "GET /v2/flow"
    /// Makes a draft of steps with nanoseconds.
    case createCoreFlow = "POST /v2/flow"
    /// A flow as steps with nanoseconds, with its versions unless only the latest is asked for.
    case getCoreFlow = "GET /v2/flow/{flow_id}"
    /// Changes a flow by steps with nanoseconds.
    case updateCoreFlow = "POST /v2/flow/{flow_id}"
    /// One version of a flow as steps with nanoseconds.
    case getCoreFlowVersion = "GET /v2/flow/{flow_id}/{version}"

    // Connections

    /// Every connection.
    case listConnections = "GET /v2/connection"
    /// Makes a connection.
    case createConnection = "POST /v2/connection"
    /// One connection.
    case getConnection = "GET /v2/connection/{connection_id}"
    /// Changes the label, the description and the auths of a connection.
    case updateConnection = "PUT /v2/connection/{connection_id}"
    /// Deletes a connection.
    case deleteConnection = "DELETE /v2/connection/{connection_id}"
    /// Rows of the system behind a connection; it only reads.
    case scanConnection = "POST /v2/connection/{connection_id}/scan"
    /// The tables behind a connection.
    case listTables = "GET /v2/connection/{connection_id}/schema"
    /// The columns of a table behind a connection.
    case listColumns = "GET /v2/connection/{connection_id}/schema/{table}"

    // Auths

    /// Every auth, without credentials.
    case listAuths = "GET /v2/auth"
    /// Makes an auth of a type.
    case createAuth = "POST /v2/auth/{type}"
    /// One auth, without credentials.
    case getAuth = "GET /v2/auth/{auth_id}"
    /// One auth of a type, without credentials.
    case getAuthOfType = "GET /v2/auth/{type}/{auth_id}"
    /// Replaces an auth with its credentials.
    case updateAuth = "PUT /v2/auth/{type}/{auth_id}"
    /// Deletes an auth.
    case deleteAuth = "DELETE /v2/auth/{auth_id}"

    // Jobs

    /// The jobs at work; a query asks for the others.
    case listJobs = "GET /v2/job"
    /// Makes a job whose body names its workflow.
    case createJob = "POST /v2/job"
    /// Makes a job of a workflow.
    case createJobOfWorkflow = "POST /v2/job/{workflow}"
    /// One job.
    case getJob = "GET /v2/job/{job_id}"
    /// One job of a workflow.
    case getJobOfWorkflow = "GET /v2/job/{workflow}/{job_id}"
    /// Replaces a job of a workflow.
    case updateJob = "PUT /v2/job/{workflow}/{job_id}"
    /// Pauses a job.
    case pauseJob = "POST /v2/job/{job_id}/pause"
    /// Starts a job, or goes on with it.
    case resumeJob = "POST /v2/job/{job_id}/resume"
    /// Restarts a job.
    case bounceJob = "POST /v2/job/{job_id}/bounce"
    /// Releases a job, whatever that does.
    case releaseJob = "POST /v2/job/{job_id}/release"
    /// Ends a job for good.
    case killJob = "POST /v2/job/{job_id}/kill"
    /// The logs of the account's last day.
    case listAccountLogs = "GET /v2/job/logs"
    /// The logs of a job.
    case listLogs = "GET /v2/job/{job_id}/logs"
    /// The logs of a job of a workflow.
    case listLogsOfWorkflow = "GET /v2/job/{workflow}/{job_id}/logs"

    // What is only referred to

    /// The segments.
    case listSegments = "GET /v2/segment"
    /// The providers.
    case listProviders = "GET /v2/provider"
    /// The workflows; only the old API lists them.
    case listWorkflows = "GET /api/workflow"
}
