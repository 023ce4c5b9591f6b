import Lytics
import Diagnostics
import Documents
import Flows
import Platforms

/// Starting and draining flows: what must hold before, and what it means for people.
extension LyticsFlowFacts {
    /// The calls of a step, over the flow as it was read.
    func calls(_ step: Lifecycle.Transition, _ flow: LiveObject) throws -> [Call] {
        var change = flow.change(step.action, account: account, to: step.to)
        change.wanted = flow.observed?.value
        return try operation.calls(for: change, of: .flow).calls
    }

    /// What would break on the way of a flow that is started.
    func problems(of flow: LiveObject) -> [Diagnostic] {
        let found = flow.observed.map { LyticsFlowOperations.problems(of: $0).diagnostics } ?? []
        return found + [missingSegment(flow)].compactMap(\.self)
    }

    private func missingSegment(_ flow: LiveObject) -> Diagnostic? {
        guard let id = flow.observed?.value["entry_segment_id"], let text = id.text,
            !text.isEmpty, segments[id] == nil
        else { return nil }
        return .error(
            LyticsCommandCode.noSegment,
            "the entry segment of \(flow.title) does not exist: `\(text)`",
            help: "check `entry_segment_id`; nobody would enter")
    }

    /// What a start means beyond the lifecycle's words: exports that would send nothing.
    func started(_ flow: LiveObject) -> [String] {
        exports(flow).compactMap { slug, job in
            guard let job, condition(job).word == "paused" else { return nil }
            let name = job.raw["name"]?.text ?? slug
            return "`\(slug)` sends nothing until its job `\(name)` is resumed"
        }
    }

    /// What people inside still get, and the command that stops it now.
    func drained(_ flow: LiveObject) -> [String] {
        guard let observed = flow.observed else { return [] }
        let graph = LyticsFlowOperations.graph(of: observed)
        let steps = graph.nodes.filter { ![.entry, .exit].contains($0.role) }.count
        let longest = graph.longestWay.map { "up to \($0) of its \(steps)" } ?? "any number of its"
        let sending = exports(flow)
        var lines = [
            "people inside still walk through \(longest) steps; \(sending.count) of them send"
        ]
        let live = sending.compactMap(\.job).filter { operation.live($0, .job).allows("pause") }
        let ids = Set(live.compactMap { $0.liveID.text }).sorted()
        if !ids.isEmpty {
            lines.append(
                "to stop its messages now: weir lytics jobs pause \(ids.joined(separator: " "))")
        }
        return lines
    }

    private func exports(_ flow: LiveObject) -> [(slug: String, job: ObservedResource?)] {
        (flow.observed?.value["steps"]?.list ?? []).compactMap { step in
            guard let type = step["type_hint"]?.text, type.hasPrefix("work_export") else {
                return nil
            }
            return (step["slug"]?.text ?? "", step["work_id"].flatMap { jobs[$0] })
        }
    }

    private func condition(_ job: ObservedResource) -> LyticsJobCondition {
        LyticsJobCondition(job.raw["status"]?.text ?? "unknown")
    }
}
