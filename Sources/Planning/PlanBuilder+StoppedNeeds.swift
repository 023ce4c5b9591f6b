import Diagnostics
import Documents
import Platforms

/// What a plan starts although something that it acts through does not run then.
extension PlanBuilder {
    /// Warns of every start of a resource that refers to something that stands still afterwards.
    mutating func warnOfStartsWithoutNeed() {
        let starts = drafts.filter { $0.stage == .lifecycle && $0.row.action == .start }.map(\.row)
        let kinds = Set(input.kinds.values.filter { $0.lifecycle?.whileStopped != nil }.map(\.name))
        guard !starts.isEmpty, !kinds.isEmpty else { return }
        let rows = Dictionary(grouping: drafts.map(\.row), by: \.address)
        for start in starts {
            guard let resource = world.wanted[start.address] else { continue }
            let value = start.record?.value ?? resource.value
            for need in stoppedNeeds(of: resource, value, kinds, rows) { warn(resource, need) }
        }
    }

    /// Something that does not run after the plan.
    private struct StoppedNeed {
        var title: String
        var state: String
        var lifecycle: Lifecycle
    }

    private func stoppedNeeds(
        of resource: Resource, _ value: Value, _ kinds: Set<KindName>,
        _ rows: [Address: [PlanRow]]
    ) -> [StoppedNeed] {
        let account = resource.address.account
        let keys = world.type(resource.kind).references(in: value, to: kinds, account)
        let needs = Set(resource.needs.map(\.address) + keys.compactMap { world.owner(of: $0) })
        let managed = needs.filter { need in
            world.wanted[need].map { kinds.contains($0.kind) } ?? false
        }
        let others = keys.filter { key in
            world.owner(of: key).map { !managed.contains($0) } ?? true
        }
        return managed.sorted().compactMap { stoppedNeed($0, rows[$0] ?? []) }
            + others.compactMap { stoppedNeed($0) }.sorted { $0.title < $1.title }
    }

    /// A resource of the files, as the rows of the plan leave it.
    private func stoppedNeed(_ address: Address, _ rows: [PlanRow]) -> StoppedNeed? {
        guard let resource = world.wanted[address],
            let lifecycle = input.kinds[resource.kind]?.lifecycle
        else { return nil }
        let step = rows.last { [.start, .pause, .stop].contains($0.action) }
        let isMade = rows.contains { [.create, .replace].contains($0.action) }
        let live = outcomes[address]?.liveID.flatMap {
            world.live(address.account, resource.kind, id: $0)
        }
        let state =
            step?.record?.value[lifecycle.field]?.text
            ?? (isMade ? lifecycle.initial : live?.value[lifecycle.field]?.text)
        return state.flatMap { stoppedNeed("`\(address)`", $0, lifecycle) }
    }

    /// A live object that no file describes.
    private func stoppedNeed(_ key: LiveKey) -> StoppedNeed? {
        guard let object = world.live(key.account, key.kind, id: key.value),
            let lifecycle = input.kinds[key.kind]?.lifecycle,
            let state = object.value[lifecycle.field]?.text
        else { return nil }
        let name = nameInBrackets(of: object)
        return stoppedNeed("\(key.kind.type) `\(object.liveID.idText)`\(name)", state, lifecycle)
    }

    private func stoppedNeed(
        _ title: String, _ state: String, _ lifecycle: Lifecycle
    ) -> StoppedNeed? {
        guard !lifecycle.running.contains(state) else { return nil }
        return StoppedNeed(title: title, state: state, lifecycle: lifecycle)
    }

    private mutating func warn(_ resource: Resource, _ need: StoppedNeed) {
        let field = input.kinds[resource.kind]?.lifecycle.map { FieldPath([$0.field]) }
        report.add(
            .warning(
                PlanCode.startsWithoutNeed,
                "`\(resource.address)` starts while \(need.title) is `\(need.state)`",
                at: field.flatMap { world.span(of: $0, in: resource) } ?? resource.span,
                notes: [need.lifecycle.whileStopped].compactMap(\.self),
                help: need.lifecycle.running.first.map {
                    "start that too: `\(need.lifecycle.field): \($0)`"
                }))
    }
}
