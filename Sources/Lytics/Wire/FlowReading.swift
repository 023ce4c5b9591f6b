import Documents
import Platforms

/// Reads flows in whatever form an answer shows them, and merges the versions of each.
struct FlowReading {
    let account: Account
    let scope: Scope
    /// What the files want, by the id of the flow.
    private let wanted: [String: Resource]

    init(account: Account, scope: Scope) {
        self.account = account
        self.scope = scope
        let flows = (scope.wanted ?? []).filter { $0.kind == .flow }
        wanted = Dictionary(flows.map { ($0.options.live ?? $0.address.id, $0) }) { first, _ in
            first
        }
    }

    /// A flow by the version that acts on people, with a newer draft beside it.
    func resource(_ flow: SeenFlow) -> ObservedResource? {
        guard let acting = flow.acting else { return nil }
        var resource = resource(acting, of: flow)
        resource.draft = flow.draft.map { self.resource($0, of: flow) }
        return resource
    }

    /// One version by itself, whatever its state.
    func resource(_ version: SeenVersion) -> ObservedResource {
        resource(version, of: SeenFlow(id: version.id, versions: [version]))
    }

    private func resource(_ version: SeenVersion, of all: SeenFlow) -> ObservedResource {
        let (raw, form, id) = (version.raw, version.form, Value.text(version.id))
        let (flow, numbers, renamed) = read(raw, form, version.id)
        var facts = Facts().telling(LyticsFlowFact.version, version.number)
            .telling(LyticsFlowFact.state, version.state)
            .telling(LyticsFlowFact.wire, form.rawValue)
            .telling(LyticsFlowFact.numbers, numbers)
        facts[LyticsFlowFact.showsWorks] = form != .graph || GraphReader(raw).showsWorks
        facts[LyticsFlowFact.runningVersion] =
            all.versions.last { $0.state == "running" }.map(\.number)
        facts[LyticsFlowFact.draftVersion] = all.draft.map(\.number)
        var resource = ObservedResource(
            account: account.name, kind: .flow, liveID: id, naturalKey: [id],
            value: ValueEncoder.encode(flow), raw: .object(raw), facts: facts,
            createdAt: Timestamp(in: all.versions[0].raw["created"]), model: DecodedModel(flow))
        resource.version = version.number
        resource.renamed = renamed
        return resource
    }

    /// The flow in canonical form with the numbers of its steps, and the steps that have new slugs.
    private func read(
        _ raw: Object, _ form: FlowWire, _ id: String
    ) -> (LyticsFlow, Object, [Rename]) {
        let whole = form == .graph ? GraphReader(raw).flow(raw) : raw
        var flow = ValueReader.read(LyticsFlow.self, .object(whole))
        let file = file(of: id)
        var (slugs, former) = slugs(of: flow, id, file)
        slugs = flow.labelSlugs(
            but: slugs, taken: Set((file?.steps.value ?? []).map(\.name)))
        flow.settle(.platform, slugs: slugs)
        if let file { flow.rank(as: file) }
        let numbers = (flow.steps.value ?? []).compactMap { step in
            step.id.value.map { Object.Member(step.name, .int($0)) }
        }
        let renamed = former.sorted { $0.key < $1.key }.compactMap { number, old in
            slugs[number].map { Rename(list: FieldPath([LyticsFlow.list]), old: old, new: $0) }
        }
        return (flow, Object(members: numbers), renamed)
    }

    /// What a file says of a flow, or what was just written to it.
    private func file(of id: String) -> LyticsFlow? {
        if let written = scope.written[Scope.key(.flow, .text(id))] {
            return ValueReader.read(LyticsFlow.self, written)
        }
        return wanted[id].map { file in
            file.model(as: LyticsFlow.self) ?? ValueReader.read(LyticsFlow.self, file.value)
        }
    }

    /// The slugs of the steps that are shown without one, and those that they had: as they were
    /// given, else as a file calls what stands at the same place.
    private func slugs(
        of flow: LyticsFlow, _ id: String, _ file: LyticsFlow?
    ) -> (slugs: [Int64: String], former: [Int64: String]) {
        let given = given(to: id)
        let nameless = (flow.steps.value ?? []).filter(\.name.isEmpty)
        guard !nameless.isEmpty, let file else { return (given, [:]) }
        let names = Set((file.steps.value ?? []).map(\.name))
        let isKnown = nameless.allSatisfy { step in
            given[step.id.value ?? 0].map(names.contains) ?? false
        }
        guard !isKnown else { return (given, [:]) }
        let matching = StepMatching(flow, file, known: given)
        return (matching.slugs, matching.former)
    }

    /// The slugs given to a flow's steps, by number; a file may say that it calls one otherwise now.
    private func given(to id: String) -> [Int64: String] {
        let given = scope.given[Scope.key(.flow, .text(id))] ?? [:]
        let names = renames(in: id)
        let pairs = given.compactMap { member in
            member.value.int.map { ($0, names[member.key] ?? member.key) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// The new slugs of steps by their old ones, as a file says them.
    private func renames(in id: String) -> [String: String] {
        guard let file = wanted[id] else { return [:] }
        let steps = FieldPath([LyticsFlow.list])
        let pairs = file.renames(FlowReading.shape).filter { $0.list == steps }
            .map { ($0.old, $0.new) }
        return Dictionary(pairs) { first, _ in first }
    }

    private static let shape = ShapeBuilder.shape(of: LyticsFlow.self)
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
