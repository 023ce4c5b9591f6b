import Documents
import EmulatedKit
import Tenex

extension TenexEmulatedAPI {
    private static let statuses = ["draft", "active", "paused", "archived"]

    static func listWorkflows(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let status = try exchange.word("status", of: statuses)
        let all = rows("tenex/workflow", exchange.caller.workspace, exchange.store).filter {
            status == nil || $0.word("status") == status
        }
        let listing = Listing(name: "workflows", shape: .workflow, rows: all)
        return exchange.store.isOn(.bareLists)
            ? exchange.bare(listing) : try exchange.page(listing)
    }

    /// Creates a draft, with a first version where there is a graph.
    static func createWorkflow(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let body = try exchange.body(as: .workflow)
        var checker = Checker()
        checkName(of: body, isRequired: true, &checker)
        let fields = metadata(body, &checker)
        let (id, number) = newID("workflow", exchange.caller, &exchange.store)
        let sent = checker.member("graph", .object, in: body)?.object
        let graph = sent.map {
            Graph($0, of: id, exchange.caller.workspace, exchange.store, at: ["graph"], &checker)
        }
        try checker.finish(body, as: .workflow, exchange)
        let row = newWorkflow(id, number, exchange).merging(fields)
        return .shown(make(row, graph, &exchange), exchange, status: 201)
    }

    static func getWorkflow(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        .shown(try workflow(exchange), exchange)
    }

    /// Changes what is sent of name, description, inputs, outputs and status.
    static func updateWorkflow(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let row = try workflow(exchange)
        let body = try exchange.body(as: .workflow)
        var checker = Checker()
        checkName(of: body, isRequired: false, &checker)
        var fields = metadata(body, &checker)
        fields["status"] = checker.member(
            "status", .word(["draft", "active", "paused"]), in: body)
        try checker.finish(body, as: .workflow, exchange)
        try checkOpen(row)
        if fields["status"] == .some("active"), row["current_version"]?.int == nil {
            throw .state("A workflow without a graph cannot be active")
        }
        return .shown(save(row.merging(fields), &exchange), exchange)
    }

    /// Archives a workflow for good; its triggers are disabled, its runs and versions stay.
    static func archiveWorkflow(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        var row = try workflow(exchange)
        if row.word("status") == "archived" { return .shown(row, exchange) }
        row["status"] = "archived"
        row = save(row, &exchange)
        let caller = exchange.caller
        for var trigger in rows("tenex/trigger", caller.workspace, exchange.store)
        where trigger["workflow_id"] == row["id"] {
            trigger["enabled"] = false
            save(trigger: trigger, caller.workspace, &exchange.store, now: exchange.now)
        }
        return .shown(row, exchange)
    }

    /// The workflow that the path names.
    static func workflow(_ exchange: Exchange) throws(Refusal) -> Object {
        let id = exchange.part("workflow_id")
        guard let row = row("tenex/workflow", id, exchange.caller.workspace, exchange.store) else {
            throw .missing("Workflow")
        }
        return row
    }

    /// Refuses to change what is archived.
    static func checkOpen(_ workflow: Object) throws(Refusal) {
        if workflow.word("status") == "archived" { throw .state("The workflow is archived") }
    }

    /// Stores a workflow that has changed.
    @discardableResult
    static func save(_ workflow: Object, _ exchange: inout Exchange) -> Object {
        let row = workflow.merging(["updated_at": exchange.timestamp])
        exchange.store["tenex/workflow", exchange.row(row.word("id"))] = .object(row)
        return row
    }

    /// Stores a new workflow with its first version.
    static func make(_ row: Object, _ graph: Graph?, _ exchange: inout Exchange) -> Object {
        guard let graph else { return save(row, &exchange) }
        let version = addVersion(
            of: row, graph, exchange.caller.workspace, &exchange.store, now: exchange.now)
        return save(row.merging(["current_version": .int(version)]), &exchange)
    }

    /// A draft without anything.
    static func newWorkflow(_ id: String, _ number: Int64, _ exchange: Exchange) -> Object {
        [
            "id": .text(id), "company_id": .text(exchange.caller.company), "name": "",
            "description": .null, "status": "draft", "inputs": [], "outputs": [],
            "current_version": .null, "template_slug": .null, "created_at": exchange.timestamp,
            "updated_at": exchange.timestamp, "_number": .int(number),
        ]
    }

    private static func checkName(of body: Object, isRequired: Bool, _ checker: inout Checker) {
        let name = checker.member("name", .text, in: body, isRequired: isRequired)
        if name?.text?.isEmpty == true {
            checker.note(
                ["name"], "String should have at least 1 character", "string_too_short")
        }
    }

    /// What is sent of a workflow's own fields, checked.
    private static func metadata(_ body: Object, _ checker: inout Checker) -> Object {
        var fields: Object = [:]
        fields["name"] = body.present("name")
        if body["description"].isThere {
            fields["description"] = checker.member("description", .text, in: body) ?? .null
        }
        for key in ["inputs", "outputs"] where body[key].isThere {
            fields[key] = .list(checker.inputs(key, in: body))
        }
        return fields
    }
}

extension EmulatedResponse {
    /// A workflow with the graph of its current version.
    static func shown(
        _ workflow: Object, _ exchange: TenexEmulatedAPI.Exchange,
        status: Int = 200
    ) -> EmulatedResponse {
        let row = TenexEmulatedAPI.withGraph(workflow, exchange.caller.workspace, exchange.store)
        return exchange.answer(row, as: .workflow, status: status)
    }
}
