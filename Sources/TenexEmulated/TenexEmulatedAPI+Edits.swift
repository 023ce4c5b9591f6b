import Documents
import EmulatedKit

extension TenexEmulatedAPI {
    /// What may be changed behind its owner's back, with the members that name one of it.
    private static let edited: [String: [String]] = [
        "tenex/workflow": ["id", "name"], "tenex/trigger": ["id", "name"], "tenex/run": ["id"],
        "tenex/agent": ["slug", "name"], "tenex/connector": ["id", "name"],
        "tenex/segment": ["id", "name"], "tenex/sequence": ["id", "name"],
        "tenex/template": ["slug", "title"], "tenex/lead": ["id", "email"],
        "tenex/webhook": ["url"],
    ]

    /// Does what an edit says: changes or deletes an object, or one of the commands in `+Commands`.
    static func change(
        _ edit: EmulatedEdit, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> Bool {
        if let isDone = command(edit, &store, now: now) { return isDone }
        guard let (workspace, row) = found(edit, store) else { return false }
        let key = rowID(of: row, edit.kind, workspace)
        if edit.deletes {
            store[edit.kind, key] = nil
        } else if edit.kind == "tenex/workflow" {
            store[edit.kind, key] = .object(
                change(workflow: row, edit.fields, workspace, &store, now: now))
        } else if edit.kind == "tenex/trigger" {
            let changed = setting(edit.fields, in: row)
            save(trigger: changed, workspace, &store, now: now)
        } else {
            store[edit.kind, key] = .object(setting(edit.fields, in: row))
        }
        return true
    }

    /// The object an edit would change; a workflow with its graph, a run with its steps.
    static func stored(_ edit: EmulatedEdit, _ store: EmulatedStore) -> Value? {
        if edit.kind == "tenex/deliveries" { return deliveryLog(edit, store) }
        if edit.kind == "tenex/workspace" {
            let name = workspace(edit.id, store)
            return name.flatMap { store["tenex/workspace", $0]?.object }.map { .object($0.visible) }
        }
        guard let (workspace, row) = found(edit, store) else { return nil }
        switch edit.kind {
        case "tenex/workflow": return .object(withGraph(row, workspace, store).visible)
        case "tenex/run":
            let now = EmulatedTime(milliseconds: 0)
            let steps = Walk(row, workspace, store, now: now).steps.map(\.visible)
            return .object(row.visible.merging(["steps": .list(steps.map { .object($0) })]))
        default: return .object(row.visible)
        }
    }

    /// A workspace by its name, its id or the prefix of one of its keys.
    static func workspace(_ text: String, _ store: EmulatedStore) -> String? {
        if let row = store["tenex/key", text] { return row["_workspace"]?.text }
        return workspaces(store).first { $0 == text || company($0) == text }
    }

    /// The row an edit means: in the workspace it names, or in the first that has it.
    private static func found(
        _ edit: EmulatedEdit, _ store: EmulatedStore
    ) -> (workspace: String, row: Object)? {
        guard let members = edited[edit.kind] else { return nil }
        let places = edit.account.map { [workspace($0, store)].compactMap(\.self) }
        for place in places ?? workspaces(store) {
            for member in members {
                let all = rows(edit.kind, place, store).filter { $0.word(member) == edit.id }
                let live = all.first { $0.word("status") != "archived" }
                if let row = live ?? all.first { return (place, row) }
            }
        }
        return nil
    }

    private static func rowID(of row: Object, _ kind: String, _ workspace: String) -> String {
        let id = row["id"] ?? row["slug"] ?? row["url"]
        return "\(workspace)/\(id?.text ?? "")"
    }

    static func setting(_ fields: Object, in row: Object) -> Object {
        let value = fields.reduce(Value.object(row)) { value, member in
            value.setting(member.key.split(separator: ".").map(String.init), to: member.value)
        }
        return value.object ?? row
    }

    /// A workflow with other members; another graph is a version that somebody made in the app.
    private static func change(
        workflow row: Object, _ fields: Object, _ workspace: String,
        _ store: inout EmulatedStore, now: EmulatedTime
    ) -> Object {
        let old = withGraph(row, workspace, store)
        var changed = setting(fields, in: old)
        if changed["graph"] != old["graph"] {
            let graph = Graph(changed["graph"])
            let number = addVersion(
                of: row, graph, workspace, &store, now: now, by: "app")
            changed["current_version"] = .int(number)
        }
        changed["graph"] = nil
        changed["updated_at"] = .text(now.thousandths)
        return changed
    }
}
