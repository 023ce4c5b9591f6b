import Documents
import Platforms

/// Reads flows in whatever form an answer shows them, and merges the versions of each.
struct FlowReading {
    let account: Account
    let scope: Scope
    /// The endpoint that answered; nil where it could be either.
    let wire: FlowWire?
    /// What the files want, by the id of the flow.
    private let wanted: [String: Resource]

    init(account: Account, scope: Scope, wire: FlowWire?) {
        self.account = account
        self.scope = scope
        self.wire = wire
        let flows = (scope.wanted ?? []).filter { $0.kind == .flow }
        wanted = Dictionary(flows.map { ($0.options.live ?? $0.address.id, $0) }) { first, _ in
            first
        }
    }

    /// One flow for every id whose versions are not all deleted.
    func resources(_ values: [Value]) -> [ObservedResource] {
        versions(values).compactMap { resource($0.id, $0.versions) }
    }

    /// The objects of each flow, the newest version last, in the order of the answer.
    private func versions(_ values: [Value]) -> [(id: String, versions: [Object])] {
        var order: [String] = []
        var found: [String: [Object]] = [:]
        for object in values.compactMap(\.object) {
            guard let id = object["id"]?.text, object["state"] != "deleted" else { continue }
            if found[id] == nil { order.append(id) }
            found[id, default: []].append(object)
        }
        return order.map { id in
            let versions = found[id] ?? []
            return (id, versions.sorted { version($0) < version($1) })
        }
    }

    private func version(_ raw: Object) -> Int64 { raw["version"]?.int ?? 0 }

    private func resource(_ id: String, _ versions: [Object]) -> ObservedResource? {
        guard let raw = versions.last else { return nil }
        let form = FlowWire.seen(in: raw, at: wire) ?? .steps
        let (flow, numbers) = read(raw, form, id)
        var facts = Facts().telling(LyticsFlowFact.version, version(raw))
            .telling(LyticsFlowFact.state, raw["state"]?.text ?? "draft")
            .telling(LyticsFlowFact.wire, form.rawValue)
            .telling(LyticsFlowFact.numbers, numbers)
        facts[LyticsFlowFact.showsWorks] = form != .graph || GraphReader(raw).showsWorks
        let running = versions.last { $0["state"] == "running" }
        facts[LyticsFlowFact.runningVersion] = running.map(version)
        return ObservedResource(
            account: account.name, kind: .flow, liveID: .text(id), naturalKey: [.text(id)],
            value: ValueEncoder.encode(flow), raw: .object(raw), facts: facts,
            createdAt: Timestamp(in: versions[0]["created"]))
    }

    /// The flow in canonical form with the numbers of its steps.
    private func read(_ raw: Object, _ form: FlowWire, _ id: String) -> (LyticsFlow, Object) {
        let whole = form == .graph ? GraphReader(raw).flow(raw) : raw
        var flow = ValueReader.read(LyticsFlow.self, .object(whole))
        flow.settle(.platform, slugs: slugs(of: flow, id))
        let numbers = (flow.steps.value ?? []).compactMap { step in
            step.id.value.map { Object.Member(step.name, .int($0)) }
        }
        return (flow, Object(members: numbers))
    }

    /// The slugs of the steps that are shown without one: as they were given, else as a file calls
    /// what stands at the same place.
    private func slugs(of flow: LyticsFlow, _ id: String) -> [Int64: String] {
        let given = given(to: id)
        let isNamed = (flow.steps.value ?? []).allSatisfy { step in
            !step.name.isEmpty || given[step.id.value ?? 0] != nil
        }
        guard !isNamed, let file = wanted[id] else { return given }
        let model = ValueReader.read(LyticsFlow.self, file.value)
        return StepMatching(flow, model, known: given).slugs
    }

    /// The slugs given to a flow's steps, by number.
    private func given(to id: String) -> [Int64: String] {
        let given = scope.given[Scope.key(.flow, .text(id))] ?? [:]
        let pairs = given.compactMap { member in
            member.value.int.map { ($0, member.key) }
        }
        return Dictionary(pairs) { first, _ in first }
    }
}

/// The numbers of steps: given once, never given again to another step.
enum StepNumbers {
    /// The number of every slug ever used, with new ones for new slugs.
    static func assign(
        _ steps: [Value], given: Object, observed: Object, wire: FlowWire
    ) -> Object {
        var numbers = given
        for member in observed { numbers[member.key] = member.value }
        for step in steps {
            if let slug = step["slug"]?.text, let id = step["id"]?.int { numbers[slug] = .int(id) }
        }
        let size: Int64 = wire == .graph ? 1000 : 1
        var last = numbers.compactMap(\.value.int).max() ?? 0
        for case .some(let slug) in steps.map({ $0["slug"]?.text }) where numbers[slug] == nil {
            last = (last / size + 1) * size
            numbers[slug] = .int(last)
        }
        return numbers
    }
}
