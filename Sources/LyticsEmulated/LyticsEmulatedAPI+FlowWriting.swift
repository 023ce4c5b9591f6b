import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// Creates a flow, or its next version where an earlier one was deleted softly.
    static func create(
        _ id: String, _ body: Object, _ exchange: inout Exchange
    ) throws(Refusal) -> EmulatedResponse {
        let content = try content(body, exchange)
        var flow =
            Flow(exchange.store["lytics/flow", exchange.row(id)]) ?? Flow(id: id, versions: [])
        let number = (flow.latest?.version ?? -1) + 1
        let version = FlowVersion(content, version: number, at: timestamp(exchange.now))
        flow.versions.append(version)
        save(flow, &exchange)
        return answer(version, of: flow, exchange, status: 201)
    }

    /// Applies a body to a flow: a state alone, or the whole content.
    static func write(
        _ flow: Flow, _ body: Object, _ exchange: inout Exchange
    ) throws(Refusal) -> EmulatedResponse {
        var flow = flow
        if let state = body["state"], body.allSatisfy({ ["id", "state"].contains($0.key) }) {
            let index = try change(&flow, to: state.text ?? "", exchange)
            save(flow, &exchange)
            return answer(flow.versions[index], of: flow, exchange)
        }
        guard var version = flow.latest else { throw .missing("flow", flow.id) }
        var content = try content(body, exchange)
        let isNew = version.state != "draft" && needsDraft(content, over: version, exchange)
        if isNew {
            content.steps = content.steps.map { withoutOwnWork($0, exchange) }
            version = FlowVersion(
                content, version: version.version + 1, at: timestamp(exchange.now))
            flow.versions.append(version)
        } else {
            replace(&version, with: content, exchange)
            flow.versions[flow.versions.count - 1] = version
            if let state = body["state"]?.text, state != version.state {
                _ = try change(&flow, to: state, exchange)
            }
        }
        save(flow, &exchange)
        let written = flow.versions[flow.versions.count - 1]
        return answer(written, of: flow, exchange, status: isNew ? 201 : 200)
    }

    /// Reads a body in the form the endpoint takes.
    private static func content(
        _ body: Object, _ exchange: Exchange
    ) throws(Refusal) -> FlowContent {
        guard exchange.part(2) == "ui" else {
            return try content(steps: body, form: .core, exchange.store)
        }
        if body["nodes"].isThere || body["edges"].isThere {
            return try content(graph: body, exchange.store)
        }
        if exchange.store.isOn(.strictFlows) {
            throw .bad("a flow is written as `nodes` and `edges` here, not as `steps`")
        }
        var content = try content(steps: body, form: .steps, exchange.store)
        if exchange.store.isOn(.forgetSteps) { content.steps = [] }
        return content
    }

    /// Whether content changes what a running version may not change.
    private static func needsDraft(
        _ content: FlowContent, over version: FlowVersion, _ exchange: Exchange
    ) -> Bool {
        if exchange.store.isOn(.editInPlace) { return false }
        let old = keepingWork(version.steps, from: version.steps, exchange)
        let new = keepingWork(content.steps, from: version.steps, exchange)
        let hasCalendar = exchange.store.isOn(.calendarNodes)
        let ignored =
            content.form == .graph ? ["slug"] + (hasCalendar ? [] : ["delay_until"]) : []
        return comparable(old, without: ignored, exchange.store)
            != comparable(new, without: ignored, exchange.store)
    }

    private static func comparable(
        _ steps: [Object], without ignored: [String], _ store: EmulatedStore
    ) -> [Object] {
        let free = store.isOn(.labelsInPlace) ? ["label", "work_config", "delay_condition"] : []
        return steps.map { step in
            var row = Object(
                members: step.visible.filter { !(ignored + free).contains($0.key) })
            for key in ["split_conditions", "split_probabilities"] {
                guard let list = row[key]?.list else { continue }
                row[key] = .list(
                    list.map { branch in
                        let hidden = store.isOn(.labelsInPlace) ? ["label", "conditions"] : []
                        let members = (branch.object ?? [:]).visible
                        return .object(
                            Object(members: members.filter { !hidden.contains($0.key) }))
                    })
            }
            return row
        }
    }

    private static func replace(
        _ version: inout FlowVersion, with content: FlowContent, _ exchange: Exchange
    ) {
        let isDraft = version.state == "draft"
        version.steps =
            isDraft
            ? content.steps : keepingWork(content.steps, from: version.steps, exchange)
        version.header = content.header
        version.form = content.form
        version.modified = timestamp(exchange.now)
    }

    /// Steps with the work they have made where a body left it out.
    private static func keepingWork(
        _ steps: [Object], from old: [Object], _ exchange: Exchange
    ) -> [Object] {
        steps.map { step in
            guard !step["work_id"].isThere,
                let before = old.first(where: { $0["id"] == step["id"] }),
                isOwnWork(before["work_id"], exchange)
            else { return step }
            var kept = step
            kept["work_id"] = before["work_id"]
            return kept
        }
    }

    /// A step of a new version: work an earlier version made must be made and published again.
    private static func withoutOwnWork(_ step: Object, _ exchange: Exchange) -> Object {
        guard isOwnWork(step["work_id"], exchange) else { return step }
        var step = step
        step["work_id"] = nil
        return step
    }
}
