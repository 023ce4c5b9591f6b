import AsyncHTTPClient
import Foundation

/// Where a proxy is, and who we are to it.
struct ProxyAddress: Sendable {
    /// Its host.
    let host: String
    /// Its port.
    let port: Int
    /// The proxy as the client takes it.
    let proxy: HTTPClient.Configuration.Proxy

    /// Reads `http://user:password@host:port`, where only the host is needed; nil where it is none.
    init?(_ text: String) {
        let url = text.contains("://") ? text : "http://\(text)"
        guard let components = URLComponents(string: url), let scheme = components.scheme,
            let host = components.host, !host.isEmpty, ["", "/"].contains(components.path)
        else { return nil }
        self.host = host
        port = components.port ?? (scheme == "http" ? 80 : 1080)
        switch scheme {
        case "http":
            proxy = .server(
                host: host, port: port,
                authorization: components.user.map {
                    .basic(username: $0, password: components.password ?? "")
                })
        case "socks5", "socks5h":
            guard components.user == nil else { return nil }
            proxy = .socksServer(host: host, port: port)
        default: return nil
        }
    }
}

/// The hosts that no proxy stands before: those of `NO_PROXY`, and this machine.
struct ProxyExceptions: Sendable {
    private let names: [String]

    /// Reads names with commas between them; `*` is every host.
    init(_ text: String) {
        names = text.split { $0 == "," || $0.isWhitespace }.map {
            var name = $0.lowercased()
            if name != "*", name.hasPrefix("*") { name.removeFirst() }
            if name.hasPrefix(".") { name.removeFirst() }
            return name
        }
    }

    /// Whether a host is reached directly; a name covers what is below it as well.
    func cover(_ host: String, _ port: Int?) -> Bool {
        let host = host.lowercased().trimming { "[]".contains($0) }
        if host == "localhost" || host == "::1" || host.hasPrefix("127.") { return true }
        return names.contains { name in
            let plain =
                port.map { name.hasSuffix(":\($0)") ? name.dropLast("\($0)".count + 1) : name[...] }
                ?? name[...]
            return name == "*" || host == plain || host.hasSuffix(".\(plain)")
        }
    }
}

extension String {
    fileprivate func trimming(_ isEdge: (Character) -> Bool) -> String {
        var text = self[...]
        while let first = text.first, isEdge(first) { text.removeFirst() }
        while let last = text.last, isEdge(last) { text.removeLast() }
        return String(text)
    }
}
