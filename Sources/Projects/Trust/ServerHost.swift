import Documents

/// The host of a server, with its port where one is written: what trust is given to.
public struct ServerHost: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The name or address in lower case; an IPv6 address in brackets.
    public let name: String
    /// The port; nil where none is written.
    public let port: Int?

    /// Reads `host`, `host:port` or a URL; nil where it is none of them.
    public init?(_ text: String) {
        var rest = text[...]
        for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.count)
        }
        rest = rest.prefix { !"/?#".contains($0) }
        let end = rest.hasPrefix("[") ? rest.firstIndex(of: "]").map(rest.index(after:)) : nil
        let name = rest[..<(end ?? rest.firstIndex(of: ":") ?? rest.endIndex)]
        guard end == nil ? Self.isName(name) : Self.isAddress(name) else { return nil }
        self.name = name.lowercased()
        rest = rest[name.endIndex...]
        guard !rest.isEmpty else {
            port = nil
            return
        }
        guard rest.first == ":", let port = Int(rest.dropFirst()), (1...65_535).contains(port)
        else { return nil }
        self.port = port
    }

    /// Whether it is this machine, which needs no trust.
    public var isLoopback: Bool {
        if ["localhost", "[::1]"].contains(name) { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Whether trust in this host is trust in another: the same name, and the port if it has one.
    public func covers(_ other: ServerHost) -> Bool {
        name == other.name && (port == nil || port == other.port)
    }

    /// The host as it is written: `api.example.com:8443`.
    public var description: String { name + (port.map { ":\($0)" } ?? "") }

    /// Sorts by name, then by port.
    public static func < (left: ServerHost, right: ServerHost) -> Bool {
        (left.name, left.port ?? 0) < (right.name, right.port ?? 0)
    }

    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, first.isNameByte else { return false }
        return text.utf8.allSatisfy { $0.isNameByte || $0 == UInt8(ascii: ".") }
    }

    private static func isAddress(_ text: Substring) -> Bool {
        let inner = text.dropFirst().dropLast()
        return inner.contains(":") && inner.allSatisfy { $0.isHexDigit || ":.".contains($0) }
    }
}
