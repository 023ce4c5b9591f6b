/// A path with `*` for its variable parts, and what answers each method there.
package struct EmulatedRoute<Exchange, Refusal: Error>: Sendable {
    /// Answers one endpoint; the exchange holds the store that a write changes.
    package typealias Handler =
        @Sendable (_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse

    /// The path's parts.
    package let path: [String]
    /// What answers, by the method in capitals.
    package let handlers: [String: Handler]

    /// Describes a path, written with slashes.
    package init(_ path: String, _ handlers: [String: Handler]) {
        self.path = path.split(separator: "/").map(String.init)
        self.handlers = handlers
    }

    /// Whether the path of a request is this one.
    package func matches(_ other: [String]) -> Bool {
        path.count == other.count && zip(path, other).allSatisfy { $0 == "*" || $0 == $1 }
    }
}
