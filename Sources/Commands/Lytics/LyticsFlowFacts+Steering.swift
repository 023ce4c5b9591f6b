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

    /// A flow by its draft, which is what a start is about; by what it is where it has none beside.
    func draft(of flow: LiveObject) -> LiveObject {
        flow.observed?.draft.map { operation.live($0, .flow) } ?? flow
    }

    /// What would break on the way of a flow that is started.
    func problems(of flow: LiveObject) -> [Diagnostic] {
        let found = flow.observed.map { LyticsFlowOperations.problems(of: $0).diagnostics } ?? []
        return found + [missingSegment(flow)].compactMap(\.self) + missingWorks(flow)
    }

    /// The exports that have nothing to hand people to.
    private func missingWorks(_ flow: LiveObject) -> [Diagnostic] {
        guard let observed = flow.observed else { return [] }
        let own = LyticsFlowOperations.ownWorks(of: observed)
        let works = LyticsFlowOperations.jobs(of: observed)
        return exports(flow).compactMap { slug, job in
            let id = works[slug] ?? ""
            let command = "weir lytics flows work"
            if id.isEmpty {
                return .error(
                    LyticsCommandCode.noWork, "`\(slug)` of \(flow.title) exports to nothing",
                    help: "`\(command) create \(flow.id) \(slug) -f WORK` makes its work, "
                        + "`\(command) publish \(flow.id) \(slug)` lets it send")
            }
            guard let job else {
                return .error(
                    LyticsCommandCode.noWork,
                    "the job that `\(slug)` of \(flow.title) exports through does not exist: `\(id)`",
                    help: "`weir lytics jobs list --show-all` shows the jobs; `weir lytics flows "
                        + "update \(flow.id) -f FILE` gives the step another `work_id`")
            }
            guard own.contains(slug), condition(job).word == "paused" else { return nil }
            return .error(
                LyticsCommandCode.noWork, "the work of `\(slug)` of \(flow.title) is not published",
                notes: ["it is paused, as works are until they are published"],
                help: "`\(command) publish \(flow.id) \(slug)` lets it send")
        }
    }

    private func missingSegment(_ flow: LiveObject) -> Diagnostic? {
        guard let text = flow.observed.flatMap(LyticsFlowOperations.entrySegment),
            segments[.text(text)] == nil
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
            let name = name(of: job) ?? slug
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
        guard let observed = flow.observed else { return [] }
        let works = LyticsFlowOperations.jobs(of: observed)
        return LyticsFlowOperations.exports(of: observed).map { slug in
            (slug, works[slug].flatMap { jobs[.text($0)] })
        }
    }

    /// What people call a job; nil where it has no name.
    func name(of job: ObservedResource) -> String? {
        ResourceType.job.rules.objectName(in: job.value)
    }

    /// How a job stands.
    func condition(_ job: ObservedResource) -> LyticsJobCondition {
        LyticsJobCondition(of: job.raw.object ?? [:])
    }
}
