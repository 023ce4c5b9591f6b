import Diagnostics
import Documents
import Platforms

/// The calls that write one flow.
struct FrontlineFlowCalls {
    let change: Change
    let dialect: FrontlineDialect?

    init(change: Change) {
        self.change = change
        dialect = FrontlineDialect.of(change.account)
    }

    var wanted: Value { change.wanted ?? [:] }
    var address: String { change.address.text }
    var isDefault: Bool {
        wanted["isDefault"] == true || change.observed?.facts[FrontlineFlowFact.isDefault] == true
    }

    /// A request about the flow, or about a node of it.
    func request(
        _ operation: FrontlineOperation, node: Value? = nil, body: Request.Body = .none
    ) -> Request {
        operation.request(flow: change.liveID, node: node, of: agent, body: body)
    }

    private var flows: Request { FrontlineFlowOperations.list(of: agent) }
    var agent: Value {
        wanted["agent"] ?? change.recorded?.value["agent"] ?? change.observed?.value["agent"]
            ?? .null
    }

    // Making and changing

    /// Makes the flow with its graph; the Start flow is there already and only taken over.
    func create() -> (calls: [Call], given: Object) {
        let graph = FrontlineGraphCalls(flow: self, change: change)
        let made = isDefault ? takeOver() : [make()]
        return (made + graph.create(), graph.given)
    }

    /// Changes the name and description, and what differs in the graph.
    func update() -> (calls: [Call], given: Object) {
        let graph = FrontlineGraphCalls(flow: self, change: change)
        let names = ["name", "description"]
        let isNamed = change.paths.contains { names.contains($0.parts.first ?? "") }
        return ((isNamed ? [name()] : []) + graph.update(), graph.given)
    }

    private func make() -> Call {
        let body = Object(
            [("name", wanted["name"]), ("description", wanted["description"])].present)
        let claims: [Condition] = [
            .equal(.member("name"), wanted["name"] ?? .null),
            .not(.equal(.member("status"), "DELETED")),
        ]
        let probe = Probe(
            read: flows, matches: .all(claims), captures: change.captures)
        return Call(
            "create the flow in draft",
            FrontlineOperation.createFlow.request(
                ["agent_id": agent], body: .value(.object(body))),
            captures: change.captures, again: .probe(probe))
    }

    /// The Start flow of an agent that was made just before, by its name and then by its word.
    private func takeOver() -> [Call] {
        let start = Condition.equal(.member("name"), .text(FrontlineDefaults.startFlow))
        let isDefault = Expectation(
            .equal(.member("isDefault"), true), code: FrontlineCode.noStartFlow,
            message: "the flow called `Start` is not the default flow of its agent")
        return [
            Call(
                "find the Start flow", flows,
                captures: [Capture(Slot(address), from: .only(start, .member("id")))]),
            Call(
                "look whether it is the default flow", request(.getFlow), expects: [isDefault]),
            name(),
        ]
    }

    /// The name is always sent, since an update without it is refused.
    private func name() -> Call {
        let name = wanted["name"] ?? change.observed?.value["name"]
        let body = Object([("name", name), ("description", wanted["description"])].present)
        return Call("name the flow", request(.updateFlow, body: .value(.object(body))))
    }

    // Lifecycle

    /// Activates the flow, which publishes its draft, and looks whether it did.
    func activate() -> [Call] {
        let before = Slot(address, "live snapshot")
        let read = request(.getFlow)
        let isActive = Expectation(
            .equal(.member("status"), "ACTIVE"), code: FrontlineCode.notActive,
            message: "the flow is not `ACTIVE` after it was activated")
        let isPublished = Expectation(
            .not(.equal(.member("liveSnapshotId"), .captured(before))),
            code: FrontlineCode.notPublished,
            message: "the flow is `ACTIVE`, but its live snapshot is the one from before: the "
                + "draft may not be live, so publish it in the app")
        return [
            Call(
                "see what is published now", read,
                captures: [Capture(before, from: .member("liveSnapshotId"))]),
            status("activate the flow", "ACTIVE"),
            Call(
                "see whether the draft was published", read, expects: [isActive],
                remarks: [isPublished]),
        ]
    }

    /// Pauses or archives the flow.
    func halt() -> Call {
        let target = change.target ?? "PAUSED"
        return status(target == "PAUSED" ? "pause the flow" : "archive the flow", target)
    }

    /// Gives the flow a status; the name is always sent, since an update without it is refused.
    func status(_ summary: String, _ status: String) -> Call {
        let name = wanted["name"] ?? change.observed?.value["name"] ?? .null
        return Call(
            summary,
            request(
                .updateFlow,
                body: .value(["name": name, "status": .text(dialect.spelled(status))])))
    }

    /// Deletes the flow; the service keeps it out of sight.
    func delete() -> Call {
        change.deleteCall("the flow", request(.deleteFlow))
    }

    /// What the service cannot do.
    var refusals: [Refusal] {
        guard change.target == "ARCHIVED", dialect == .today else { return [] }
        return [
            Refusal(
                code: FrontlineCode.noArchive,
                message: "the service of account `\(change.account.name)` has no `ARCHIVED`",
                path: FieldPath(["status"]),
                help: "write `PAUSED` to stop the flow, or remove its file to delete it")
        ]
    }

    /// What a reviewer should know of making the draft live, as it stands.
    var activationNotes: [String] {
        let live = change.observed?.facts[FrontlineFlowFact.graph]
        let nodes = wanted["nodes"]?.list ?? live ?? (isDefault ? [["type": "START"]] : [])
        var notes: [String] = []
        if nodes.isEmpty {
            notes.append("its draft has no node, so nobody can come into it")
        } else if nodes.allSatisfy({ ["START", "TRIGGER_INTENT"].contains($0["type"]) }) {
            notes.append("its draft has nothing behind the node that it begins with")
        }
        if change.observed?.facts[FrontlineFlowFact.isLeftUnpublished] == true {
            notes.append(
                "it was activated since its draft changed last, and the draft was not published "
                    + "by that: publish it in the app")
        }
        return notes
    }

    /// What a reviewer should know.
    var notes: [String] {
        isDefault ? ["it runs at the start of every conversation with the agent"] : []
    }
}
