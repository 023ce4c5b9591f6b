public import Documents
import Platforms

/// The entries of an account that the findings of a doctor add up to.
public enum TenexCorrections {
    /// What to put below the account, `paths`, `methods` and `fields`; empty where nothing is.
    public static func value(_ findings: [TenexFinding]) -> Value {
        var root: Object = [:]
        for correction in findings.flatMap(\.corrections) {
            set(correction.keys[...], correction.value.map { .text($0) } ?? .null, in: &root)
        }
        return .object(root)
    }

    /// An account's own entries with those that were found, without any that says the standard.
    public static func merged(_ options: Object, _ findings: [TenexFinding]) -> Object {
        var merged: Object = [:]
        for key in ["paths", "methods", "fields"] { merged[key] = options[key] }
        for correction in findings.flatMap(\.corrections) {
            set(correction.keys[...], correction.value.map { .text($0) } ?? .null, in: &merged)
        }
        return Object(
            members: merged.members.compactMap { table in
                let kept = corrected(table.value.object ?? [:], table.key)
                return kept.isEmpty ? nil : Object.Member(table.key, .object(kept))
            })
    }

    /// The entries of a table that say something else than the standard.
    private static func corrected(_ table: Object, _ name: String) -> Object {
        Object(
            members: table.members.compactMap { entry in
                guard name == "fields" else {
                    let standard = TenexOperation(rawValue: entry.key)?.standard
                    let method = standard?.method.rawValue.uppercased()
                    let usual = name == "paths" ? standard?.path : method
                    return entry.value.text != nil && entry.value.text == usual ? nil : entry
                }
                let renamed = (entry.value.object?.members ?? []).filter {
                    $0.value != .text($0.key)
                }
                let kept = Object(members: renamed)
                return kept.isEmpty ? nil : Object.Member(entry.key, .object(kept))
            })
    }

    private static func set(_ keys: ArraySlice<String>, _ value: Value, in object: inout Object) {
        guard let key = keys.first else { return }
        guard keys.count > 1 else {
            object[key] = value
            return
        }
        var inner = object[key]?.object ?? [:]
        set(keys.dropFirst(), value, in: &inner)
        object[key] = .object(inner)
    }
}
