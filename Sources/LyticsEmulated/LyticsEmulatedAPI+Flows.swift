import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// The latest version of every flow, each in the form it was written in.
    static func listFlows(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let list = flows(exchange, deleted: true).compactMap { flow in
            flow.latest.map { shown($0, of: flow, as: form($0, exchange), exchange) }
        }
        return exchange.answer(.list(list))
    }

    static func getFlow(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let flow = try flow(exchange.part(3), exchange, deleted: true)
        guard let version = flow.latest else { throw .missing("flow", flow.id) }
        return answer(version, of: flow, exchange)
    }

    static func getFlowVersion(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let flow = try flow(flowID(exchange), exchange, deleted: true)
        return answer(try version(of: flow, exchange), of: flow, exchange)
    }

    static func createFlow(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let body = try exchange.body()
        let id = try checkedID(body["id"])
        if let old = Flow(exchange.store["lytics/flow", exchange.row(id)]), !old.isDeleted {
            throw .bad("there is already a flow with the id `\(id)`")
        }
        return try create(id, body, &exchange)
    }

    static func updateFlow(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let flow = try flow(exchange.part(3), exchange)
        return try write(flow, try exchange.body(), &exchange)
    }

    /// All versions of all flows, or the latest of each with `latest=true`.
    static func listCoreFlows(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let list = flows(exchange, deleted: true).flatMap { flow in
            (exchange.flag("latest") ? flow.versions.suffix(1) : flow.versions[...]).map {
                shown($0, of: flow, as: .core, exchange)
            }
        }
        return exchange.answer(.list(list))
    }

    static func getCoreFlow(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let flow = try flow(exchange.part(2), exchange, deleted: true)
        let versions = flow.versions.map { shown($0, of: flow, as: .core, exchange) }
        guard exchange.flag("latest"), let last = versions.last else {
            return exchange.answer(.list(versions))
        }
        return exchange.answer(last)
    }

    /// Creates or updates a flow through the core form; the path's name is the id.
    static func writeCoreFlow(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let body = try exchange.body()
        let hasName = exchange.request.path.count > 2
        let name: Value? = hasName ? Value.text(exchange.part(2)) : Optional.none
        let id = try checkedID(body["id"] ?? name)
        guard !hasName || exchange.part(2) == id else {
            throw .bad("the body's `id` is not the one of the path")
        }
        if let old = Flow(exchange.store["lytics/flow", exchange.row(id)]), !old.isDeleted {
            return try write(old, body, &exchange)
        }
        return try create(id, body, &exchange)
    }

    /// Removes every version of a flow, even a running one, and what its steps ran.
    static func deleteFlow(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        var flow = try flow(flowID(exchange), exchange)
        for step in flow.versions.flatMap(\.steps) { dropWork(of: step, &exchange) }
        if exchange.store.isOn(.softDeleteFlows) {
            for index in flow.versions.indices {
                flow.versions[index].state = "deleted"
                flow.versions[index].stateModified = timestamp(exchange.now)
            }
        } else {
            flow.versions = []
        }
        save(flow, &exchange)
        return exchange.deleted()
    }

    static func deleteFlowVersion(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        var flow = try flow(flowID(exchange), exchange)
        let gone = try version(of: flow, exchange)
        flow.versions.removeAll { $0.version == gone.version }
        save(flow, &exchange)
        return exchange.deleted()
    }

    /// The slugs of all steps, which is what the platform calls flow states.
    static func listStepSlugs(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let steps = flows(exchange).flatMap { $0.versions.flatMap(\.steps) }
        let slugs = Set(steps.compactMap { $0["slug"]?.text }.filter { !$0.isEmpty })
        return exchange.answer(.list(slugs.sorted().map { .text($0) }))
    }

    /// The flow's name in the path of either form.
    static func flowID(_ exchange: Exchange) -> String {
        exchange.part(2) == "ui" ? exchange.part(3) : exchange.part(2)
    }

    /// The version that the path names behind the flow.
    static func version(of flow: Flow, _ exchange: Exchange) throws(Refusal) -> FlowVersion {
        let text = exchange.part(exchange.part(2) == "ui" ? 4 : 3)
        guard let version = flow.versions.first(where: { "\($0.version)" == text }) else {
            throw .missing("version of the flow `\(flow.id)`", text)
        }
        return version
    }

    static func answer(
        _ version: FlowVersion, of flow: Flow, _ exchange: Exchange,
        status: Int = 200
    ) -> EmulatedResponse {
        let form = form(version, exchange)
        return exchange.answer(shown(version, of: flow, as: form, exchange), status: status)
    }

    /// The form of an answer: that of the endpoint and, on `/v2/flow/ui`, of what was written.
    private static func form(_ version: FlowVersion, _ exchange: Exchange) -> FlowForm {
        if exchange.part(2) != "ui" { return .core }
        if version.form == .graph || exchange.store.isOn(.strictFlows) { return .graph }
        return .steps
    }

    private static func checkedID(_ value: Value?) throws(Refusal) -> String {
        guard let id = value?.text, id.isName else {
            throw .bad("a flow needs an `id` of letters, digits, `_` and `-`")
        }
        return id
    }
}
