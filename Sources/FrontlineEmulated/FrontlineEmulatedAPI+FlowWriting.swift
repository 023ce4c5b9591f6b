import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    /// Renames, describes, activates or deletes a flow; activation makes the draft live.
    static func updateFlow(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let flow = try flow(exchange)
        let body = try exchange.body([
            .need("name", .text(least: 1)), .may("description", .nullable(.text())),
            .may("status", .word(statuses(exchange.store))),
        ])
        var changed = flow.merging(body)
        switch body["status"]?.text {
        case "DELETED": changed = try deleted(changed)
        case "ACTIVE" where exchange.store.isOn(.activationPublishes):
            let graph = try draft(of: flow, exchange)
            changed["liveSnapshotId"] = makeSnapshot(
                of: flow, nodes: graph.nodes, edges: graph.edges, &exchange)
        default: break
        }
        changed["updatedAt"] = .text(try lastWrite(of: flow, exchange).thousandths)
        exchange.store["frontline/flow", exchange.row(flow.id)] = .object(changed)
        return .bare(.object(changed.visible))
    }

    /// The time of a write to a flow, never before that of its draft, whose time always moves on.
    private static func lastWrite(
        of flow: Object, _ exchange: Exchange
    ) throws(Refusal) -> EmulatedTime {
        let drawn = try draft(of: flow, exchange).header["_updated"]?.int ?? 0
        return EmulatedTime(milliseconds: max(exchange.now.milliseconds, drawn))
    }

    static func deleteFlow(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        var flow = try deleted(try flow(exchange))
        flow["updatedAt"] = exchange.timestamp
        exchange.store["frontline/flow", exchange.row(flow.id)] = .object(flow)
        return .empty
    }

    private static func deleted(_ flow: Object) throws(Refusal) -> Object {
        guard flow["isDefault"] != .some(true) else {
            throw .conflict("The default flow cannot be deleted")
        }
        return flow.deleted("DELETED")
    }
}
