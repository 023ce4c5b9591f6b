import Foundation
import NIOSSL

/// How servers are reached from this machine, as the usual variables say: whose certificates are
/// trusted, and which proxy stands between.
public struct NetworkSettings: Sendable {
    /// Why the variables cannot be followed.
    public struct Mistake: Error, Sendable, Equatable {
        /// The variable.
        public let variable: String
        /// What is wrong with it; never its value, which may hold a password.
        public let reason: String
    }

    private let certificates: [NIOSSLCertificate]?
    private let proxies: [String: ProxyAddress]
    private let exceptions: ProxyExceptions

    /// What holds where no variable is set.
    public static let plain = NetworkSettings(nil, [:], ProxyExceptions(""))

    private init(
        _ certificates: [NIOSSLCertificate]?, _ proxies: [String: ProxyAddress],
        _ exceptions: ProxyExceptions
    ) {
        self.certificates = certificates
        self.proxies = proxies
        self.exceptions = exceptions
    }

    /// Reads `SSL_CERT_FILE`, `SSL_CERT_DIR`, `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and
    /// `NO_PROXY`; the variables of proxies in small letters come first.
    public init(_ variables: [String: String]) throws(Mistake) {
        var proxies: [String: ProxyAddress] = [:]
        for scheme in ["https", "http"] {
            for name in [
                "\(scheme)_proxy", "\(scheme)_proxy".uppercased(), "all_proxy", "ALL_PROXY",
            ]
            where proxies[scheme] == nil {
                guard let text = variables[name], !text.isEmpty else { continue }
                guard let proxy = ProxyAddress(text) else {
                    throw Mistake(
                        variable: name,
                        reason: "it must be `http://` or `socks5://`, a host and a port")
                }
                proxies[scheme] = proxy
            }
        }
        let exceptions = variables["no_proxy"] ?? variables["NO_PROXY"] ?? ""
        self.init(
            try TrustedIssuers.certificates(variables), proxies, ProxyExceptions(exceptions))
    }

    /// Which certificates are trusted.
    var tls: TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        if let certificates { configuration.trustRoots = .certificates(certificates) }
        return configuration
    }

    /// The proxy on the way to a base URL; nil where there is none.
    func proxy(to url: String) -> ProxyAddress? {
        guard let components = URLComponents(string: url), let scheme = components.scheme,
            let host = components.host, !exceptions.cover(host, components.port)
        else { return nil }
        return proxies[scheme]
    }
}

/// Whose certificates the variables say are trusted.
enum TrustedIssuers {
    /// The certificates of the file and of the files in the folder; nil where neither is named.
    static func certificates(
        _ variables: [String: String]
    ) throws(NetworkSettings.Mistake) -> [NIOSSLCertificate]? {
        let names = ["SSL_CERT_FILE", "SSL_CERT_DIR"].filter { variables[$0]?.isEmpty == false }
        guard !names.isEmpty else { return nil }
        var found: [NIOSSLCertificate] = []
        for name in names {
            let path = variables[name] ?? ""
            let files = name == "SSL_CERT_FILE" ? [path] : files(in: path)
            let read = files.flatMap { (try? NIOSSLCertificate.fromPEMFile($0)) ?? [] }
            guard !read.isEmpty else {
                throw NetworkSettings.Mistake(
                    variable: name, reason: "there is no certificate in `\(path)`")
            }
            found += read
        }
        return found
    }

    private static func files(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().map { "\(folder)/\($0)" }
    }
}
