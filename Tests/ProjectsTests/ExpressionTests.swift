import Diagnostics
import Documents
import Platforms
import Projects
import Testing

@Suite struct `Expressions` {
    static func folder(_ job: String, vars: String = "{}") throws -> Folder {
        try Folder([
            "weir.yaml": Folder.smallest + "\nvars: \(vars)\n",
            "job.yaml": "kind: lytics/job\nid: a\n\(job)\n",
            "other.yaml": "kind: lytics/job\nid: other\n",
        ])
    }

    @Test func `a whole variable keeps its type, a spliced one its writing`() async throws {
        let load = try await Self.folder(
            "n: ${var.n}\nt: v${var.v}\nl: ${var.l}\nq: \"${var.q}\"",
            vars: "{ n: 7, v: 1.10, l: [1, 2], q: true }"
        ).load()
        #expect(load.lines == [])
        #expect(load.field("lytics/job/a", "n") == 7)
        #expect(load.field("lytics/job/a", "t") == "v1.10")
        #expect(load.field("lytics/job/a", "l") == [1, 2])
        #expect(load.field("lytics/job/a", "q") == true)
    }

    @Test func `a process variable is read as a plain scalar`() async throws {
        let folder = try Self.folder(
            "n: ${env.N}\nt: ${env.T}\ns: n=${env.N}\nd: ${env.D:-5m}\nk: $${env.N}")
        let load = await folder.load(variables: ["N": "80", "T": "a: b", "D": ""])
        #expect(load.lines == [])
        #expect(load.field("lytics/job/a", "n") == 80)
        #expect(load.field("lytics/job/a", "t") == "a: b")
        #expect(load.field("lytics/job/a", "s") == "n=80")
        #expect(load.field("lytics/job/a", "d") == "5m")
        #expect(load.field("lytics/job/a", "k") == "${env.N}")
    }

    @Test func `in quotes or in a block a process variable is a text`() async throws {
        let folder = try Self.folder(
            "q: \"${env.ZIP}\"\np: ${env.ZIP}\nb: |-\n  ${env.ZIP}\ns: '${env.SHA}'\nu: ${env.SHA}\n"
                + "t: '${env.ON}'")
        let load = await folder.load(variables: ["ZIP": "01234", "SHA": "12e456", "ON": "true"])
        #expect(load.lines == [])
        let values = ["q", "p", "b", "s", "u", "t"].map { load.field("lytics/job/a", $0) }
        #expect(values == ["01234", 1234, "01234", "12e456", "12e456", "true"])
    }

    @Test func `variables may come from the process`() async throws {
        let folder = try Self.folder("x: ${var.x}", vars: "{ x: \"${env.X:-3}\" }")
        #expect(await folder.load().field("lytics/job/a", "x") == 3)
        #expect(await folder.load(variables: ["X": "yes!"]).field("lytics/job/a", "x") == "yes!")
    }

    @Test func `what is missing is named once, where it is used`() async throws {
        let load = try await Self.folder("x: a ${var.nmae}\ny: ${env.NOT_SET}", vars: "{ name: x }")
            .load()
        #expect(
            load.lines == [
                "project/unknown-variable: no variable is called `nmae`",
                "project/unset: the environment variable `NOT_SET` is not set",
            ])
        #expect(load.underlined("project/unknown-variable") == "${var.nmae}")
        #expect(load.first("project/unknown-variable")?.help == "did you mean `name`?")
        #expect(
            load.first("project/unset")?.help == "set `NOT_SET`, or write `${env.NOT_SET:-default}`"
        )
    }

    @Test func `references get their full addresses`() async throws {
        let load = try await Self.folder(
            "x: \"${job/other}\"\ny: \"${lytics/job/other.name}!\"\nz: \"${segment/\"New ones\"}\""
                .replacing("\"New ones\"", with: "\\\"New ones\\\"")
        ).load()
        #expect(load.lines == [])
        #expect(load.field("lytics/job/a", "x") == .captured(Slot("lytics/job/other")))
        #expect(
            load.field("lytics/job/a", "y")
                == .joined([.captured(Slot("lytics/job/other", "name")), "!"]))
        #expect(load.field("lytics/job/a", "z") == .captured(Slot("lytics/segment/New ones")))
        #expect(load.project?.lookups == ["lytics": [KindName("lytics", "segment")]])
    }

    @Test func `what no document describes is looked up where the kind allows it`() async throws {
        let segment = KindName("lytics", "segment")
        var kinds: [any Kind] = [Toy(name: KindName("lytics", "job")), Toy(name: segment)]
        kinds.append(Toy(name: KindName("lytics", "flow")))
        let catalog = ProjectCatalog(
            platforms: ProjectCatalog.toys.platforms, kinds: kinds,
            lookups: [LookupKind(name: segment, summary: "An audience.")])
        let folder = try Self.folder("x: \"${segment/mine}\"\ny: \"${segment/theirs}\"")
        try folder.write("kind: lytics/segment\nid: mine\nlabel: Mine", "segment.yaml")
        let load = await folder.load(catalog: catalog)
        #expect(load.lines == [])
        #expect(load.field("lytics/job/a", "x") == .captured(Slot("lytics/segment/mine")))
        #expect(load.field("lytics/job/a", "y") == .captured(Slot("lytics/segment/theirs")))
        #expect(load.project?.lookups == ["lytics": [segment]])
    }

    @Test func `a reference that repeats is found again at each of its places`() async throws {
        let load = try await Self.folder(
            "x: \"${job/other}\"\ny: ['${job/other}', \"${job/other}\"]"
        ).load()
        let resource = try #require(load.project?.resources.first)
        #expect(
            resource.value["y"] == [
                .captured(Slot("lytics/job/other")), .captured(Slot("lytics/job/other")),
            ])
        #expect(
            resource.needs.map { load.text($0.span) } == Array(repeating: "${job/other}", count: 3))
        #expect(Set(resource.needs.map(\.span)).count == 3)
    }

    @Test func `an unknown reference shows the nearest and its line`() async throws {
        let load = try await Self.folder("x: \"${job/othr}\"").load()
        #expect(
            load.lines
                == ["project/unknown-reference: no document has the address `lytics/job/othr`"])
        let problem = try #require(load.first("project/unknown-reference"))
        #expect(load.underlined("project/unknown-reference") == "${job/othr}")
        #expect(problem.help == "did you mean `job/other`?")
        #expect(problem.secondary.map { load.text($0.span) } == ["other"])
    }

    @Test func `unknown types and accounts offer the nearest`() async throws {
        let load = try await Self.folder("x: \"${jbo/other}\"\ny: \"${lytcs/job/other}\"").load()
        #expect(
            load.lines == [
                "project/unknown-type: `jbo` is nothing that lytics has",
                "project/unknown-account: no account is called `lytcs`",
            ])
        #expect(load.first("project/unknown-type")?.help == "did you mean `job`?")
    }

    @Test func `secrets stay names and make a text secret`() async throws {
        let load = try await Self.folder("x: ${secret.KEY}\ny: Bearer ${secret.OTHER}").load()
        #expect(load.field("lytics/job/a", "x") == .secret("KEY"))
        #expect(load.field("lytics/job/a", "y") == .joined(["Bearer ", .secret("OTHER")]))
        #expect(load.project?.secretNames == ["KEY", "OTHER", "LYTICS_API_TOKEN"])
    }

    @Test func `each place says what it may hold`() async throws {
        let folder = try Self.folder(
            "weir: { live: \"${secret.A}\" }", vars: "{ x: \"${var.y}\", y: \"${secret.B}\" }")
        #expect(
            await folder.problems() == [
                "project/expression-place: the `weir` block may hold `${var.x}` and `${env.X}`",
                "project/expression-place: a variable may hold `${env.X}` and nothing else",
                "project/expression-place: a variable may hold `${env.X}` and nothing else",
            ])
    }

    @Test func `a list does not stand within a text`() async throws {
        let folder = try Self.folder("x: a ${var.l}", vars: "{ l: [1] }")
        #expect(
            await folder.problems()
                == ["project/expression: a list or a map cannot stand within a text"])
    }
}

