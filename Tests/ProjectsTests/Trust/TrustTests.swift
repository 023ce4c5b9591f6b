import Diagnostics
import FoundationEssentials
import Platforms
import Projects
import Testing

@Suite struct `Hosts` {
    @Test(arguments: [
        ("api.lytics.io", "api.lytics.io"), ("https://API.Lytics.io/v2?x", "api.lytics.io"),
        ("http://10.0.0.5:8400", "10.0.0.5:8400"), ("[::1]:80", "[::1]:80"),
        ("user@host", nil), ("host:0", nil), ("host:x", nil), ("a b", nil), ("", nil),
        ("*.lytics.io", nil), ("api.lytics.io\\.evil.example", nil), ("[x]", nil),
        (".lytics.io", nil), ("api.lytics.io%2eevil.example", nil),
    ])
    func `are read from names and URLs`(_ text: String, _ host: String?) {
        #expect(ServerHost(text)?.description == host)
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.9.9.9:80", true), ("localhost", true), ("[::1]", true),
        ("127.0.0.1.evil.example", false), ("127.1", false), ("0177.0.0.1", false),
        ("localhost.evil.example", false), ("128.0.0.1", false), ("127.0.0.256", false),
    ])
    func `know this machine`(_ text: String, _ isLoopback: Bool) {
        #expect(ServerHost(text)?.isLoopback == isLoopback)
    }

    @Test func `cover their ports, or the one that they name`() throws {
        let (whole, one) = (
            try #require(ServerHost("a.example")), try #require(ServerHost("a.example:80"))
        )
        #expect(whole.covers(one))
        #expect(!one.covers(whole))
        #expect(!one.covers(try #require(ServerHost("a.example:81"))))
        #expect(!whole.covers(try #require(ServerHost("b.a.example"))))
    }
}

@Suite struct `Trust on this machine` {
    static let text = """
        kind: weir/project
        name: acme
        accounts: { lytics: { url: "https://lytics.example/${var.path}" } }
        vars: { path: a }
        secrets: { command: [op, "{name}"] }
        """

    /// The project of some settings, and what trust in it would hold for.
    static func project(_ folder: Folder, _ text: String = text) async throws -> Project {
        try folder.write(text, "weir.yaml")
        return try #require(await folder.load().project)
    }

    static func variables(_ folder: Folder) -> [String: String] { ["HOME": folder.path] }

    @Test func `is kept for its owner alone`() throws {
        let home = try Folder()
        let host = try #require(ServerHost("a.example"))
        try TrustStore.change(Self.variables(home)) { $0.hosts.insert(host) }
        let path = "\(home.path)/.config/weir/trust.json"
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        #expect(try TrustStore.read(Self.variables(home)).hosts.map(\.name) == ["a.example"])
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        #expect(throws: TrustError.self) { try TrustStore.read(Self.variables(home)) }
    }

    @Test(arguments: ["", "{", "{}", #"{"hosts":["a b"],"projects":[]}"#])
    func `is nothing where its file is broken`(_ text: String) throws {
        let home = try Folder([".config/weir/trust.json": text])
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: "\(home.path)/.config/weir/trust.json")
        #expect(throws: TrustError.self) { try TrustStore.read(Self.variables(home)) }
    }

    @Test func `in hosts comes from the store and from a variable`() async throws {
        let (home, folder) = (try Folder(), try Folder())
        let project = try await Self.project(folder)
        let text = TrustedText(project, .all)
        #expect(text.hosts.map(\.name) == ["lytics.example"])
        let host = text.hosts[0]
        let variables = Self.variables(home)
        #expect(try !Trust(variables).allows(host, of: text, project))
        let named = ["WEIR_TRUST_HOSTS": "other.example, lytics.example:443"]
        #expect(try !Trust(named).allows(host, of: text, project))
        #expect(try Trust(["WEIR_TRUST_HOSTS": "x,lytics.example"]).allows(host, of: text, project))
        #expect(throws: TrustError.self) { try Trust(["WEIR_TRUST_HOSTS": "x, *.example"]) }
        try TrustStore.change(variables) { $0.hosts.insert(host) }
        #expect(try Trust(variables).allows(host, of: text, project))
        #expect(try !Trust(variables).allowsSources(text, project))
    }

    @Test(arguments: [
        ("path: a", "path: b", true), ("op, ", "op2, ", false),
        ("lytics.example/", "evil.example/", false),
        ("secrets:", "ledger: other.sqlite\nsecrets:", false),
        ("[op, \"{name}\"]", "[op, \"{name}\"], dotenv: ../x", false),
        ("[op, \"{name}\"]", "[op, \"{name}\"], environment: [X]", false),
    ])
    func `in a project ends with a change of secrets, hosts or ledger`(
        _ before: String, _ after: String, _ holds: Bool
    ) async throws {
        let (home, folder) = (try Folder(), try Folder())
        let trusted = try await Self.project(folder)
        try TrustStore.change(Self.variables(home)) {
            $0.projects.append(
                .init(
                    folder: trusted.root, environment: trusted.environment,
                    text: TrustedText(trusted, .all).digest))
        }
        let project = try await Self.project(
            folder, Self.text.replacing(before, with: after))
        let text = TrustedText(project, .all)
        let trust = try Trust(Self.variables(home))
        #expect(trust.allowsSources(text, project) == holds)
        #expect(text.hosts.allSatisfy { trust.allows($0, of: text, project) } == holds)
        #expect(trust.heldBefore(text, project) == !holds)
        let variable = try Trust(["WEIR_ALLOW_COMMAND": "1"])
        #expect(variable.allowsSources(text, project))
    }

    @Test func `needs no host that is the platform's own or this machine`() async throws {
        let folder = try Folder()
        for url in ["https://api.lytics.io", "https://api.lytics.io:8443", "http://127.0.0.1:1"] {
            let text = Self.text.replacing("https://lytics.example/${var.path}", with: url)
            #expect(TrustedText(try await Self.project(folder, text), .all).hosts.isEmpty)
        }
    }
}
