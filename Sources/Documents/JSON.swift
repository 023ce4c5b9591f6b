/// Reads JSON into values: exact integers, strict UTF-8, bounded depth.
public enum JSON {
    /// Reads one value; a repeated key keeps its last value.
    public static func parse(_ bytes: [UInt8]) throws(JSONError) -> Value {
        var scanner = JSONScanner(bytes.span, maximumDepth: 512)
        let value = try value(&scanner, bytes.span)
        try scanner.finish(bytes.span)
        return value
    }

    /// Reads one value from a text.
    public static func parse(_ text: String) throws(JSONError) -> Value {
        try parse(Array(text.utf8))
    }

    private static func value(
        _ scanner: inout JSONScanner, _ bytes: Span<UInt8>
    ) throws(JSONError) -> Value {
        switch scanner.peek(bytes) {
        case UInt8(ascii: "{"): return .object(try object(&scanner, bytes))
        case UInt8(ascii: "["): return .list(try list(&scanner, bytes))
        case UInt8(ascii: "\""): return .text(try scanner.string(bytes))
        default: return try scanner.scalar(bytes)
        }
    }

    private static func list(
        _ scanner: inout JSONScanner, _ bytes: Span<UInt8>
    ) throws(JSONError) -> [Value] {
        try scanner.enter()
        var items: [Value] = []
        if scanner.takes(UInt8(ascii: "]"), bytes) {
            scanner.leave()
            return items
        }
        repeat {
            items.append(try value(&scanner, bytes))
        } while scanner.takes(
            UInt8(ascii: ","), bytes)
        try scanner.take(UInt8(ascii: "]"), bytes, or: "`,` or `]` must stand here")
        scanner.leave()
        return items
    }

    private static func object(
        _ scanner: inout JSONScanner, _ bytes: Span<UInt8>
    ) throws(JSONError) -> Object {
        try scanner.enter()
        var members: [Object.Member] = []
        if scanner.takes(UInt8(ascii: "}"), bytes) {
            scanner.leave()
            return Object()
        }
        members.reserveCapacity(8)
        repeat {
            guard scanner.peek(bytes) == UInt8(ascii: "\"") else {
                throw JSONError(offset: scanner.offset, message: "a key in quotes must stand here")
            }
            let key = try scanner.string(bytes)
            try scanner.take(UInt8(ascii: ":"), bytes, or: "`:` must stand here")
            members.append(Object.Member(key, try value(&scanner, bytes)))
        } while scanner.takes(UInt8(ascii: ","), bytes)
        try scanner.take(UInt8(ascii: "}"), bytes, or: "`,` or `}` must stand here")
        scanner.leave()
        return Object(members: members)
    }
}

/// Why bytes are not JSON, and where.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The byte at which reading ended.
    public let offset: Int
    /// The rule that is broken.
    public let message: String

    /// Describes a place.
    public init(offset: Int, message: String) {
        self.offset = offset
        self.message = message
    }

    /// The rule and the place.
    public var description: String { "\(message) (byte \(offset))" }
}
