import Diagnostics
import Documents
import FoundationEssentials
import Platforms
import Projects
import Testing

@Suite struct `Finding files` {
    @Test func `documents come from every folder, sorted by address`() async throws {
        let folder = try Folder([
            "b/two.yaml": "kind: lytics/job\nid: two\nname: Two\n---\nkind: lytics/flow\nid: f\n",
            "a/b/one.yml": "kind: lytics/job\nid: one\nname: One\n",
            "three.json": #"{"kind": "lytics/job", "id": "three"}"#,
        ])
        let load = await folder.load()
        #expect(load.lines == [])
        let project = try #require(load.project)
        #expect(
            project.resources.map(\.address.text)
                == ["lytics/flow/f", "lytics/job/one", "lytics/job/three", "lytics/job/two"])
        #expect(project.folders == ["", "a", "a/b", "b"])
        #expect(
            project.files.keys.sorted() == ["a/b/one.yml", "b/two.yaml", "three.json", "weir.yaml"])
        #expect(project.files["weir.yaml"]?.count == 64)
    }

    @Test func `hidden folders and files without a kind are left alone`() async throws {
        let folder = try Folder([
            ".weir/x.yaml": "kind: nonsense\n", ".git/y.yaml": "kind: nonsense\n",
            "docker-compose.yaml": "services: { web: { on: no } }\n",
            "tsconfig.json": "{ // a comment\n}", "package.json": #"{"name": "x"}"#,
        ])
        let load = await folder.load()
        #expect(load.lines == [])
        #expect(load.project?.files.count == 1)
    }

    @Test func `a file that cannot be read as YAML is an error, whoever it belongs to`()
        async throws
    {
        let folder = try Folder(["broken.yaml": "a: [\n"])
        let load = await folder.load()
        #expect(load.project == nil)
        #expect(load.report.diagnostics.first?.code.hasPrefix("yaml/") == true)
    }

    @Test func `a folder that links lead back to is walked once`() async throws {
        let folder = try Folder(["a/one.yaml": "kind: lytics/job\nid: one\n"])
        let files = FileManager.default
        try files.createSymbolicLink(
            atPath: "\(folder.path)/a/loop", withDestinationPath: folder.path)
        try files.createSymbolicLink(
            atPath: "\(folder.path)/again", withDestinationPath: "\(folder.path)/a")
        let load = await folder.load()
        #expect(load.lines == [])
        #expect(load.project?.resources.map(\.file) == ["a/one.yaml"])
    }

    @Test func `a document that looks like ours but has no kind gets a warning`() async throws {
        let folder = try Folder(["x.yaml": "id: x\nlabel: X\nsteps: []\n"])
        let load = await folder.load()
        #expect(load.project != nil)
        #expect(load.first("project/no-kind")?.help == "write `kind: lytics/flow` if it should be")
    }

    @Test func `a folder that does not exist is an error`() async {
        let load = await Project.load(
            ProjectRequest(directory: "/nowhere/at/all", variables: [:], catalog: .toys))
        #expect(load.lines == ["project/no-folder: the folder `/nowhere/at/all` does not exist"])
    }

    @Test func `ten thousand documents load, with references between them`() async throws {
        let folder = try Folder()
        for file in 0..<100 {
            let documents = (0..<100).map { number in
                """
                kind: lytics/job
                id: job_\(file)_\(number)
                name: A job
                config: { after: "${job/job_\((file + 1) % 100)_\(number)}", n: \(number) }
                """
            }
            try folder.write(documents.joined(separator: "\n---\n"), "jobs/\(file).yaml")
        }
        let load = await folder.load()
        #expect(load.report.diagnostics.allSatisfy { $0.code == "project/cycle" })
        #expect(load.report.diagnostics.count == 100)
    }
}

@Suite struct `Heads of documents` {
    @Test func `an unknown kind offers the nearest`() async throws {
        let load = try await Folder(["x.yaml": "kind: lytics/flwo\nid: x\n"]).load()
        #expect(load.lines == ["project/unknown-kind: no kind is called `lytics/flwo`"])
        #expect(load.first("project/unknown-kind")?.help == "did you mean `lytics/flow`?")
        #expect(load.first("project/unknown-kind")?.fix?.replacement == "lytics/flow")
    }

    @Test func `a platform's alias works in a kind and in an account`() async throws {
        let folder = try Folder([
            "weir.yaml": """
            kind: weir/project
            name: acme
            accounts: { tenex: { platform: 10ex, url: "http://localhost:1" } }
            """, "x.yaml": "kind: 10ex/agent\nid: x\n",
        ])
        #expect(await folder.load().project?.resources.map(\.address.text) == ["tenex/agent/x"])
    }

    @Test func `a document has an id of plain letters`() async throws {
        let folder = try Folder([
            "a.yaml": "kind: lytics/job\nname: A\n", "b.yaml": "kind: lytics/job\nid: a b\n",
            "c.yaml": "kind: lytics/job\nid: 7\n", "d.yaml": "kind: lytics/job\nid: \"${var.x}\"\n",
        ])
        #expect(
            await folder.problems() == [
                "project/no-id: a document has an `id`, the author's own stable name",
                "project/id: an `id` has letters, digits, `_` and `-` only",
                "project/expression-place: `kind` and `id` are written out, without `${…}`",
            ])
    }

    @Test func `an address is used once`() async throws {
        let load = try await Folder([
            "a.yaml": "kind: lytics/job\nid: one\n", "b.yaml": "kind: lytics/job\nid: one\n",
        ]).load()
        #expect(
            load.lines == ["project/duplicate: two documents have the address `lytics/job/one`"])
        let first = try #require(load.first("project/duplicate")?.secondary.first)
        #expect(load.sources[first.span.source].name == "a.yaml")
    }

    @Test func `a document without an account is said once for all`() async throws {
        let folder = try Folder([
            "weir.yaml": "kind: weir/project\nname: acme\n",
            "a.yaml": "kind: lytics/job\nid: one\n---\nkind: lytics/job\nid: two\n",
        ])
        let load = await folder.load()
        #expect(
            load.lines == ["project/no-account: no account is on the platform of this document"])
        #expect(load.first("project/no-account")?.notes == ["2 documents are on lytics"])
    }

    @Test func `with several accounts a document names its own`() async throws {
        let weir = """
            kind: weir/project
            name: acme
            accounts: { one: { platform: lytics }, two: { platform: lytics } }
            """
        let folder = try Folder([
            "weir.yaml": weir,
            "a.yaml": "kind: lytics/job\nid: a\nweir: { account: two }\n",
        ])
        #expect(await folder.load().project?.resources.map(\.address.text) == ["two/job/a"])
        try folder.write("kind: lytics/job\nid: b\n", "b.yaml")
        try folder.write("kind: lytics/job\nid: c\nweir: { account: tow }\n", "c.yaml")
        #expect(
            await folder.problems() == [
                "project/which-account: a document on a platform with several accounts names one "
                    + "of them", "project/unknown-account: no account is called `tow`",
            ])
    }
}
