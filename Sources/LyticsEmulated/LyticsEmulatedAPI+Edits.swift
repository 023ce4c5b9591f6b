import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// Changes, adds to or deletes an object as if somebody had done it in the platform's UI.
    static func change(
        _ edit: EmulatedEdit, _ store: inout EmulatedStore, now: EmulatedTime
    ) -> Bool {
        let table = edit.kind == "lytics/log" ? "lytics/job" : edit.kind
        guard let key = key(of: edit, in: table, store), let row = store[table, key] else {
            return false
        }
        if edit.deletes {
            store[table, key] = nil
            return true
        }
        let aid = Int64(key.prefix { $0 != "/" }) ?? 0
        switch edit.kind {
        case "lytics/log": append(edit.fields, job: edit.id, aid: aid, &store, now: now)
        case "lytics/flow": store[table, key] = changed(flow: row, edit.fields, now: now)
        default:
            store[table, key] = changed(row, edit.fields)
            if edit.fields["status"]?.text?.hasPrefix("fault") == true {
                appendFault(job: edit.id, aid: aid, &store, now: now)
            }
        }
        return true
    }

    /// The object an edit would change.
    static func stored(_ edit: EmulatedEdit, _ store: EmulatedStore) -> Value? {
        guard let key = key(of: edit, in: edit.kind, store) else { return nil }
        guard edit.kind == "lytics/flow" else { return store[edit.kind, key] }
        guard let flow = Flow(store[edit.kind, key]), let version = flow.latest else { return nil }
        return .object(
            steps(version, .core).merging([
                "id": .text(flow.id), "state": .text(version.state),
                "version": .int(version.version),
            ]))
    }

    /// The row an edit means: in the account it names, or in the first one that has the id.
    private static func key(
        of edit: EmulatedEdit, in table: String, _ store: EmulatedStore
    ) -> String? {
        let accounts = store.rows("lytics/account").filter {
            edit.account == nil || edit.account == $0.id || edit.account == $0.value["id"]?.text
        }
        return accounts.map { "\($0.id)/\(edit.id)" }.first { store[table, $0].isThere }
    }

    private static func changed(_ row: Value, _ fields: Object) -> Value {
        fields.reduce(row) { value, member in
            value.setting(member.key.split(separator: ".").map(String.init), to: member.value)
        }
    }

    /// A flow whose latest version has other fields; durations may be written as texts.
    private static func changed(flow value: Value, _ fields: Object, now: EmulatedTime) -> Value {
        guard var flow = Flow(value), var version = flow.latest else { return value }
        var whole = version.header
        whole["steps"] = .list(version.steps.map { .object($0) })
        whole["state"] = .text(version.state)
        var content = changed(.object(whole), fields).object ?? whole
        version.steps = (content["steps"]?.list ?? []).compactMap(\.object).map {
            withNanoseconds($0, "delay")
        }
        version.state = content["state"]?.text ?? version.state
        content["steps"] = nil
        content["state"] = nil
        version.header = withNanoseconds(content, "reentry_delay")
        version.modified = timestamp(now)
        flow.versions[flow.versions.count - 1] = version
        return flow.value
    }

    private static func withNanoseconds(_ object: Object, _ key: String) -> Object {
        guard let text = object[key]?.text, let number = nanoseconds(text) else { return object }
        var object = object
        object[key] = .int(number)
        return object
    }
}
