import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    /// Renames, describes, activates or deletes a flow; activation makes the draft live.
    static func updateFlow(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let flow = try flow(exchange, store)
        let body = try exchange.body([
            .need("name", .text(least: 1)), .may("description", .nullable(.text())),
            .may("status", .word(statuses(store))),
        ])
        var changed = flow.merging(body)
        switch body["status"]?.text {
        case "DELETED": changed = try deleted(changed)
        case "ACTIVE" where store.isOn(.activationPublishes):
            let graph = try draft(of: flow, exchange, store)
            changed["liveSnapshotId"] = makeSnapshot(
                of: flow, nodes: graph.nodes, edges: graph.edges, exchange, &store)
        default: break
        }
        changed["updatedAt"] = exchange.timestamp
        store["frontline/flow", exchange.row(flow.id)] = .object(changed)
        return .bare(.object(changed.visible))
    }

    static func deleteFlow(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        var flow = try deleted(try flow(exchange, store))
        flow["updatedAt"] = exchange.timestamp
        store["frontline/flow", exchange.row(flow.id)] = .object(flow)
        return .empty
    }

    private static func deleted(_ flow: Object) throws(Refusal) -> Object {
        guard flow["isDefault"] != .some(true) else {
            throw .conflict("The default flow cannot be deleted")
        }
        return flow.deleted("DELETED")
    }
}
