import Documents
import Foundation
import NIOSSL
import Platforms
import Testing

@testable import Reconciling

@Suite struct `Settings of the network` {
    /// The host of the proxy on the way to a URL.
    private static func proxy(_ variables: [String: String], to url: String) throws -> String? {
        try NetworkSettings(variables).proxy(to: url).map { "\($0.host):\($0.port)" }
    }

    @Test(
        arguments: [
            (["HTTPS_PROXY": "http://p.example:3128"], "https://api.lytics.io", "p.example:3128"),
            (["https_proxy": "q:1", "HTTPS_PROXY": "p:1"], "https://api.lytics.io", "q:1"),
            (["HTTPS_PROXY": "p:1"], "http://api.example", nil),
            (["HTTP_PROXY": "p:1"], "http://api.example", "p:1"),
            (["ALL_PROXY": "socks5://s:9050"], "https://api.lytics.io", "s:9050"),
            (["HTTPS_PROXY": ""], "https://api.lytics.io", nil),
            (["HTTPS_PROXY": "p:1", "NO_PROXY": "lytics.io"], "https://api.lytics.io/v2", nil),
            (["HTTPS_PROXY": "p:1", "no_proxy": "a, .lytics.io"], "https://api.lytics.io", nil),
            (["HTTPS_PROXY": "p:1", "NO_PROXY": "*"], "https://api.lytics.io", nil),
            (["HTTPS_PROXY": "p:1", "NO_PROXY": "tics.io"], "https://api.lytics.io", "p:1"),
            (["HTTPS_PROXY": "p:1", "NO_PROXY": "b.example:80"], "https://b.example:81", "p:1"),
            (["HTTPS_PROXY": "p:1", "NO_PROXY": "b.example:80"], "https://b.example:80", nil),
            (["HTTP_PROXY": "p:1"], "http://127.0.0.1:8400", nil),
            (["HTTP_PROXY": "p:1"], "http://[::1]:8400", nil),
            (["HTTP_PROXY": "p:1"], "http://localhost", nil),
        ] as [([String: String], String, String?)])
    func `say which proxy stands before a host`(
        _ variables: [String: String], _ url: String, _ proxy: String?
    ) throws {
        #expect(try Self.proxy(variables, to: url) == proxy)
    }

    @Test(arguments: [
        ["HTTPS_PROXY": "ftp://user:hunter2@p"], ["SSL_CERT_FILE": "/no/file"],
        ["SSL_CERT_DIR": "/no/folder"], ["http_proxy": "http://user:hunter2@p/with/path"],
    ])
    func `that cannot be followed are told without their passwords`(
        _ variables: [String: String]
    ) {
        let mistake = #expect(throws: NetworkSettings.Mistake.self) {
            try NetworkSettings(variables)
        }
        #expect(mistake?.variable == variables.keys.first)
        #expect(mistake?.reason.contains("hunter2") == false)
    }

    @Test(arguments: ["SSL_CERT_FILE", "SSL_CERT_DIR"])
    func `name the issuers that are trusted`(_ variable: String) async throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/ca.pem"
        try Data(TestCertificate.issuer.utf8).write(to: URL(fileURLWithPath: file))
        let value = variable == "SSL_CERT_FILE" ? file : folder.path
        let settings = try NetworkSettings([variable: value])
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]"
        try await MisbehavingServer.serving(.sends(answer), as: .good) { server in
            let transport = NetworkTransport(
                url: "https://\(server.host)", token: Secret("t"), authorization: { _ in [] },
                patience: .ofTests, network: settings)
            try await transport.closing { transport in
                let answer = try await transport.send(WireRequest(.get, ["items"]))
                #expect(answer.body == [])
            }
        }
    }

    @Test func `let a proxy carry a request, and say that it was not sent where it does not`()
        async throws
    {
        let answer = "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"
        try await MisbehavingServer.serving(.sends(answer)) { server in
            let settings = try NetworkSettings(["HTTP_PROXY": "http://me:word@\(server.host)"])
            let transport = NetworkTransport(
                url: "http://shop.example", token: Secret("t"), authorization: { _ in [] },
                patience: .ofTests, network: settings)
            let error = await #expect(throws: TransportError.self) {
                try await transport.send(WireRequest(.post, ["items"]))
            }
            await transport.close()
            #expect(error?.ofShop.wasSent == false)
            let seen = server.seen.joined().lowercased()
            #expect(seen.hasPrefix("connect shop.example:80"), "\(seen)")
            #expect(seen.contains("proxy-authorization: basic bwu6d29yza=="))
        }
    }
}
