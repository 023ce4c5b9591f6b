import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// Makes the work of an export step: a hidden job that does nothing until it is published.
    static func createStepWork(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        var place = try workPlace(exchange)
        var step = place.step
        let body = try exchange.body()
        let config = (step["work_config"]?.object ?? [:]).merging(body)
        guard let workflow = config["workflow"]?.text else {
            throw .bad("the work of a step needs a `workflow`")
        }
        try checkWorkflow(snake(workflow), config: config["config"], exchange.store)
        try checkAuths(config["auth_ids"], exchange)
        let row = work(config, snake(workflow), step, flow: place.flow.id, &exchange)
        step["work_id"] = row["id"]
        step["work_config"] = .object(config)
        place.flow.versions[place.version].steps[place.index] = step
        save(place.flow, &exchange)
        return exchange.answer(shownWork(row), status: 201)
    }

    /// Activates the work of a step.
    static func publishStepWork(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let place = try workPlace(exchange)
        let id = place.step["work_id"]?.text ?? ""
        guard isOwnWork(.text(id), exchange),
            var row = exchange.store["lytics/job", exchange.row(id)]?.object
        else { throw .bad("the step has no work to publish") }
        row["_published"] = true
        row["status"] = "running"
        saveJob(row, &exchange)
        log("started", "Published", row, &exchange)
        return exchange.answer(shownWork(row))
    }

    /// Whether an id is that of work a step made, and not of a job that stands by itself.
    static func isOwnWork(_ id: Value?, _ exchange: Exchange) -> Bool {
        guard let id = id?.text else { return false }
        return (exchange.store["lytics/job", exchange.row(id)]?["_work"]).isThere
    }

    /// Ends the work of a step that goes.
    static func dropWork(of step: Object, _ exchange: inout Exchange) {
        guard let id = step["work_id"]?.text, isOwnWork(.text(id), exchange),
            var row = exchange.store["lytics/job", exchange.row(id)]?.object
        else { return }
        row["status"] = "deleted"
        row["deleted"] = true
        saveJob(row, &exchange)
    }

    /// The work's job: the step's own one again where it has one, else a new one.
    private static func work(
        _ config: Object, _ workflow: String, _ step: Object, flow: String,
        _ exchange: inout Exchange
    ) -> Object {
        var body: Object = ["config": [:], "name": .text("\(flow) step \(idText(step))")]
        body = body.merging(config)
        body["_work"] = .text(flow)
        body["_published"] = false
        body["hidden"] = true
        guard isOwnWork(step["work_id"], exchange),
            let old = exchange.store["lytics/job", exchange.row(step["work_id"]?.text ?? "")]?
                .object
        else {
            return insertJob(body, workflow: workflow, status: "paused", &exchange)
        }
        let row = old.merging(body).merging([
            "workflow": .text(workflow), "status": "paused", "updated": exchange.timestamp,
        ])
        saveJob(row, &exchange)
        log("updated", "Updated", row, &exchange)
        return row
    }

    private static func idText(_ step: Object) -> String { step["id"]?.canonicalJSON ?? "" }

    private static func shownWork(_ row: Object) -> Value {
        let fields = [
            "id", "name", "description", "workflow", "workflow_id", "config", "auth_ids", "tag",
            "expires_at", "account_id", "aid", "created", "updated",
        ]
        return .object(Object(members: row.filter { fields.contains($0.key) }))
    }

    /// Where the path's step is: in the latest version, or in the one the path names.
    private static func workPlace(
        _ exchange: Exchange
    ) throws(Refusal) -> (flow: Flow, version: Int, index: Int, step: Object) {
        let isUI = exchange.part(2) == "ui"
        let flow = try flow(flowID(exchange), exchange)
        let wanted = isUI ? flow.latest : try version(of: flow, exchange)
        let text = exchange.part(isUI ? 5 : 4)
        guard let wanted, let index = wanted.index(ofStep: Int64(text)),
            let place = flow.versions.firstIndex(where: { $0.version == wanted.version })
        else { throw .missing("step in the flow `\(flow.id)`", text) }
        let step = wanted.steps[index]
        guard ["work_export", "work_export_exit"].contains(step["type_hint"]?.text) else {
            throw .bad("step \(text) is not an export")
        }
        return (flow, place, index, step)
    }
}
