import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// The three ways a flow is written.
    enum FlowForm: String, Sendable {
        /// Steps with texts for durations, on `/v2/flow/ui`.
        case steps
        /// Nodes and edges, on `/v2/flow/ui`.
        case graph
        /// Steps with nanoseconds, on `/v2/flow`.
        case core
    }

    /// One version of a flow: durations in nanoseconds, whatever form it was written in.
    struct FlowVersion: Sendable {
        var version: Int64
        var state = "draft"
        var form: FlowForm
        var header: Object
        var steps: [Object]
        var created: String
        var modified: String
        var stateModified: String

        /// Starts a draft from what was written.
        init(_ content: FlowContent, version: Int64, at time: String) {
            self.version = version
            form = content.form
            header = content.header
            steps = content.steps
            created = time
            modified = time
            stateModified = time
        }

        /// Reads a stored version.
        init(_ value: Value) {
            version = value["version"]?.int ?? 0
            state = value["state"]?.text ?? "draft"
            form = FlowForm(rawValue: value["form"]?.text ?? "") ?? .steps
            header = value["header"]?.object ?? [:]
            steps = value["steps"]?.list?.compactMap(\.object) ?? []
            created = value["created"]?.text ?? ""
            modified = value["modified"]?.text ?? created
            stateModified = value["state_modified_at"]?.text ?? created
        }

        /// The stored form.
        var value: Value {
            [
                "version": .int(version), "state": .text(state), "form": .text(form.rawValue),
                "header": .object(header), "steps": .list(steps.map { .object($0) }),
                "created": .text(created), "modified": .text(modified),
                "state_modified_at": .text(stateModified),
            ]
        }

        /// The place of a step.
        func index(ofStep id: Int64?) -> Int? {
            guard let id else { return nil }
            return steps.firstIndex { $0["id"]?.int == id }
        }
    }

    /// What a request says about a flow's content.
    struct FlowContent: Sendable {
        var form: FlowForm
        var header: Object
        var steps: [Object]
    }

    /// A flow: its id and all its versions, oldest first.
    struct Flow: Sendable {
        let id: String
        var versions: [FlowVersion]

        /// The newest version; a stored flow has at least one.
        var latest: FlowVersion? { versions.last }
        /// Whether it was deleted softly.
        var isDeleted: Bool { versions.allSatisfy { $0.state == "deleted" } }

        init(id: String, versions: [FlowVersion]) {
            self.id = id
            self.versions = versions
        }

        init?(_ value: Value?) {
            guard let value, let id = value["id"]?.text else { return nil }
            self.init(id: id, versions: value["versions"]?.list?.map(FlowVersion.init) ?? [])
        }

        /// The stored form.
        var value: Value { ["id": .text(id), "versions": .list(versions.map(\.value))] }
    }

    /// Every flow of the account that was not deleted; those deleted softly where an answer shows
    /// them.
    static func flows(_ exchange: Exchange, deleted: Bool = false) -> [Flow] {
        rows("lytics/flow", exchange.account.aid, exchange.store)
            .compactMap { Flow(.object($0)) }.filter { deleted || !$0.isDeleted }
    }

    /// A flow by its id; deleted ones are found where the answer shows them.
    static func flow(
        _ id: String, _ exchange: Exchange, deleted: Bool = false
    ) throws(Refusal) -> Flow {
        guard let flow = Flow(exchange.store["lytics/flow", exchange.row(id)]),
            deleted || !flow.isDeleted
        else { throw .missing("flow", id) }
        return flow
    }

    static func save(_ flow: Flow, _ exchange: inout Exchange) {
        let value: Value? = flow.versions.isEmpty ? Optional.none : flow.value
        exchange.store["lytics/flow", exchange.row(flow.id)] = value
    }

    /// A version in a form, with the fields the server sets.
    static func shown(
        _ version: FlowVersion, of flow: Flow, as form: FlowForm, _ exchange: Exchange
    ) -> Value {
        let server: Object = [
            "id": .text(flow.id), "version": .int(version.version), "state": .text(version.state),
            "aid": .int(exchange.account.aid), "created": .text(version.created),
            "modified": .text(version.modified),
            "state_modified_at": .text(version.stateModified),
        ]
        let content = form == .graph ? graph(version, exchange.store) : steps(version, form)
        let whole = content.merging(server)
        return .object(form == .core ? whole : whole.merging(authorship(version, exchange)))
    }

    /// What the server adds on `/v2/flow/ui`, which the model of `/v2/flow` does not have.
    private static func authorship(_ version: FlowVersion, _ exchange: Exchange) -> Object {
        [
            "account_id": .text(exchange.account.id),
            "author_id": .text(exchange.account.author), "updated": .text(version.modified),
        ]
    }

    /// Fields of a flow that only the server sets, which a body may echo.
    static let serverFlowFields: Set<String> = [
        "id", "version", "state", "aid", "account_id", "author_id", "created", "modified",
        "updated",
        "state_modified_at", "last_version_id", "steps", "nodes", "edges",
    ]
}
