import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    private static let edited = [
        "frontline/agent", "frontline/flow", "frontline/variable", "frontline/intent",
    ]

    /// Changes or deletes an object as if somebody had done it in the platform's app.
    static func change(
        _ edit: EmulatedEdit, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> Bool {
        guard case (var exchange, let row)? = found(edit, store, now: now) else { return false }
        var changed = row
        if edit.deletes {
            changed = row.deleted(edit.kind == "frontline/agent" ? nil : "DELETED")
        } else if edit.kind == "frontline/flow" {
            changed = change(flow: row, edit.fields, &exchange)
        } else {
            changed = setting(edit.fields, in: .object(row)).object ?? row
        }
        // What was drawn in a flow's draft is no write to the flow itself.
        if changed != row { changed["updatedAt"] = exchange.timestamp }
        exchange.store[edit.kind, exchange.row(row.id)] = .object(changed)
        store = exchange.store
        return true
    }

    /// The object an edit would change; a flow with the nodes of both of its snapshots.
    static func stored(_ edit: EmulatedEdit, _ store: EmulatedStore) -> Value? {
        let now = EmulatedTime(milliseconds: 0)
        guard let (exchange, row) = found(edit, store, now: now) else { return nil }
        guard edit.kind == "frontline/flow" else { return .object(row.visible) }
        func nodes(_ key: String) -> Value {
            .list(graph(row[key], exchange).map { shownNodes($0, exchange) } ?? [])
        }
        return .object(
            row.visible.merging([
                "nodes": nodes("draftSnapshotId"), "liveNodes": nodes("liveSnapshotId"),
            ]))
    }

    /// The row an edit means: in the account it names, or in the first one that has the id.
    private static func found(
        _ edit: EmulatedEdit, _ store: EmulatedStore, now: EmulatedTime
    ) -> (Exchange, Object)? {
        guard edited.contains(edit.kind) else { return nil }
        for (aid, account) in store.rows("frontline/account") {
            let name = account["namespace"]?.text ?? ""
            guard edit.account == nil || edit.account == aid || edit.account == name else {
                continue
            }
            let exchange = Exchange(
                request: EmulatedRequest(method: "PUT", path: []),
                account: Account(aid: Int64(aid) ?? 0, name: name, isUser: true), now: now,
                store: store)
            if let row = row(edit.kind, edit.id, exchange) { return (exchange, row) }
        }
        return nil
    }

    private static func setting(_ fields: Object, in value: Value) -> Value {
        fields.reduce(value) { value, member in
            value.setting(member.key.split(separator: ".").map(String.init), to: member.value)
        }
    }

    /// A flow with other members; what is set in its nodes and edges changes the draft.
    private static func change(
        flow row: Object, _ fields: Object, _ exchange: inout Exchange
    ) -> Object {
        guard var graph = graph(row["draftSnapshotId"], exchange) else { return row }
        var whole = row
        whole["nodes"] = graph.value["nodes"]
        whole["edges"] = graph.value["edges"]
        let named = fields.map { (placed($0.key, in: graph), $0.value) }
        var changed = setting(Object(named), in: .object(whole)).object ?? whole
        if changed["nodes"] != whole["nodes"] || changed["edges"] != whole["edges"] {
            graph.nodes = (changed["nodes"]?.list ?? []).compactMap(\.object)
            graph.edges = (changed["edges"]?.list ?? []).compactMap(\.object).map { Edge($0) }
            graph.dropDangling()
            save(graph, &exchange)
        }
        changed["nodes"] = nil
        changed["edges"] = nil
        return changed
    }

    /// A path whose node is named by its name, id or alias, with the node's place instead.
    private static func placed(_ path: String, in graph: Graph) -> String {
        var parts = path.split(separator: ".").map(String.init)
        guard parts.count > 1, parts[0] == "nodes" else { return path }
        for key in ["name", "nodeId", "alias"] {
            let place = graph.nodes.firstIndex { $0[key]?.text == parts[1] }
            guard let place else { continue }
            parts[1] = "\(place)"
            return parts.joined(separator: ".")
        }
        return path
    }
}
