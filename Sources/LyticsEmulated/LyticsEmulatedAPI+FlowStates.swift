import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// Moves a flow to a state and returns the place of the version that moved.
    ///
    /// Only draft to running and running to draining exist; running drains the other version.
    static func change(
        _ flow: inout Flow, to state: String, _ exchange: Exchange
    ) throws(Refusal) -> Int {
        let last = flow.versions.count - 1
        let from = ["running": "draft", "draining": "running"][state]
        let index = flow.versions.lastIndex { $0.state == from }
        guard let index, from != nil else {
            if last >= 0, flow.versions[last].state == state { return last }
            let current = last >= 0 ? flow.versions[last].state : "deleted"
            throw .bad("a flow that is `\(current)` cannot become `\(state)`")
        }
        let time = timestamp(exchange.now)
        if state == "running" {
            try checkRunnable(flow.versions[index], exchange)
            for other in flow.versions.indices where flow.versions[other].state == "running" {
                flow.versions[other].state = "draining"
                flow.versions[other].stateModified = time
            }
        }
        flow.versions[index].state = state
        flow.versions[index].stateModified = time
        return index
    }

    /// What a version needs before it runs; a draft may lack all of it.
    static func checkRunnable(_ version: FlowVersion, _ exchange: Exchange) throws(Refusal) {
        let segment = version.header["entry_segment_id"]?.text ?? ""
        guard self.segment(segment, exchange) != nil else {
            throw .bad("the flow's entry segment `\(segment)` does not exist")
        }
        guard !version.steps.isEmpty else { throw .bad("the flow has no steps") }
        for step in version.steps {
            try checkTargets(step, version)
            try checkContent(step, exchange)
        }
    }

    private static func name(_ step: Object) -> String {
        let name = step["slug"]?.text ?? step["label"]?.text ?? ""
        let id = step["id"]?.canonicalJSON ?? "?"
        return name.isEmpty ? "step \(id)" : "step \(id) (`\(name)`)"
    }

    private static func checkTargets(_ step: Object, _ version: FlowVersion) throws(Refusal) {
        var targets = [step["next"]?.int]
        for key in ["split_conditions", "split_probabilities", "split_affinities"] {
            targets += (step[key]?.list ?? []).map { $0["next"]?.int }
        }
        for case .some(let target) in targets
        where target != 0 && version.index(ofStep: target) == nil {
            throw .bad("\(name(step)) leads to step \(target), which does not exist")
        }
    }

    private static func checkContent(_ step: Object, _ exchange: Exchange) throws(Refusal) {
        switch step["type_hint"]?.text {
        case "delay":
            let waits = ["delay_until", "delay_condition", "delay_until_enters"]
            guard (step["delay"]?.int ?? 0) > 0 || waits.contains(where: { step[$0].isThere })
            else { throw .bad("\(name(step)) needs a delay value or condition") }
        case "work_export", "work_export_exit": try checkWork(step, exchange)
        case "conditional":
            let list = step["split_conditions"]?.list ?? []
            let open = list.count { ($0["conditions"]?.text ?? "").isEmpty }
            guard list.count > open, open < 2 else {
                throw .bad("\(name(step)) needs split conditions, and at most one fallback")
            }
        case "affinity":
            guard step["split_affinities"]?.list?.isEmpty == false else {
                throw .bad("\(name(step)) needs split affinities")
            }
        default:
            let list = step["split_probabilities"]?.list ?? []
            let sum = list.reduce(0) { $0 + ($1["prob"]?.number ?? 0) }
            guard abs(sum - 1) < 0.001 else {
                throw .bad("the probabilities of \(name(step)) must add up to 1")
            }
        }
    }

    private static func checkWork(_ step: Object, _ exchange: Exchange) throws(Refusal) {
        let id = step["work_id"]?.text ?? ""
        guard !id.isEmpty else {
            throw .bad("\(name(step)) has no work: configure the export and publish it")
        }
        guard let job = exchange.store["lytics/job", exchange.row(id)], job["deleted"] != true
        else {
            throw .bad("the work `\(id)` of \(name(step)) does not exist")
        }
        guard !job["_work"].isThere || job["_published"] == true else {
            throw .bad("the work of \(name(step)) is not published")
        }
    }
}
