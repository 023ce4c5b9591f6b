import Diagnostics
import Platforms
import Projects
import Testing

/// Which files belong to a project, and what is said of those that do not.
@Suite struct FilesTests {
    private static let job = "kind: lytics/job\nid: a\nlabel: A\n"

    @Test(arguments: [
        ("- kind: lytics/job\n  id: b\n", "a document is a map with `kind` and `id`, not a list"),
        ("kind lytics/job\n", "a document is a map with `kind` and `id`, not a text"),
        (
            "jobs:\n  - kind: lytics/job\n    id: b\n",
            "the `kind` of a document must stand at its top"
        ),
        ("Kind: lytics/job\nid: b\n", "a document has an `id` and no `kind`"),
        ("id: b\nlabel: B\n", "a document has an `id` and no `kind`"),
    ])
    func `a document that is lost beside documents of ours is an error`(
        _ document: String, _ message: String
    ) async throws {
        let folder = try Folder(["jobs.yaml": Self.job + "---\n" + document])
        #expect(
            await folder.problems().map { $0.drop { $0 != ":" }.dropFirst(2) } == [message[...]])
        let alone = try Folder(["jobs.yaml": document])
        #expect(await alone.load().project != nil)
    }

    @Test(arguments: [
        "- { kind: lytics/job, id: b }\n", "jobs: [{ kind: lytics/job, id: b }]\n",
        "job: { kind: lytics/job, id: b }\n",
    ])
    func `a file of documents in a list or map is warned of`(_ text: String) async throws {
        let folder = try Folder(["jobs.yaml": text])
        #expect(await folder.load().report.diagnostics.map(\.code) == ["project/stray-document"])
    }

    @Test(arguments: ["0026", "+7", "0x1F", "1e3", "1.5", "true"])
    func `an id that would be read as another text asks for quotes`(_ id: String) async throws {
        let folder = try Folder(["job.yaml": "kind: lytics/job\nid: \(id)\nlabel: A\n"])
        #expect(await folder.load().first("project/id")?.help == "put quotes around it")
        let quoted = try Folder(["job.yaml": "kind: lytics/job\nid: \"0026\"\nlabel: A\n"])
        #expect(await quoted.load().project?.resources.map(\.address.id) == ["0026"])
    }

    @Test func `no kind is guessed that does not have everything that is written`() async throws {
        let folder = try Folder(["x.yaml": "id: x\nlabel: X\nsteps: []\nother: 1\n"])
        #expect(await folder.load().first("project/no-kind") == nil)
    }

    @Test(arguments: [
        ("config: { password: hunter2-hunter2 }", 1),
        ("config: { a: { x-api-key: abcdefgh12 } }", 1),
        ("config: { url: \"https://u:pass-word@h.example/\" }", 1),
        ("config: { headers: [{ key: Authorization, value: Bearer abcdefgh12 }] }", 1),
        ("config: { password: \"${secret.P}\" }", 0),
        ("config: { token: \"{{ lead.token }}\" }", 0),
        ("config: { secret: a sentence about a secret }", 0),
        ("config: { token_url: abcdefgh12 }", 0),
    ])
    func `a credential that is written out is warned of, and not shown`(
        _ config: String, _ count: Int
    ) async throws {
        let folder = try Folder(["job.yaml": Self.job + config + "\n"])
        let found = await folder.load().report.diagnostics.filter {
            $0.code == "project/literal-secret"
        }
        #expect(found.count == count)
        #expect(found.allSatisfy { $0.severity == .warning && !$0.message.contains("abcdefgh12") })
    }

    @Test func `an empty document and anchors beside ours are fine`() async throws {
        let folder = try Folder(["jobs.yaml": "x-usual: { a: 1 }\n---\n---\n" + Self.job])
        let load = await folder.load()
        #expect(load.lines == [])
        #expect(load.project?.resources.count == 1)
    }

    @Test func `endings of files are read in any case`() async throws {
        let folder = try Folder([
            "a.YAML": Self.job, "b.Yml": "kind: lytics/job\nid: b\nlabel: B\n",
            "c.JSON": #"{"kind": "lytics/job", "id": "c", "label": "C"}"#,
        ])
        let load = await folder.load()
        #expect(load.project?.resources.map(\.address.id) == ["a", "b", "c"])
    }

    @Test func `files of other tools are left out and listed`() async throws {
        let folder = try Folder([
            "a.yaml": Self.job,
            "deploy.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: x }\n",
            "chart/templates/all.yaml":
                "{{- if .Values.on }}\nkind: {{ .Values.kind }}\n{{- end }}\n",
            "tsconfig.json": "{ // which kind\n  \"a\": 1 }",
            "node_modules/x/y.yaml": "kind: Thing\nfoo: [\n",
            "notes.yaml": "hello: world\n",
        ])
        let load = await folder.load()
        #expect(load.lines == [])
        #expect(
            load.files.map { "\($0.path): \($0.skipped ?? "\($0.documents)")" } == [
                "a.yaml: 1",
                "chart/templates/all.yaml: a template or a file of another tool",
                "deploy.yaml: a document of another tool, `kind: Deployment`",
                "node_modules: always left out",
                "notes.yaml: no document of the project in it",
                "tsconfig.json: a template or a file of another tool",
                "weir.yaml: 1",
            ])
        #expect(load.files.filter(\.isOfOtherTool).count == 3)
    }

    @Test func `a template with a kind of ours in it is a mistake`() async throws {
        let folder = try Folder(["a.yaml": "kind: lytics/job\nid: a\nlabel: {{ name }}\n{% x %}\n"])
        #expect(await !folder.problems().isEmpty)
    }

    @Test(arguments: [
        ("drafts", ["drafts", "old/drafts"]), ("drafts/", ["drafts", "old/drafts"]),
        ("/drafts", ["drafts"]), ("*.tmp.yaml", ["x.tmp.yaml"]), ("old/*.yaml", ["old/y.yaml"]),
        ("**/drafts", ["drafts", "old/drafts"]), ("old/**", ["old/drafts", "old/y.yaml"]),
        ("old/**/y.yaml", ["old/y.yaml"]),
    ])
    func `patterns leave out files and folders`(
        _ pattern: String, _ ignored: [String]
    ) async throws {
        let folder = try Folder([
            "weir.yaml": Folder.smallest + "\nignore: ['\(pattern)']\n",
            "drafts/a.yaml": Self.job, "old/drafts/b.yaml": "kind: lytics/nothing\n",
            "x.tmp.yaml": "[", "old/y.yaml": "kind: [",
        ])
        let skipped = await folder.load().files.filter { $0.skipped?.contains("ignore") == true }
        #expect(skipped.map(\.path) == ignored)
    }

    @Test func `patterns are a list of texts`() async throws {
        let folder = try Folder(["weir.yaml": Folder.smallest + "\nignore: drafts\n"])
        #expect(
            await folder.load().report.diagnostics.map(\.message)
                == ["`ignore` is a list of patterns such as `drafts/**`"])
    }

    @Test func `no link leads out of the project`() async throws {
        let other = try Folder(["b.yaml": Self.job])
        let folder = try Folder(["a.yaml": Self.job])
        try folder.link("c.yaml", to: "a.yaml")
        try folder.link("b.yaml", to: "\(other.path)/b.yaml")
        try folder.link("more", to: other.path)
        let lines = await folder.problems().filter { $0.hasPrefix("project/folder") }
        #expect(
            lines == [
                "project/folder: the link `b.yaml` leads out of the project",
                "project/folder: the link `more` leads out of the project",
            ])
        try folder.write(Folder.smallest + "\nignore: [b.yaml, more, c.yaml]\n", "weir.yaml")
        #expect(await folder.problems() == [])
    }

    @Test(arguments: ["secrets.env", ".env", ".git/config.yaml"])
    func `no link lets a file of secrets pass for a document`(_ target: String) async throws {
        let folder = try Folder([target: "kind: lytics/job\nTOKEN: [secret\n"])
        try folder.link("a.yaml", to: target)
        let load = await folder.load()
        #expect(load.lines == ["project/folder: the link `a.yaml` leads to what is no document"])
    }

    @Test func `what may be in a file that cannot be read is not called missing`() async throws {
        let folder = try Folder([
            "weir.yaml": Folder.smallest + "\ndefault_environment: test\n",
            "test.yaml":
                "kind: weir/environment\nid: test\npatch: { lytics/job/b: { label: C } }\n",
            "a.yaml": "kind: lytics/flow\nid: f\nlabel: \"${job/b}\"\nweir: { after: [job/b] }\n",
            "b.yaml": "kind: lytics/job\nid: b\nlabel: [\n",
        ])
        let lines = await folder.problems()
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("yaml/") == true)
    }

    @Test func `a slip in the settings is the one mistake`() async throws {
        let folder = try Folder(["weir.yaml": "kind: weir/project\nname: [\n", "a.yaml": Self.job])
        let lines = await folder.problems()
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("yaml/") == true)
    }

    @Test func `ids that differ in case only are warned of`() async throws {
        let folder = try Folder([
            "a.yaml": Self.job + "---\n" + Self.job.replacing("id: a", with: "id: A")
        ])
        let load = await folder.load()
        #expect(load.project?.resources.count == 2)
        #expect(load.report.diagnostics.map(\.code) == ["project/same-but-case"])
    }

    @Test func `a kind without its platform is offered with it`() async throws {
        let folder = try Folder(["a.yaml": "kind: flow\nid: a\nlabel: A\n"])
        #expect(
            await folder.load().first("project/unknown-kind")?.help
                == "did you mean `lytics/flow`?")
    }
}
