public import Diagnostics
public import Documents
public import Flows
public import Platforms

/// What people do to flows beside declaring them, as data.
public enum LyticsFlowOperations {
    /// Reads one version of a flow, else the newest, whatever its state.
    public static func read(_ id: Value, version: Int?, _ account: Account) -> Read {
        let wire = FlowWire.asked(account) ?? FlowWire.usual(account)
        let endpoint: FlowWire = wire == .graph ? .core : wire
        let request = version.map { endpoint.read(id, version: $0) } ?? endpoint.read(id)
        return LyticsRead.version(endpoint).one(
            id, request,
            purpose: version.map { "version \($0) of the flow" } ?? "the newest version of the flow"
        )
    }

    /// Lists the flows, with those deleted that the service keeps.
    public static func list(_ account: Account) -> Request {
        (FlowWire.asked(account) == .core ? FlowWire.core : .steps).list
    }

    /// The flows that a list shows as deleted, with all their versions.
    public static func deleted(in list: Value, _ account: Account) -> [ObservedResource] {
        let wire = FlowWire.asked(account) ?? .steps
        let versions = (list.list ?? []).compactMap { SeenVersion($0, at: wire) }
        let groups = Dictionary(grouping: versions, by: \.id).values
        let reading = FlowReading(account: account, scope: Scope(kinds: [.flow]))
        return groups.filter { $0.allSatisfy(\.isDeleted) }.compactMap(\.last)
            .sorted { $0.id < $1.id }.map { reading.resource($0) }
    }

    /// That a newer draft stands beside the version that acts on people; nil where none does.
    public static func draft(beside flow: ObservedResource) -> String? {
        guard let draft = flow.draft?.version, let acting = flow.version else { return nil }
        let state = flow.facts[LyticsFlowFact.state] ?? ""
        return "version \(draft) is a draft beside version \(acting), which is \(state)"
    }

    /// Reads what the service calls flow states.
    public static let states = LyticsOperation.listFlowStates.request()

    /// Deletes one version.
    public static func delete(_ id: Value, version: Int) -> Call {
        Call(
            "delete version \(version) of the flow",
            LyticsOperation.deleteFlowVersion.request(
                ["flow_id": id, "version": .int(Int64(version))]),
            accepts: [404])
    }

    /// Creates the work of a step; the work is captured as the object of an address.
    public static func createWork(
        _ id: Value, step: Value, config: Value, of address: Address
    ) -> Call {
        Call(
            "create the work of the step",
            LyticsOperation.createWork.request(work(id, step), body: .value(config)),
            captures: [Capture(Slot(address.text, "object"), from: .whole)],
            again: .never("a second call could make a second work"))
    }

    /// Activates the work of a step.
    public static func publishWork(_ id: Value, step: Value) -> Call {
        Call(
            "publish the work of the step", LyticsOperation.publishWork.request(work(id, step)))
    }

    /// The steps whose work is there and not as `work_config` says, of what a write was to bring
    /// about and did not.
    public static func unconfigured(_ undone: [FieldPath]) -> [String] {
        undone.compactMap { path in
            StepWork.isEffect(path) && path.parts.last == "config" ? path.parts[1] : nil
        }
    }

    /// The steps whose work is there and not published, of what a write was to bring about and did
    /// not.
    public static func unpublished(_ undone: [FieldPath]) -> [String] {
        undone.compactMap { path in
            guard StepWork.isEffect(path), path.parts.last == "published" else { return nil }
            let work = FieldPath(Array(path.parts.dropLast()))
            return undone.contains(work) ? nil : path.parts[1]
        }
    }

    private static func work(_ id: Value, _ step: Value) -> [String: Value] {
        ["flow_id": id, "step": step]
    }

    /// What people are told of a flow: what it is for; empty where it does not say.
    public static func details(of flow: ObservedResource) -> String {
        flow.model(as: LyticsFlow.self).details.value ?? ""
    }

    /// The id of the segment whose people enter a flow; nil where it names none.
    public static func entrySegment(of flow: ObservedResource) -> String? {
        flow.model(as: LyticsFlow.self).entrySegment.value.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether people may enter a flow again.
    public static func allowsReentry(_ flow: ObservedResource) -> Bool {
        flow.model(as: LyticsFlow.self).reentryAllowed.value == true
    }

    /// How many steps a flow has.
    public static func stepCount(of flow: ObservedResource) -> Int {
        flow.model(as: LyticsFlow.self).steps.value?.count ?? 0
    }

    /// The ids of the jobs that the steps of a flow hand people to, by slug.
    public static func jobs(of flow: ObservedResource) -> [String: String] {
        let steps = flow.model(as: LyticsFlow.self).steps.value ?? []
        return Dictionary(
            steps.compactMap { step in step.work.value.map { (step.name, $0) } }
        ) { first, _ in first }
    }

    /// The slugs of the steps that have a work of their own.
    public static func ownWorks(of flow: ObservedResource) -> Set<String> {
        Set((flow.model(as: LyticsFlow.self).steps.value ?? []).filter(\.hasOwnWork).map(\.name))
    }

    /// The slugs of the steps that hand people to a job.
    public static func exports(of flow: ObservedResource) -> [String] {
        (flow.model(as: LyticsFlow.self).steps.value ?? [])
            .filter { $0.type.value?.exports == true }.map(\.name)
    }

    /// The flow that an answer shows, as nodes and edges.
    public static func graph(of observed: ObservedResource) -> FlowGraph {
        observed.model(as: LyticsFlow.self).graph
    }

    /// Where a live flow breaks rules so that it cannot run.
    ///
    /// `lytics/work` is a rule for files: an answer shows the work of a step with its config.
    public static func problems(of observed: ObservedResource) -> Report {
        var found = Report()
        FlowCheck.check(observed.model(as: LyticsFlow.self), into: &found)
        var report = Report()
        for diagnostic in found.diagnostics
        where diagnostic.severity == .error && diagnostic.code != LyticsCode.work.text {
            report.add(diagnostic)
        }
        return report
    }
}
