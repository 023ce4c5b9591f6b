package import Documents

/// A method and a path whose `{parts}` are filled in.
public struct Endpoint: Sendable, Hashable {
    /// The method.
    public var method: Request.Method
    /// The path from the account's URL on, `/api/v1/flows/runs/{run_id}`.
    public var path: String { didSet { parts = Self.parts(of: path) } }
    /// The parts of the path, placeholders still in their braces.
    package private(set) var parts: [String]

    /// Names an endpoint.
    public init(_ method: Request.Method, _ path: String) {
        self.method = method
        self.path = path
        parts = Self.parts(of: path)
    }

    private static func parts(of path: String) -> [String] {
        path.split(separator: "/").map(String.init)
    }

    /// The names of the placeholders.
    package var parameters: [String] { parts.compactMap(Self.parameter) }

    /// The name in a part's braces; nil for a part that stands for itself.
    package static func parameter(_ part: String) -> String? {
        guard part.hasPrefix("{"), part.hasSuffix("}"), part.count > 2 else { return nil }
        return String(part.dropFirst().dropLast())
    }

    /// A request whose placeholders have the values; each must have one.
    package func request(
        _ values: [String: Value] = [:], query: Object = [:], body: Request.Body = .none
    ) -> Request {
        let filled = parts.map { part -> Value in
            guard let name = Self.parameter(part) else { return .text(part) }
            guard let value = values[name] else {
                preconditionFailure("a request to \(path) has no `\(name)`")
            }
            return value
        }
        return Request(method, filled, query: query, body: body)
    }
}

/// The table of what can be asked of a platform, one case an endpoint: `GET /agents/{agent_id}`.
///
/// A method and a path stand in such a table and nowhere else.
package protocol EndpointTable: Sendable, CaseIterable, RawRepresentable<String> {}

extension EndpointTable {
    /// The method and the path.
    package var endpoint: Endpoint {
        let words = rawValue.split(separator: " ").map(String.init)
        guard words.count == 2, let method = Request.Method(rawValue: words[0].lowercased()) else {
            preconditionFailure("`\(rawValue)` is no method and path")
        }
        return Endpoint(method, words[1])
    }

    /// A request whose placeholders have the values; each must have one.
    package func request(
        _ values: [String: Value] = [:], query: Object = [:], body: Request.Body = .none
    ) -> Request {
        endpoint.request(values, query: query, body: body)
    }
}
