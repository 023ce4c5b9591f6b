import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    /// Checks that a type may stand in a flow.
    static func checkType(
        _ type: String, of flow: Object, at path: [Value], _ store: EmulatedStore,
        _ checker: inout Checker
    ) {
        if type == "DYNAMIC_TABLES" {
            checker.note(path, "DYNAMIC_TABLES is not available in flows", "wrong_kind")
        }
        if type == "CREATE_RECORD_ACTIVITY", !store.isOn(.activityNodes) {
            checker.note(path, "\(type) is not available in flows", "wrong_kind")
        }
        if type == "START", flow["isDefault"] != .some(true) {
            checker.note(path, "START is only allowed in the default flow", "custom")
        }
    }

    /// A node's `data` in the shape of its type, with every reference looked up.
    static func checkedData(
        _ data: Value?, type: String, agent: String, _ exchange: Exchange, _ checker: inout Checker
    ) -> Value? {
        guard let fields = dataFields[type] else { return nil }
        guard let object = data?.object else {
            checker.note(["data"], "Required", "invalid_type")
            return nil
        }
        var clean = checker.members(
            object, [.need("type", .word([type]))] + fields, at: ["data"])
        checkModel(clean, type, exchange.store, &checker)
        checkPermissions(clean, &checker)
        checkRow(clean["rowId"], &checker)
        let references = References(agent, exchange, at: ["data"])
        checker.note(references.missing(in: clean))
        checker.note(references.unknownNames(in: clean, of: type))
        let captures = references.captures(in: clean)
        checker.note(captures.issues)
        if let list = captures.list { clean["captureVariables"] = .list(list) }
        return .object(clean)
    }

    /// A RESPONSE_AI node names its model by `model` and `aiVendor`, for which `aiModelId` may
    /// stand unless the contract is taken by its word.
    private static func checkModel(
        _ data: Object, _ type: String, _ store: EmulatedStore, _ checker: inout Checker
    ) {
        guard type == "RESPONSE_AI",
            store.isOn(.modelPairs) || (data["aiModelId"] ?? .null).isNull
        else { return }
        for key in ["model", "aiVendor"] where (data[key] ?? .null).isNull {
            checker.note(["data", .text(key)], "Required", "invalid_type")
        }
    }

    /// A record is named by 24 hexadecimal digits, or by a variable that holds them.
    private static func checkRow(_ id: Value?, _ checker: inout Checker) {
        guard let text = id?.text, interpolated(text).isEmpty else { return }
        guard text.count != 24 || !text.allSatisfy(\.isHexDigit) else { return }
        checker.note(["data", "rowId"], "Invalid", "invalid_string")
    }

    private static func checkPermissions(_ data: Object, _ checker: inout Checker) {
        for (index, one) in (data["selectedRecordTypes"]?.list ?? []).enumerated() {
            if permissions.contains(where: { one[$0] == .some(true) }) { continue }
            checker.note(
                ["data", "selectedRecordTypes", .int(Int64(index))],
                "At least one permission must be true", "custom")
        }
    }
}
