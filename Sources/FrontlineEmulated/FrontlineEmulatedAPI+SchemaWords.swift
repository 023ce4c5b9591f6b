import Documents
import EmulatedKit

extension FrontlineEmulatedAPI.Checker {
    /// Notes a number outside its range.
    mutating func check(_ number: Double, in range: ClosedRange<Double>?, at path: [Value]) {
        guard let range else { return }
        if number < range.lowerBound {
            let least = Self.text(range.lowerBound)
            note(path, "Number must be greater than or equal to \(least)", "too_small")
        }
        if number > range.upperBound {
            let most = Self.text(range.upperBound)
            note(path, "Number must be less than or equal to \(most)", "too_big")
        }
    }

    /// Notes a text or list that is too short.
    mutating func tooFew(_ least: Int, _ noun: String, _ part: String, at path: [Value]) {
        note(path, "\(noun) must contain at least \(least) \(part)(s)", "too_small")
    }

    /// Notes a text that is too long.
    mutating func tooMany(_ most: Int, _ noun: String, _ part: String, at path: [Value]) {
        note(path, "\(noun) must contain at most \(most) \(part)(s)", "too_big")
    }

    /// Notes a word that is not one of those there are.
    mutating func wrongWord(_ word: String, _ words: [String], at path: [Value]) {
        let list = words.map { "'\($0)'" }.joined(separator: " | ")
        let message = "Invalid enum value. Expected \(list), received '\(word)'"
        note(path, message, "invalid_enum_value")
    }

    /// Notes a value of the wrong type.
    mutating func wrongType(
        _ value: Value, _ schema: FrontlineEmulatedAPI.Schema, at path: [Value]
    ) {
        let message = "Expected \(Self.name(of: schema)), received \(Self.name(of: value))"
        note(path, message, "invalid_type")
    }

    private static func text(_ number: Double) -> String {
        number == number.rounded() ? "\(Int64(number))" : "\(number)"
    }

    private static func name(of schema: FrontlineEmulatedAPI.Schema) -> String {
        switch schema {
        case .text, .word: "string"
        case .number: "number"
        case .positiveInteger: "integer"
        case .bool: "boolean"
        case .list: "array"
        case .object, .anyObject: "object"
        case .anything: "any"
        case .nullable(let inner): name(of: inner)
        }
    }

    private static func name(of value: Value) -> String {
        switch value {
        case .null: "null"
        case .bool: "boolean"
        case .int, .double: "number"
        case .list: "array"
        case .object: "object"
        case .text, .captured, .joined, .secret: "string"
        }
    }
}
