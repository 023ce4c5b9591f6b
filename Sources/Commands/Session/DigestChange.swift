import Planning
import Platforms

/// Digests of the same secrets before and after their key or salt changed.
struct DigestChange {
    private let old: [String: String]
    private let new: [String: String]

    /// Names the digests before and after, both by address, a space, and the field's path.
    init(from old: [String: String], to new: [String: String]) {
        self.old = old
        self.new = new
    }

    /// A record with the digests of after; one that was of another secret stays another one.
    func applied(to record: RecordedResource) -> RecordedResource {
        var record = record
        for (path, digest) in record.digests {
            let name = "\(record.address) \(path)"
            if old[name] == digest, let now = new[name] { record.digests[path] = now }
        }
        return record
    }

    /// A plan whose records have the digests of after.
    func applied(to plan: Plan) -> Plan {
        var plan = plan
        for index in plan.rows.indices {
            plan.rows[index].record = plan.rows[index].record.map { applied(to: $0) }
        }
        plan.refreshed = plan.refreshed.map {
            Refresh(held: applied(to: $0.held), record: applied(to: $0.record))
        }
        return plan
    }
}
