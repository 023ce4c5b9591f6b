import Diagnostics
import Documents
import Platforms

/// Objects that a write of ours whose answer was lost may have left beside the recorded one.
extension PlanBuilder {
    /// Reports each object that an interrupted call of ours made, or that is like a recorded one,
    /// is nobody's, and was made by a run.
    mutating func findDoubles() {
        let claimed = claimedIDs()
        for double in input.doubles + twins() {
            guard let key = key(double), !claimed.contains(key),
                !doubles.contains(where: { $0.isSame(as: double) })
            else { continue }
            report(double, key)
        }
    }

    /// The objects that are like recorded ones, by the resource and by their ids.
    private func twins() -> [LikelyDouble] {
        input.recorded.values.sorted { $0.address < $1.address }.flatMap { recorded in
            guard mayHaveDouble(recorded), let live = live(recorded), !live.naturalKey.isNull
            else { return [LikelyDouble]() }
            return world.unmanaged(live.account, live.kind, naturalKey: live.naturalKey)
                .filter { wasMadeByRun($0, like: recorded) }
                .sorted { $0.liveID.idText < $1.liveID.idText }
                .map {
                    LikelyDouble(
                        address: recorded.address, liveID: recorded.liveID, otherID: $0.liveID)
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

    private func key(_ double: LikelyDouble) -> LiveKey? {
        input.recorded[double.address].map {
            LiveKey(double.address.account, $0.kind, id: double.otherID)
        }
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

    private mutating func report(_ double: LikelyDouble, _ key: LiveKey) {
        var double = double
        double.createdAt = world.live(key.account, key.kind, id: double.otherID)?.createdAt
        doubles.append(double)
        report.add(
            .warning(
                PlanCode.likelyDouble, double.message,
                at: world.wanted[double.address]?.span, help: LikelyDouble.help))
    }
}

extension LikelyDouble {
    /// Whether both name the same two objects.
    fileprivate func isSame(as other: LikelyDouble) -> Bool {
        address == other.address && otherID.idText == other.otherID.idText
    }
}
