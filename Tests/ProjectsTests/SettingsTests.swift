import Diagnostics
import Documents
import Platforms
import Projects
import Testing

@Suite struct `Settings` {
    @Test func `a project is in weir yaml, once`() async throws {
        let folder = try Folder(["other.yaml": "kind: weir/project\nname: x\n"])
        #expect(
            await folder.problems()
                == ["project/second: a project has exactly one `weir/project` document"])
        try folder.write("nothing: here\n", "weir.yaml")
        let load = await folder.load()
        #expect(
            load.lines == ["project/none: a project has a `weir.yaml` with `kind: weir/project`"])
        #expect(load.first("project/none")?.help?.contains("other.yaml") == true)
    }

    @Test func `unknown keys are errors with the nearest`() async throws {
        let load = try await Folder([
            "weir.yaml": "kind: weir/project\nname: acme\naccounst: {}\nsecrets: { dotenw: x }\n"
        ]).load()
        #expect(
            load.lines == [
                "project/unknown-key: weir/project has no key `accounst`",
                "project/unknown-key: `secrets` has no key `dotenw`",
            ])
        #expect(load.first("project/unknown-key")?.help == "did you mean `accounts`?")
    }

    @Test func `what is not enforced yet is an error`() async throws {
        let problems = try await Folder([
            "weir.yaml": """
            kind: weir/project
            name: acme
            ledger: postgresql://host/weir
            guards: { max_deletes: 0 }
            """
        ]).problems()
        #expect(
            problems == [
                "project/unsupported: a PostgreSQL ledger is not yet supported",
                "project/unsupported: guards are not enforced by this version",
            ])
    }

    @Test func `an account has defaults for everything`() async throws {
        let project = try #require(await Folder().load().project)
        #expect(
            project.accounts == [
                Account(
                    name: "lytics", platform: "lytics", url: "https://api.lytics.io",
                    tokenName: "LYTICS_API_TOKEN")
            ])
        #expect(project.secretNames == ["LYTICS_API_TOKEN"])
        #expect(project.ledger == "\(project.root)/.weir/ledger.sqlite")
        #expect(project.environment == "default")
    }

    @Test func `the platform's variable sets the URL where none is written`() async throws {
        let folder = try Folder()
        let set = ["LYTICS_API_URL": "http://127.0.0.1:8080//"]
        let project = try #require(await folder.load(variables: set).project)
        #expect(project.accounts.map(\.url) == ["http://127.0.0.1:8080"])
        #expect(
            await folder.problems(variables: ["LYTICS_API_URL": "localhost"]) == [
                "project/url: a base URL is `https://` or `http://`, a host and perhaps a path"
            ])
    }

    @Test func `options of accounts are words that the platform knows`() async throws {
        let weir = """
            kind: weir/project
            name: acme
            accounts: { lytics: { wire: stpes, url: "ftp://x", tokn: y, token: abc } }
            """
        #expect(
            try await Folder(["weir.yaml": weir]).problems() == [
                "project/option: `wire` is one of `auto`, `steps`",
                "project/url: a base URL is `https://` or `http://`, a host and perhaps a path",
                "project/unknown-key: an account has no key `tokn`",
                "project/token: a token is a whole `${secret.NAME}`, never written out",
            ])
        let good = weir.replacing("stpes", with: "steps").replacing("ftp", with: "https")
            .replacing("tokn: y, token: abc", with: "token: '${secret.T}', account_id: 5")
        let account = try #require(await Folder(["weir.yaml": good]).load().project?.accounts.first)
        #expect(account.options == ["wire": "steps", "account_id": "5"])
        #expect(account.tokenName == "T")
    }

    @Test func `an unknown platform offers the nearest`() async throws {
        let load = try await Folder([
            "weir.yaml": "kind: weir/project\nname: a\naccounts: { x: { platform: lytcs } }\n"
        ]).load()
        #expect(load.lines == ["project/unknown-platform: no platform is called `lytcs`"])
        #expect(load.first("project/unknown-platform")?.help == "did you mean `lytics`?")
    }

    @Test func `secrets name a file and a command`() async throws {
        let folder = try Folder([
            "weir.yaml": """
            kind: weir/project
            name: acme
            secrets: { dotenv: .env, command: [op, read, "op://crm/{name}"] }
            """
        ])
        let project = try #require(await folder.load().project)
        #expect(
            project.secrets
                == SecretSources(
                    dotenv: "\(project.root)/.env", command: ["op", "read", "op://crm/{name}"],
                    folder: project.root))
    }

    @Test(arguments: [
        ("http://lytics.example", "", ["project/insecure-url"]),
        ("http://lytics.example", ", insecure: true", []),
        (
            "http://lytics.example", ", insecure: yes please",
            ["project/insecure-url", "project/type"]
        ),
        ("http://127.0.0.1.lytics.example", "", ["project/insecure-url"]),
        ("http://[::1]:80", "", []), ("http://localhost", "", []), ("https://a.example", "", []),
        ("https://lytics.example\\.evil.example", "", ["project/url"]),
        ("https://user:pass@lytics.example", "", ["project/url"]),
    ])
    func `a token goes over http to this machine only`(
        _ url: String, _ more: String, _ codes: [String]
    ) async throws {
        let folder = try Folder([
            "weir.yaml": """
            kind: weir/project
            name: acme
            accounts: { lytics: { url: '\(url)'\(more) } }
            """
        ])
        #expect(await folder.load().report.sorted.map(\.code) == codes)
        let plain = try Folder()
        let set = await plain.load(variables: ["LYTICS_API_URL": url])
        #expect(more.isEmpty ? set.report.sorted.map(\.code) == codes : true)
    }

    @Test(arguments: ["{}", "{ url: '${env.LYTICS_API_URL:-https://api.lytics.io}' }"])
    func `a variable of a URL that is set and empty is an error`(_ account: String) async throws {
        let folder = try Folder([
            "weir.yaml": "kind: weir/project\nname: a\naccounts: { lytics: \(account) }\n"
        ])
        #expect(
            await folder.problems(variables: ["LYTICS_API_URL": ""]) == [
                "project/empty-url: the environment variable `LYTICS_API_URL` is set and empty"
            ])
    }

    @Test func `secrets that are not listed are errors where they are named`() async throws {
        let weir = """
            kind: weir/project
            name: acme
            accounts: { lytics: {} }
            secrets: { names: [LYTICS_API_TOKEN, A] }
            """
        let folder = try Folder([
            "weir.yaml": weir,
            "a.yaml": "kind: lytics/flow\nid: a\nlabel: '${secret.A}'\nother: '${secret.B}'\n",
        ])
        let load = await folder.load()
        #expect(
            load.lines == ["project/unlisted-secret: `secrets.names` does not list the secret `B`"])
        #expect(load.underlined("project/unlisted-secret") == "${secret.B}")
    }
}

