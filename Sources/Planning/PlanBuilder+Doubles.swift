import Diagnostics
import Documents
import Platforms

/// Objects that a write of ours whose answer was lost may have left beside the recorded one.
extension PlanBuilder {
    /// Reports each object that is like a recorded one, is nobody's, and was made by a run.
    mutating func findDoubles() {
        let claimed = claimedIDs()
        for recorded in input.recorded.values.sorted(by: { $0.address < $1.address }) {
            guard mayHaveDouble(recorded), let live = live(recorded), !live.naturalKey.isNull
            else { continue }
            let twins = world.unmanaged(live.account, live.kind, naturalKey: live.naturalKey)
            for twin in twins.sorted(by: { $0.liveID.idText < $1.liveID.idText })
            where !claimed.contains(key(twin)) && wasMadeByRun(twin, like: recorded) {
                report(twin, besides: recorded)
            }
        }
    }

    /// A file that names its object by id knows of the others; a replacement is planned.
    private func mayHaveDouble(_ recorded: RecordedResource) -> Bool {
        world.wanted[recorded.address]?.options.live == nil
            && !drafts.contains { $0.row.address == recorded.address && $0.row.action == .replace }
    }

    private func live(_ recorded: RecordedResource) -> ObservedResource? {
        world.live(recorded.address.account, recorded.kind, id: recorded.liveID)
    }

    private func key(_ object: ObservedResource) -> LiveKey {
        LiveKey(object.account, object.kind, id: object.liveID)
    }

    /// What is older objects of a resource, or taken over by this plan.
    private func claimedIDs() -> Set<LiveKey> {
        var claimed: Set<LiveKey> = []
        for recorded in input.recorded.values {
            for id in recorded.orphans {
                claimed.insert(LiveKey(recorded.address.account, recorded.kind, id: id))
            }
        }
        for row in drafts.map(\.row) where row.action == .adopt {
            guard let id = row.liveID else { continue }
            claimed.insert(LiveKey(row.address.account, row.kind, id: id))
        }
        return claimed
    }

    /// Whether an object was made while a run wrote; where nothing tells when it was made, whether
    /// it is what was last applied, field by field.
    private func wasMadeByRun(_ twin: ObservedResource, like recorded: RecordedResource) -> Bool {
        if let time = twin.createdAt { return input.runs.contains { $0.contains(time) } }
        guard !input.runs.isEmpty, recorded.written != nil else { return false }
        var comparison = Comparison()
        comparison.lifecycleField = input.kinds[recorded.kind]?.lifecycle?.field
        comparison.object(
            recorded.value.object ?? [:], Applied(recorded), twin.value,
            world.type(recorded.kind), Inheritance())
        return comparison.found.isEmpty
    }

    private mutating func report(_ twin: ObservedResource, besides recorded: RecordedResource) {
        let double = LikelyDouble(
            address: recorded.address, liveID: recorded.liveID, otherID: twin.liveID,
            createdAt: twin.createdAt)
        doubles.append(double)
        report.add(
            .warning(
                "plan/likely-double", double.message,
                at: world.wanted[recorded.address]?.span, help: LikelyDouble.help))
    }
}
