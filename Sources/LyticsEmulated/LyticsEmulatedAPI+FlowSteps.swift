import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    static let stepTypes = [
        "work_export", "delay", "conditional", "affinity", "ab_testing", "work_export_exit",
    ]

    /// Reads a flow written as steps; texts for durations only where the form has them.
    static func content(
        steps body: Object, form: FlowForm, _ store: EmulatedStore
    ) throws(Refusal) -> FlowContent {
        var steps: [Object] = []
        for value in try listed(body["steps"], "steps") {
            var step = try self.step(value, form: form)
            guard !steps.contains(where: { $0["id"] == step["id"] }) else {
                throw .bad("two steps have the id \(step["id"]?.canonicalJSON ?? "")")
            }
            if form == .steps, store.isOn(.dropABShares) { step = withoutShares(step) }
            steps.append(step)
        }
        return FlowContent(form: form, header: try header(of: body, form: form), steps: steps)
    }

    /// The members of a body that describe the flow as a whole.
    static func header(of body: Object, form: FlowForm) throws(Refusal) -> Object {
        var header = Object(
            members: body.filter { !serverFlowFields.contains($0.key) && !$0.value.isNull })
        for key in ["entry_condition", "reentry_condition"] {
            guard let value = header[key], value != "" else { continue }
            guard ["in_segment", "on_segment_entry"].contains(value.text) else {
                throw .bad("`\(key)` must be `in_segment` or `on_segment_entry`")
            }
        }
        if let delay = header["reentry_delay"] {
            header["reentry_delay"] = .int(
                try nanoseconds(delay, of: "reentry_delay", unit: 1, allowsText: form == .steps))
        }
        let defaults: Object = [
            "label": "", "description": "", "entry_condition": "on_segment_entry",
            "reentry_allowed": false,
        ]
        return defaults.merging(header)
    }

    /// The elements of a list member; a missing one is empty.
    static func listed(_ value: Value?, _ name: String) throws(Refusal) -> [Value] {
        guard let value, !value.isNull else { return [] }
        guard let list = value.list else { throw .bad("`\(name)` must be a list") }
        return list
    }

    private static func step(_ value: Value, form: FlowForm) throws(Refusal) -> Object {
        guard let object = value.object, let id = object["id"]?.int, id >= 1 else {
            throw .bad("a step needs an `id` of at least 1")
        }
        guard stepTypes.contains(object["type_hint"]?.text ?? "") else {
            let type = object["type_hint"]?.canonicalJSON ?? "null"
            throw .bad("step \(id) has an unknown `type_hint`: \(type)")
        }
        var step = Object(
            members: object.filter { !$0.value.isNull && !$0.key.hasPrefix("_") })
        if step["next"] == 0 { step["next"] = nil }
        if let next = step["next"], next.int == nil {
            throw .bad("`next` of step \(id) must be the id of a step")
        }
        if let delay = step["delay"] {
            step["delay"] = .int(
                try nanoseconds(
                    delay, of: "delay of step \(id)", unit: 1, allowsText: form == .steps))
        }
        guard !step["delay"].isThere || !step["delay_until"].isThere else {
            throw .bad("step \(id) has both `delay` and `delay_until`")
        }
        return step
    }

    /// An A/B step whose first branch takes everyone, which is what the service makes of it.
    private static func withoutShares(_ step: Object) -> Object {
        guard step["type_hint"] == "ab_testing", let list = step["split_probabilities"]?.list else {
            return step
        }
        var step = step
        step["split_probabilities"] = .list(
            list.enumerated().map { index, branch in
                branch.setting(["prob"], to: .int(index == 0 ? 1 : 0))
            })
        return step
    }

    /// Writes a version as steps.
    static func steps(_ version: FlowVersion, _ form: FlowForm) -> Object {
        var object = version.header.visible
        if !object["root_step_id"].isThere { object["root_step_id"] = version.steps.first?["id"] }
        let keepsNumbers = form == .core
        object["reentry_delay"] = written(object["reentry_delay"], keepsNumbers)
        object["steps"] = .list(
            version.steps.map { step in
                var row = step.visible
                row["delay"] = written(row["delay"], keepsNumbers)
                for key in ["split_conditions", "split_probabilities", "split_affinities"] {
                    guard let list = row[key]?.list else { continue }
                    row[key] = .list(list.map { .object(($0.object ?? [:]).visible) })
                }
                return .object(row)
            })
        return object
    }

    private static func written(_ value: Value?, _ keepsNumbers: Bool) -> Value? {
        guard let number = value?.int, !keepsNumbers else { return value }
        return .text(duration(number))
    }
}
