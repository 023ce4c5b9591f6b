/// A request's path and query, decoded.
struct EmulatorTarget: Sendable {
    /// The path's parts, without empty ones.
    let parts: [String]
    /// The query's pairs in order.
    let query: [(name: String, value: String)]

    /// Splits a path with its query.
    init(_ text: String) {
        let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        parts = (halves.first ?? "").split(separator: "/").map { Self.decoded($0, plus: false) }
        let pairs = halves.count > 1 ? halves[1].split(separator: "&") : []
        query = pairs.map { pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (
                Self.decoded(sides[0], plus: true),
                sides.count > 1 ? Self.decoded(sides[1], plus: true) : ""
            )
        }
    }

    /// Text without percent signs; a plus is a space in a query only.
    private static func decoded(_ text: Substring, plus: Bool) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(plus && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
