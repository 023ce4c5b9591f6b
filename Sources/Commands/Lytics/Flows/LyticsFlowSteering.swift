import Diagnostics
import Documents
import Flows
import Lytics
import Platforms

/// Starting and draining flows: what must hold before, and what it means for people.
struct LyticsFlowSteering {
    let facts: LyticsFlowFacts
    let operation: Operation

    /// The intents to start drafts; refuses what would break on the way.
    func starts(_ flows: [Found]) throws -> [Intent] {
        let flows = operation.leaving("running", flows) { $0.state == "running" }
        var report = Report()
        for flow in flows {
            if let refusal = LyticsFlowStates.refusal(flow, to: "running") { report.add(refusal) }
            if report.hasErrors { continue }
            if let observed = flow.observed {
                report.add(LyticsFlowOperations.problems(of: observed))
            }
            if let missing = missingSegment(flow) { report.add(missing) }
        }
        if report.hasErrors { throw Failure(.failed, report) }
        return flows.map { intent("start", $0, .start, done: "started", started($0)) }
    }

    /// The intents to drain running flows.
    func drains(_ flows: [Found]) throws -> [Intent] {
        let flows = operation.leaving("draining", flows) { $0.state == "draining" }
        var report = Report()
        for flow in flows {
            if let refusal = LyticsFlowStates.refusal(flow, to: "draining") { report.add(refusal) }
        }
        if report.hasErrors { throw Failure(.failed, report) }
        return flows.map { intent("drain", $0, .stop, done: "drained", drained($0)) }
    }

    private func intent(
        _ verb: String, _ flow: Found, _ action: Action, done: String, _ consequences: [String]
    ) -> Intent {
        let target = action == .start ? "running" : "draining"
        var change = flow.change(action, account: facts.account, to: target)
        change.wanted = flow.observed?.value
        let words = flow.noun.rules.lifecycle?
            .transition(from: flow.state, to: target)?.consequence
        return Intent(
            verb, flow, action, flow.noun.rules.calls(for: change).calls,
            consequences: [words].compactMap(\.self) + consequences + ["there is no way back"],
            done: done, question: .typed, effect: .lifecycle)
    }

    private func missingSegment(_ flow: Found) -> Diagnostic? {
        guard let id = flow.observed?.value["entry_segment_id"], let text = id.text,
            !text.isEmpty, facts.segments[id] == nil
        else { return nil }
        return .error(
            "lytics/no-segment", "the entry segment of \(flow.title) does not exist: `\(text)`",
            help: "check `entry_segment_id`; nobody would enter")
    }

    /// What a start means beyond the lifecycle's words: exports that would send nothing.
    private func started(_ flow: Found) -> [String] {
        exports(flow).compactMap { slug, job in
            guard let job, condition(job).word == "paused" else { return nil }
            let name = job.raw["name"]?.text ?? slug
            return "`\(slug)` sends nothing until its job `\(name)` is resumed"
        }
    }

    /// What people inside still get, and the command that stops it now.
    private func drained(_ flow: Found) -> [String] {
        guard let observed = flow.observed else { return [] }
        let graph = LyticsFlowOperations.graph(of: observed)
        let steps = graph.nodes.filter { ![.entry, .exit].contains($0.role) }.count
        let longest = graph.longestWay.map { "up to \($0) of its \(steps)" } ?? "any number of its"
        let sending = exports(flow)
        var lines = [
            "people inside still walk through \(longest) steps; \(sending.count) of them send"
        ]
        let live = sending.compactMap(\.job).filter { condition($0).commands.contains("pause") }
        let ids = Set(live.compactMap { $0.liveID.text }).sorted()
        if !ids.isEmpty {
            lines.append(
                "to stop its messages now: weir lytics jobs pause \(ids.joined(separator: " "))")
        }
        return lines
    }

    private func exports(_ flow: Found) -> [(slug: String, job: ObservedResource?)] {
        (flow.observed?.value["steps"]?.list ?? []).compactMap { step in
            guard let type = step["type_hint"]?.text, type.hasPrefix("work_export") else {
                return nil
            }
            return (step["slug"]?.text ?? "", step["work_id"].flatMap { facts.jobs[$0] })
        }
    }

    private func condition(_ job: ObservedResource) -> LyticsJobCondition {
        LyticsJobCondition(job.raw["status"]?.text ?? "unknown")
    }
}
