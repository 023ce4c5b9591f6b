import Hummingbird

/// Tells requests of this machine from those that a web page has a browser make.
enum EmulatorOrigin {
    /// Whether a request names this machine, and comes from no page of another.
    ///
    /// A page whose name was made to mean 127.0.0.1 sends its own name in `Host`; one that posts
    /// here from elsewhere sends its own in `Origin`.
    static func isLocal(_ request: Request) -> Bool {
        let host = request.head.authority.map { isLoopback($0[...]) } ?? true
        guard let origin = request.headers[.origin] else { return host }
        let name = origin.split(separator: "://", maxSplits: 1).dropFirst().first
        return host && (name.map(isLoopback) ?? false)
    }

    /// Whether `name` or `name:port` is this machine.
    private static func isLoopback(_ authority: Substring) -> Bool {
        if authority.hasPrefix("[") { return authority.prefix { $0 != "]" } == "[::1" }
        let name = authority.prefix { $0 != ":" }.lowercased()
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return name == "localhost"
            || parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
