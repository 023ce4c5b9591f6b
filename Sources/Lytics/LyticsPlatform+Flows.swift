import Documents
import Platforms

extension LyticsPlatform {
    /// Understands flows in any form; what nodes and edges cannot say is read through `/v2/flow`.
    func takeFlows(
        _ values: [Value], _ wire: FlowWire, only ids: [Value]?, isWhole: Bool, _ scope: Scope,
        _ account: Account
    ) -> Observation {
        var observation = Observation()
        let wanted = ids.map(Set.init)
        var values = values.filter { value in
            wanted.map { $0.contains(value["id"] ?? .null) } ?? true
        }
        if wire != .core {
            observation.facts[LyticsAccountFact.wire] = FlowForm.shown(in: values)?.rawValue
        }
        if wire != .core, FlowWire.asked(account) == nil {
            let lossy = values.filter { isLossy($0, scope) }.compactMap { $0["id"] }
            if !lossy.isEmpty {
                let ids = Set(lossy)
                values.removeAll { ids.contains($0["id"] ?? .null) }
                observation.reads = [fullRead(lossy)]
            }
        }
        let reading = FlowReading(account: account, scope: scope)
        for flow in SeenFlow.all(values.compactMap { SeenVersion($0, at: wire) }) {
            if !isWhole, flow.mayHideActing, let lowest = flow.versions.first {
                observation.reads.append(
                    older(than: flow.versions, number: lowest.number - 1, account))
            } else {
                observation.resources += [reading.resource(flow)].compactMap(\.self)
            }
        }
        return observation
    }

    /// Whether a flow was, or may have been, written with more than nodes and edges can say.
    private func isLossy(_ value: Value, _ scope: Scope) -> Bool {
        guard let raw = value.object, raw["nodes"] != nil else { return false }
        if GraphReader(raw).losesSomething || FlowForm.shown(in: raw) == .core { return true }
        let id = raw["id"] ?? .null
        return scope.recorded.values.contains {
            $0.kind == .flow && $0.liveID == id && !FlowLimits.ofGraph($0.value).isEmpty
        }
    }

    private func fullRead(_ ids: [Value]) -> Read {
        let subject = LyticsRead.flows(.core, only: ids)
        if ids.count == 1 {
            return subject.one(ids[0], FlowWire.core.read(ids[0]), purpose: "a flow in full")
        }
        var request = FlowWire.core.list
        request.query["latest"] = "true"
        return Read(request, subject, expects: .list(of: "id"), purpose: "flows in full")
    }
}
