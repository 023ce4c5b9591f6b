/// Says in words what a field must be.
package enum FieldTypeText {
    /// The words behind `must be`.
    package static func phrase(_ type: FieldType) -> String {
        switch type {
        case .text: "a text"
        case .bool: "`true` or `false`"
        case .int: "a whole number"
        case .double: "a number"
        case .duration: "a duration such as `72h`"
        case .timestamp: "a time such as `2026-12-31T18:00:00Z`"
        case .word(let words): oneOf(words)
        case .reference: "a text"
        case .any: "a value"
        case .object: "a map of fields"
        case .list: "a list"
        case .map: "a map"
        }
    }

    private static func oneOf(_ words: [String]) -> String {
        let quoted = words.map { "`\($0)`" }
        return words.count == 1 ? quoted[0] : "one of \(quoted.joined(separator: ", "))"
    }
}
