import Diagnostics
import Documents
import FoundationEssentials
import Platforms
import Projects
import Testing

@Suite struct `The vault` {
    static let path = ["PATH": "/usr/bin:/bin"]

    static func read(_ vault: Vault, _ name: String) async throws(VaultError) -> String {
        try await vault.secret(name).reveal { $0 }
    }

    @Test func `the process environment comes before the file`() async throws {
        let folder = try Folder([
            ".env":
                "# ours\nA=file\nexport B = 'two words' # rest\nC=\"x\\ny\"\nD=plain # comment\n"
        ])
        let vault = Vault(
            sources: SecretSources(dotenv: "\(folder.path)/.env"), variables: ["A": "process"])
        #expect(try await Self.read(vault, "A") == "process")
        #expect(try await Self.read(vault, "B") == "two words")
        #expect(try await Self.read(vault, "C") == "x\ny")
        #expect(try await Self.read(vault, "D") == "plain")
    }

    @Test(arguments: [
        ("A=\"-----BEGIN-----\nMIIE\n-----END-----\"\nB=2", "-----BEGIN-----\nMIIE\n-----END-----"),
        ("A='x\r\ny' # both lines\n", "x\ny"), ("\u{FEFF}A=x\n", "x"),
        ("A=abc\t# a comment", "abc"), ("A=a#b\n", "a#b"), ("A = \"a \\\" b\"", "a \" b"),
        ("A=\"\"\nA=y\n", "y"), ("\texport A=x\n", "x"), ("just words\n=x\nA=x", "x"),
        ("A='C:\\new'", "C:\\new"), ("A=ö", "ö"),
    ])
    func `a dotenv file is read as it is written`(_ text: String, _ value: String) async throws {
        let folder = try Folder([".env": text])
        let vault = Vault(sources: SecretSources(dotenv: "\(folder.path)/.env"), variables: [:])
        #expect(try await Self.read(vault, "A") == value)
    }

    @Test(arguments: [
        ("X=1\nA='it''s'\n", "in line 2: something stands behind the closing quote"),
        ("A=\"x\nB=1\n", "in line 1: the quote that begins here is not closed"),
        ("A=\"x\ny\" z\n", "in line 2: something stands behind the closing quote"),
    ])
    func `a dotenv file with a slip is not used`(_ text: String, _ reason: String) async throws {
        let folder = try Folder([".env": text])
        let vault = Vault(sources: SecretSources(dotenv: "\(folder.path)/.env"), variables: [:])
        let error = await #expect(throws: VaultError.self) { try await vault.secret("A") }
        #expect(error?.message.contains(reason) == true)
        #expect(error?.name == nil)
    }

    @Test(arguments: ["x ", "\tx", "x\n", "x\u{200B}", "\u{FEFF}x", "x\u{0}", "x\u{A0}"])
    func `a secret with something invisible at an end is refused by name`(
        _ value: String
    ) async throws {
        let vault = Vault(sources: SecretSources(), variables: ["A": value])
        let error = await #expect(throws: VaultError.self) { try await vault.secret("A") }
        #expect(
            error?.message
                == "the secret `A` begins or ends with white space or a control character")
    }

    @Test func `a missing secret is named with where to set it`() async throws {
        let vault = Vault(sources: SecretSources(dotenv: "/no/.env"), variables: [:])
        let error = await #expect(throws: VaultError.self) { try await vault.secret("TOKEN") }
        #expect(error?.message == "the secret `TOKEN` is not set")
        #expect(error?.help == "set the environment variable `TOKEN`, or write it to `/no/.env`")
    }

    @Test func `a command prints it, without a shell`() async throws {
        let vault = Vault(
            sources: SecretSources(command: ["printf", "%s\\n", "it is {name}; $HOME"]),
            variables: Self.path, permission: .trusted)
        #expect(try await Self.read(vault, "KEY") == "it is KEY; $HOME")
    }

    @Test(arguments: [
        (["false"], "ended with"), (["true"], "printed nothing"),
        (["no-such-program-here"], "ended with"),
    ])
    func `a command that gives nothing is an error`(
        _ command: [String], _ reason: String
    ) async throws {
        let vault = Vault(
            sources: SecretSources(command: command), variables: Self.path, permission: .trusted)
        let error = await #expect(throws: VaultError.self) { try await vault.secret("KEY") }
        #expect(error?.message.contains(reason) == true)
    }

    @Test func `a command that takes too long is given up`() async throws {
        let vault = Vault(
            sources: SecretSources(command: ["sleep", "60"]), variables: Self.path,
            patience: .milliseconds(50), permission: .trusted)
        let error = await #expect(throws: VaultError.self) { try await vault.secret("KEY") }
        #expect(error?.message.contains("did not answer") == true)
    }
}

@Suite struct `Digests of secrets` {
    @Test func `a digest depends on key, context and text`() {
        let digester = Digester(key: [1, 2, 3])
        let digest = digester.digest("x", context: "a")
        #expect(digest.count == 64)
        #expect(digest == digester.digest(Secret("x"), context: "a"))
        #expect(digest != digester.digest("y", context: "a"))
        #expect(digest != digester.digest("x", context: "b"))
        #expect(digest != Digester(key: [9]).digest("x", context: "a"))
    }

    @Test func `every secret leaf has one, named by its path`() async throws {
        let load = try await Folder([
            "x.yaml": """
            kind: lytics/flow
            id: x
            config: { key: "${secret.A}", plain: 1, url: "https://${secret.B}@${job/y}" }
            steps: [{ slug: send, delay: "${secret.A}" }]
            tags: [one, "${secret.B}"]
            ---
            kind: lytics/job
            id: y
            """
        ]).load()
        let resources = try #require(load.project?.resources)
        func digests(_ a: String) async throws(VaultError) -> [String: String] {
            try await secretDigests(
                resources, vault: Vault(sources: SecretSources(), variables: ["A": a, "B": "b"]),
                digester: Digester(key: [1]), shape: { Toy(name: $0).shape })
        }
        let first = try await digests("a")
        #expect(
            first.keys.sorted() == [
                "lytics/flow/x config.key", "lytics/flow/x config.url",
                "lytics/flow/x steps.send.delay", "lytics/flow/x tags",
            ])
        let second = try await digests("other")
        let changed = first.keys.filter { first[$0] != second[$0] }.sorted()
        #expect(changed == ["lytics/flow/x config.key", "lytics/flow/x steps.send.delay"])
    }
}