@Suite struct `Cycles of references` {
    @Test func `a cycle is printed edge by edge`() async throws {
        let load = try await Folder([
            "a.yaml": "kind: lytics/job\nid: a\nx: \"${job/b}\"\n",
            "b.yaml": "kind: lytics/job\nid: b\nx: \"${job/c}\"\n",
            "c.yaml": "kind: lytics/job\nid: c\nweir: { after: [job/a] }\n",
        ]).load()
        let problem = try #require(load.first("project/cycle"))
        #expect(
            problem.message
                == "references lead back to where they start: `lytics/job/a` → "
                + "`lytics/job/b` → `lytics/job/c` → `lytics/job/a`")
        let labels = [problem.primary].compactMap { $0 } + problem.secondary
        #expect(labels.map { load.text($0.span) } == ["${job/b}", "${job/c}", "job/a"])
        #expect(load.project == nil)
    }

    @Test func `a resource that needs itself is a cycle`() async throws {
        let folder = try Folder(["a.yaml": "kind: lytics/job\nid: a\nx: \"${job/a}\"\n"])
        #expect(await folder.load().report.diagnostics.map(\.code) == ["project/cycle"])
    }
}

@Suite struct `A process variable that holds a secret` {
    @Test(arguments: [
        "x: ${env.LYTICS_API_TOKEN}", "x: \"a ${env.LYTICS_API_TOKEN}\"",
        "x: ${env.LYTICS_API_TOKEN:-none}",
        "x: ${env.PLANTED}\ny: \"${secret.PLANTED}\"",
    ])
    func `stands in no text`(_ fields: String) async throws {
        let folder = try Folder(["a.yaml": "kind: lytics/job\nid: a\n" + fields + "\n"])
        let variables = ["LYTICS_API_TOKEN": "planted-token", "PLANTED": "planted-secret"]
        let load = await folder.load(variables: variables)
        #expect(load.lines.count == 1)
        #expect(load.lines.first?.hasPrefix("project/secret-variable: ") == true, "\(load.lines)")
        #expect(!load.lines.joined().contains("planted-"))
    }

    @Test func `stands in no variable of the project`() async throws {
        let folder = try Folder([
            "weir.yaml": Folder.smallest + "\nvars: { x: \"${env.LYTICS_API_TOKEN}\" }\n"
        ])
        let lines = await folder.problems(variables: ["LYTICS_API_TOKEN": "planted-token"])
        #expect(lines.first?.hasPrefix("project/secret-variable: ") == true, "\(lines)")
    }

    @Test func `is told by its name where another is mistaken`() async throws {
        let folder = try Folder([
            "weir.yaml": """
            kind: weir/project
            name: acme
            accounts:
              lytics: { platform: "${env.PLATFORM}" }
            """
        ])
        let lines = await folder.problems(variables: ["PLATFORM": "planted-platform"])
        #expect(lines == ["project/unknown-platform: no platform is called `‹env PLATFORM›`"])
    }
}
