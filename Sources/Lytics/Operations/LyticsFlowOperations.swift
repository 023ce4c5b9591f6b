public import Diagnostics
public import Documents
public import Flows
public import Platforms

/// What people do to flows beside declaring them, as data.
public enum LyticsFlowOperations {
    /// Reads one version of a flow.
    public static func read(_ id: Value, version: Int?, _ account: Account) -> Read {
        let wire = FlowWire.asked(account) ?? FlowWire.usual(account)
        guard let version else {
            let address = Address(account: account.name, type: "flow", id: id.text ?? "")
            return LyticsFlowKind().readBack(
                liveID: id, value: [:], address: address, account: account)
        }
        let endpoint: FlowWire = wire == .graph ? .core : wire
        return LyticsRead.flows(endpoint).one(
            id, Request(.get, endpoint.path + [id, .int(Int64(version))]),
            purpose: "version \(version) of the flow")
    }

    /// Reads what the service calls flow states.
    public static let states = Request(.get, ["v2", "flow", "state"])

    /// Deletes one version.
    public static func delete(_ id: Value, version: Int) -> Call {
        Call(
            "delete version \(version) of the flow",
            Request(.delete, ["v2", "flow", "ui", id, .int(Int64(version))]), accepts: [404])
    }

    /// Creates the work of a step; the work is captured as the object of an address.
    public static func createWork(
        _ id: Value, step: Value, config: Value, of address: Address
    ) -> Call {
        Call(
            "create the work of the step",
            Request(.post, work(id, step), body: .value(config)),
            captures: [Capture(Slot(address.text, "object"), from: .whole)],
            again: .never("a second call could make a second work"))
    }

    /// Activates the work of a step.
    public static func publishWork(_ id: Value, step: Value) -> Call {
        Call(
            "publish the work of the step", Request(.post, work(id, step) + ["publish"]))
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

    private static func work(_ id: Value, _ step: Value) -> [Value] {
        ["v2", "flow", "ui", id, "step", step, "work"]
    }

    /// The flow that an answer shows, as nodes and edges.
    public static func graph(of observed: ObservedResource) -> FlowGraph {
        flow(observed).graph
    }

    /// Where a live flow breaks rules so that it cannot run.
    ///
    /// `lytics/work` is a rule for files: an answer shows the work of a step with its config.
    public static func problems(of observed: ObservedResource) -> Report {
        var found = Report()
        FlowCheck.check(flow(observed), into: &found)
        var report = Report()
        for diagnostic in found.diagnostics
        where diagnostic.severity == .error && diagnostic.code != LyticsCode.work.text {
            report.add(diagnostic)
        }
        return report
    }

    private static func flow(_ observed: ObservedResource) -> LyticsFlow {
        var flow = ValueReader.read(LyticsFlow.self, observed.value)
        flow.settle(.platform)
        return flow
    }
}