@Suite struct `Environments` {
    static let files = [
        "weir.yaml": """
        kind: weir/project
        name: acme
        default_environment: sandbox
        accounts: { lytics: { url: "https://a.example" } }
        vars: { size: 3, region: "eu" }
        """,
        "environments/sandbox.yaml": "kind: weir/environment\nid: sandbox\n",
        "environments/production.yaml": """
        kind: weir/environment
        id: production
        vars: { size: 30 }
        accounts: { lytics: { token: "${secret.PRODUCTION}" } }
        ledger: /var/weir/ledger.sqlite
        """,
        "job.yaml":
            "kind: lytics/job\nid: a\nsize: ${var.size}\nname: A ${var.region} ${var.size}\n",
    ]

    @Test func `the flag wins over the variable, the variable over the default`() async throws {
        let folder = try Folder(Self.files)
        let set = ["WEIR_ENV": "production"]
        #expect(await folder.load().project?.environment == "sandbox")
        #expect(await folder.load(variables: set).project?.environment == "production")
        #expect(
            await folder.load(environment: "sandbox", variables: set).project?.environment
                == "sandbox")
    }

    @Test func `an environment lays its settings over the project's`() async throws {
        let folder = try Folder(Self.files)
        let load = await folder.load(environment: "production")
        #expect(load.field("lytics/job/a", "size") == 30)
        #expect(load.field("lytics/job/a", "name") == "A eu 30")
        #expect(load.project?.accounts.first?.url == "https://a.example")
        #expect(load.project?.accounts.first?.tokenName == "PRODUCTION")
        #expect(load.project?.ledger == "/var/weir/ledger.sqlite")
    }

    @Test func `an unknown environment offers the nearest`() async throws {
        let load = try await Folder(Self.files).load(environment: "prodution")
        #expect(
            load.lines == ["project/unknown-environment: no environment is called `prodution`"])
        #expect(load.first("project/unknown-environment")?.help == "did you mean `production`?")
    }

    @Test func `without a default an environment must be chosen`() async throws {
        var files = Self.files
        files["weir.yaml"] = Folder.smallest
        files["job.yaml"] = nil
        #expect(
            try await Folder(files).problems() == [
                "project/no-environment: a project with environments is always used with one of them"
            ])
    }

    @Test func `a project without environments has one called default`() async throws {
        #expect(try await Folder().load(environment: "default").project?.environment == "default")
        #expect(
            try await Folder().problems(environment: "production") == [
                "project/unknown-environment: no environment is called `production`: the project "
                    + "has none"
            ])
    }

    @Test func `only and except take addresses and globs`() async throws {
        var files = Self.files
        files["more.yaml"] = "kind: lytics/job\nid: b\n---\nkind: lytics/flow\nid: f\n"
        files["environments/sandbox.yaml"] = """
            kind: weir/environment
            id: sandbox
            only: [lytics/job/*, flow/f]
            except: [job/b]
            """
        let folder = try Folder(files)
        let project = try #require(await folder.load().project)
        #expect(project.resources.map(\.address.text) == ["lytics/flow/f", "lytics/job/a"])
        #expect(project.excluded == [Address("lytics/job/b")])
        try folder.write(
            "kind: weir/environment\nid: sandbox\nonly: [job/z, nothing/**]\n",
            "environments/sandbox.yaml")
        #expect(
            await folder.problems() == [
                "project/unknown-address: no document has the address `lytics/job/z`",
                "project/empty-pattern: `nothing/**` takes no document",
            ])
    }

    @Test func `two environments have two names`() async throws {
        var files = Self.files
        files["environments/other.yaml"] = "kind: weir/environment\nid: sandbox\n"
        #expect(
            try await Folder(files).problems()
                == ["project/duplicate: two environments are called `sandbox`"])
    }
}
