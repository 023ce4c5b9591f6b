import Documents
import Platforms

extension FlowWire {
    /// Reads all flows.
    var list: Request {
        self == .core
            ? LyticsOperation.listCoreFlows.request() : LyticsOperation.listFlows.request()
    }

    /// Reads one flow's latest version.
    func read(_ id: Value) -> Request {
        self == .core
            ? LyticsOperation.getCoreFlow.request(["flow_id": id], query: ["latest": "true"])
            : LyticsOperation.getFlow.request(["flow_id": id])
    }

    /// Reads one version of a flow.
    func read(_ id: Value, version: Int) -> Request {
        let operation: LyticsOperation = self == .core ? .getCoreFlowVersion : .getFlowVersion
        return operation.request(["flow_id": id, "version": .int(Int64(version))])
    }

    /// Makes a flow.
    func create(_ body: Value) -> Request {
        let operation: LyticsOperation = self == .core ? .createCoreFlow : .createFlow
        return operation.request(body: .value(body))
    }

    /// Writes over a flow that was read just before.
    func update(_ id: Value, _ overlay: Overlay) -> Request {
        let operation: LyticsOperation = self == .core ? .updateCoreFlow : .updateFlow
        return operation.request(["flow_id": id], body: .over(overlay))
    }
}
