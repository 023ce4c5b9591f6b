public import Documents
public import Platforms

/// What people do in an account of 10ex beside declaring it, as data.
public struct TenexOperations: Sendable {
    /// The paths, methods and names that the account speaks.
    public let api: TenexAPI

    /// Takes the table of an account.
    public init(_ account: Account) { api = TenexAPI(options: account.options) }

    /// The elements of the answer of a list, whether they stand alone or in a page.
    public static func elements(of answer: Value) -> [Value] {
        answer.list ?? answer["items"]?.list ?? []
    }

    /// Reads what the service says about itself.
    public static let document = Endpoint(.get, "/openapi.json").request()

    // Workflows and versions

    /// Reads every workflow, without graphs.
    public func workflows(status: String? = nil) -> TenexAsk {
        ask(.listWorkflows, query: ["status": status], of: .workflow)
    }

    /// Reads a workflow with the graph of its current version.
    public func workflow(_ id: Value) -> TenexAsk {
        ask(.getWorkflow, ["workflow_id": id], of: .workflow)
    }

    /// Reads the versions of a workflow.
    public func versions(of workflow: Value) -> TenexAsk {
        ask(.listVersions, ["workflow_id": workflow], of: .version)
    }

    /// Reads one version with its graph.
    public func version(_ number: Int64, of workflow: Value) -> TenexAsk {
        ask(
            .getVersion, ["workflow_id": workflow, "version": .text(String(number))], of: .version)
    }

    // Templates and triggers

    /// Reads the gallery.
    public func templates(category: String? = nil) -> TenexAsk {
        ask(.listTemplates, query: ["category": category], of: .template)
    }

    /// Reads a template with its inputs and graph.
    public func template(_ slug: String) -> TenexAsk {
        ask(.getTemplate, ["template_slug": .text(slug)], of: .template)
    }

    /// Reads triggers.
    public func triggers(of workflow: String? = nil, eventType: String? = nil) -> TenexAsk {
        ask(
            .listTriggers, query: ["workflow_id": workflow, "event_type": eventType], of: .trigger)
    }

    /// Reads one trigger.
    public func trigger(_ id: Value) -> TenexAsk {
        ask(.getTrigger, ["trigger_id": id], of: .trigger)
    }

    func ask(
        _ operation: TenexOperation, _ parameters: [String: Value] = [:],
        query: [String: String?] = [:], of shape: TenexShape
    ) -> TenexAsk {
        let members = query.compactMap { key, text in text.map { (key, Value.text($0)) } }
        return TenexAsk(operation, parameters, query: Object(members), of: shape, api)
    }
}

extension TenexOperations {
    /// Which runs to list.
    public struct RunFilter: Sendable {
        /// Only those of a workflow.
        public var workflow: String?
        /// Only those that stand so.
        public var status: TenexRunStatus?
        /// Only those started so: `manual`, `crm_event`, `connector_event`, `schedule`.
        public var triggerType: String?
        /// Only those that a source started: `crm`, `connector`, `schedule`.
        public var triggerSource: String?
        /// Only those made at this time or later.
        public var after: Timestamp?
        /// Only those made before this time.
        public var before: Timestamp?

        /// Every run.
        public init() {}

        var query: [String: String?] {
            [
                "workflow_id": workflow, "status": status?.word, "trigger_type": triggerType,
                "trigger_source": triggerSource, "created_after": after?.description,
                "created_before": before?.description,
            ]
        }

        /// Whether a run passes, for services that do not filter by some of it.
        public func admits(_ run: Value) -> Bool {
            let made = run["created_at"]?.text.flatMap { Timestamp($0) }
            return (workflow == nil || run["workflow_id"]?.text == workflow)
                && (status == nil || run["status"]?.text.map { TenexRunStatus($0) } == status)
                && (triggerType == nil || run["trigger_type"]?.text == triggerType)
                && (after.map { after in made.map { $0.seconds >= after.seconds } ?? true } ?? true)
                && (before.map { before in made.map { $0.seconds < before.seconds } ?? true }
                    ?? true)
        }
    }

    /// Reads runs.
    public func runs(_ filter: RunFilter = RunFilter()) -> TenexAsk {
        ask(.listRuns, query: filter.query, of: .run)
    }

    /// Reads one run.
    public func run(_ id: Value) -> TenexAsk { ask(.getRun, ["run_id": id], of: .run) }

    /// Reads what a run did, step by step.
    public func steps(of run: Value) -> TenexAsk {
        ask(.listRunSteps, ["run_id": run], of: .stepRun)
    }

    /// Follows a run; its events are named `step`, `run` and `done`.
    public func stream(_ run: Value) -> TenexAsk { ask(.streamRun, ["run_id": run], of: .run) }

    /// What an event of a stream holds: a step of the run, or the run itself.
    public func canonical(event name: String, _ data: Value) -> Value {
        api.canonical(data, as: name == "step" ? .stepRun : .run)
    }
}
