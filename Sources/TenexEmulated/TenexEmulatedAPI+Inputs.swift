import Documents
import EmulatedKit
import Platforms

extension TenexEmulatedAPI.Checker {
    private static let types = [
        "string", "text", "number", "integer", "boolean", "uuid", "date", "json",
    ]

    /// A list of typed inputs with every member filled in.
    mutating func inputs(_ key: String, in body: Object) -> [Value] {
        var names: Set<String> = []
        var clean: [Value] = []
        for (index, item) in (member(key, .list, in: body)?.list ?? []).enumerated() {
            let path: [Value] = [.text(key), .int(Int64(index))]
            guard let object = item.object else {
                note(path, "Input should be a valid dictionary", "dict_type")
                continue
            }
            let name = member("name", .text, in: object, at: path, isRequired: true)?.text ?? ""
            if !names.insert(name).inserted {
                note(path + ["name"], "Value error, the name \(name) is taken")
            }
            member("type", .word(Self.types), in: object, at: path, isRequired: true)
            member("required", .bool, in: object, at: path)
            member("description", .text, in: object, at: path)
            clean.append(
                .object([
                    "name": .text(name), "type": object["type"] ?? "string",
                    "required": object.present("required") ?? false,
                    "default": object["default"] ?? .null,
                    "description": object["description"] ?? .null,
                ]))
        }
        return clean
    }

    /// Values for typed inputs: each checked, defaults filled in.
    mutating func values(_ values: Object, for inputs: [Value], at path: [Value]) -> Object {
        var filled = values
        for input in inputs.compactMap(\.object) {
            let name = input.word("name")
            let here = path + [.text(name)]
            guard let value = values.present(name) else {
                if let fallback = input.present("default") {
                    filled[name] = fallback
                } else if input["required"] == .some(true) {
                    note(here, "Field required", "missing")
                }
                continue
            }
            if let mistake = Self.mistake(value, type: input.word("type")) {
                note(here, mistake.message, mistake.type)
            }
        }
        return filled
    }

    private static func mistake(_ value: Value, type: String) -> (message: String, type: String)? {
        switch (type, value) {
        case ("string", .text), ("text", .text), ("boolean", .bool), ("integer", .int),
            ("number", .int), ("number", .double), ("json", _):
            nil
        case ("uuid", .text(let text)) where isUUID(text): nil
        case ("date", .text(let text)) where isDate(text): nil
        case ("uuid", _): ("Input should be a valid UUID", "uuid_parsing")
        case ("date", _): ("Input should be a valid date", "date_from_datetime_parsing")
        case ("boolean", _): ("Input should be a valid boolean", "bool_type")
        case ("integer", _): ("Input should be a valid integer", "int_type")
        case ("number", _): ("Input should be a valid number", "float_type")
        default: ("Input should be a valid string", "string_type")
        }
    }

    private static func isUUID(_ text: String) -> Bool {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.count) == [8, 4, 4, 4, 12]
            && groups.joined().allSatisfy { $0.isASCII && $0.isHexDigit }
    }

    private static func isDate(_ text: String) -> Bool {
        Timestamp(text.count == 10 ? text + "T00:00:00Z" : text) != nil
    }
}
