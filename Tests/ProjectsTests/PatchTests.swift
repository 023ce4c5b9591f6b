import Diagnostics
import Documents
import Foundation
import Platforms
import Projects
import Testing

@Suite struct `Patches` {
    static func folder(_ patch: String) throws -> Folder {
        try Folder([
            "weir.yaml": Folder.smallest + "\ndefault_environment: live\n",
            "live.yaml": "kind: weir/environment\nid: live\nvars: { d: 5d }\npatch:\n\(patch)\n",
            "flow.yaml": """
            kind: lytics/flow
            id: welcome
            label: Welcome
            tags: [a, b]
            config: { deep: { x: 1, y: 2 } }
            steps:
              - { slug: send }
              - { slug: wait, delay: 24h }
            """,
        ])
    }

    @Test func `paths go through maps and keyed lists`() async throws {
        let load = try await Self.folder(
            """
              lytics/flow/welcome:
                state: running
                steps.wait.delay: ${var.d}
                steps.send.delay: 1h
                config.deep.x: 10
                tags: [c]
                label: null
            """
        ).load()
        #expect(load.lines == [])
        #expect(load.field("lytics/flow/welcome", "state") == "running")
        #expect(
            load.field("lytics/flow/welcome", "steps")
                == [["slug": "send", "delay": "1h"], ["slug": "wait", "delay": "5d"]])
        #expect(load.field("lytics/flow/welcome", "config") == ["deep": ["x": 10, "y": 2]])
        #expect(load.field("lytics/flow/welcome", "tags") == ["c"])
        #expect(load.field("lytics/flow/welcome", "label") == .null)
    }

    @Test func `maps and lists of a patch are merged the same way`() async throws {
        let load = try await Self.folder(
            """
              flow/welcome:
                config: { deep: { y: 3 }, more: true }
                steps: [{ slug: wait, delay: 2d }]
                weir: { protect: true }
            """
        ).load()
        #expect(load.lines == [])
        #expect(
            load.field("lytics/flow/welcome", "config")
                == ["deep": ["x": 1, "y": 3], "more": true])
        #expect(
            load.field("lytics/flow/welcome", "steps")
                == [["slug": "send"], ["slug": "wait", "delay": "2d"]])
        #expect(load.project?.resources.first?.options.isProtected == true)
    }

    @Test func `what a patch wrote stands in the patch`() async throws {
        let load = try await Self.folder("  flow/welcome: { steps.wait.delay: 48h }").load()
        let node = try #require(
            load.project?.resources.first?.node["steps"]?.list?[1].entry("delay"))
        #expect(load.sources[node.value.span.source].name == "live.yaml")
        #expect(load.text(node.value.span) == "48h")
        #expect(load.text(node.keySpan) == "steps.wait.delay")
    }

    @Test func `an unknown address offers the nearest`() async throws {
        let load = try await Self.folder("  lytics/flow/welcom: { state: running }").load()
        #expect(
            load.lines
                == ["project/unknown-reference: no document has the address `lytics/flow/welcom`"])
        #expect(
            load.first("project/unknown-reference")?.help == "did you mean `lytics/flow/welcome`?")
    }

    @Test func `an unknown step is underlined within its path`() async throws {
        let load = try await Self.folder("  flow/welcome: { steps.wiat.delay: 48h }").load()
        #expect(load.lines == ["project/patch: no element has the `slug` `wiat`"])
        #expect(load.underlined("project/patch") == "wiat")
        #expect(load.first("project/patch")?.help == "did you mean `wait`?")
    }

    @Test func `mistakes of an environment that is not chosen are found too`() async throws {
        let folder = try Self.folder("  flow/welcome: { label: Hello }")
        try folder.write(
            """
            kind: weir/environment
            id: other
            except: [lytics/flow/gone]
            vars: { e: 1 }
            patch:
              lytics/flow/welcom: { label: Hello }
              flow/welcome:
                steps.wiat.delay: 48h
                steps.wait.dealy: "${var.e}h"
                weir: { protect: true }
                anything: true
            """, "other.yaml")
        #expect(
            await folder.problems() == [
                "project/unknown-address: no document has the address `lytics/flow/gone`",
                "project/unknown-reference: no document has the address `lytics/flow/welcom`",
                "project/patch: no element has the `slug` `wiat`",
                "project/patch: no field is called `dealy`",
            ])
        let load = await folder.load()
        #expect(load.text(try #require(load.report.sorted.last?.primary?.span)) == "dealy")
    }

    @Test func `an environment with accounts of its own is left to itself`() async throws {
        let folder = try Self.folder("  flow/welcome: { label: Hello }")
        try folder.write(
            """
            kind: weir/environment
            id: other
            accounts: { second: { platform: lytics } }
            patch: { second/flow/welcome: { label: Hello } }
            """, "other.yaml")
        #expect(await folder.problems() == [])
    }

    @Test(arguments: [
        ("tags.a: 1", "`tags` is a list without keys: a patch replaces it as a whole"),
        ("label.x: 1", "`label` has no fields: a path goes through maps and keyed lists"),
        ("id: other", "a patch does not change `id`"),
    ])
    func `a path that leads nowhere is refused`(_ patch: String, _ message: String) async throws {
        let problems = try await Self.folder("  flow/welcome: { \(patch) }").problems()
        #expect(problems == ["project/patch: \(message)"])
    }
}

@Suite struct `Texts from files` {
    static func folder(_ line: String, _ files: [String: String] = [:]) throws -> Folder {
        let job = ["jobs/job.yaml": "kind: lytics/job\nid: a\n\(line)\n"]
        return try Folder(files.merging(job) { first, _ in first })
    }

    @Test func `a field is read from a file beside the document`() async throws {
        let load = try await Self.folder(
            "config: { body@: ../texts/body.txt }", ["texts/body.txt": "Hello ${name}\n"]
        ).load()
        #expect(load.lines == [])
        #expect(load.field("lytics/job/a", "config") == ["body": "Hello ${name}\n"])
        #expect(load.project?.files.keys.contains("texts/body.txt") == true)
        let span = try #require(load.project?.resources[0].node["config"]?["body"]?.span)
        #expect(load.text(span) == "Hello ${name}\n")
    }

    @Test func `a text is taken as it is, and says so where that may surprise`() async throws {
        let load = try await Self.folder("x@: x.txt", ["jobs/x.txt": "é ${var.a} ${env.B}"]).load()
        #expect(load.field("lytics/job/a", "x") == "é ${var.a} ${env.B}")
        #expect(load.lines == ["project/text-literal: a text read from a file is taken as it is"])
        #expect(load.underlined("project/text-literal") == "${var.")
    }

    @Test func `a path does not lead out of the project`() async throws {
        let problem = "project/text-file: a text file is inside the project"
        #expect(try await Self.folder("x@: ../../../etc/hostname").problems() == [problem])
        #expect(try await Self.folder("x@: /etc/hostname").problems() == [problem])
        let folder = try Self.folder("x@: link.txt")
        try folder.link("jobs/link.txt", to: "/etc/hostname")
        #expect(await folder.problems() == [problem])
    }

    @Test(arguments: [
        ".env", "jobs/.hidden", ".git/config", "s.env", "ledger", "ledger-wal", "link.txt",
    ])
    func `a file that may hold a credential is no text`(_ path: String) async throws {
        let weir = Folder.smallest + "\nledger: ledger\nsecrets: { dotenv: s.env }\n"
        let up = path.hasPrefix("jobs/") ? String(path.dropFirst(5)) : "../\(path)"
        let folder = try Self.folder(
            "x@: \(up)", ["weir.yaml": weir, "s.env": "A=1", "ledger": "x", "ledger-wal": "x"])
        for name in [".env", "jobs/.hidden", ".git/config"] { try folder.write("secret", name) }
        try folder.link("link.txt", to: "s.env")
        let load = await folder.load()
        #expect(load.lines == ["project/text-file: `\(up)` cannot be a text file"])
    }

    @Test func `a file that is too large is not read`() async throws {
        let folder = try Self.folder("x@: large.txt")
        try folder.write("", "jobs/large.txt")
        #expect(unsafe truncate("\(folder.path)/jobs/large.txt", 20 << 30) == 0)
        #expect(
            await folder.problems() == [
                "project/text-file: `jobs/large.txt` cannot be read: it has more than 4096 KiB"
            ])
        try folder.write("", "large.yaml")
        #expect(unsafe truncate("\(folder.path)/large.yaml", 20 << 30) == 0)
        #expect(
            await folder.problems().contains(
                "project/unreadable: `large.yaml` cannot be read: it has more than 65536 KiB"))
    }

    @Test func `a file must exist and a field is written once`() async throws {
        let folder = try Self.folder("x@: no.txt\ny: 1\ny@: no.txt\nz@: [1]")
        #expect(
            await folder.problems() == [
                "project/text-file: the file `no.txt` does not exist",
                "project/text-twice: a field is written out or read from a file, not both",
                "project/text-file: `z@` is the path of a file, without `${…}`",
            ])
    }
}

@Suite struct `The weir block` {
    @Test func `it is read as a whole`() async throws {
        let load = try await Folder([
            "x.yaml": """
            kind: lytics/job
            id: x
            weir:
              protect: true
              ignore: [config.count, 'steps."a b".delay']
              was: job/old
              live: 42
              external: true
              on_remove: forget
              after: [job/y]
            ---
            kind: lytics/job
            id: y
            """
        ]).load()
        #expect(load.lines == [])
        let options = try #require(load.project?.resources.first?.options)
        #expect(options.isProtected && options.isExternal)
        #expect(
            options.ignored
                == [FieldPath(["config", "count"]), FieldPath(["steps", "a b", "delay"])])
        #expect(options.was == Address("lytics/job/old"))
        #expect(options.live == "42")
        #expect(options.onRemove == .forget)
        #expect(options.after.map(\.address.text) == ["lytics/job/y"])
    }

    @Test(arguments: [
        ("protcet: true", "project/unknown-key: the `weir` block has no key `protcet`"),
        ("protect: yes", "project/type: `protect` is `true` or `false`"),
        ("on_remove: drian", "project/option: `on_remove` is one of `drain`, `delete`, `forget`"),
        ("was: job/y", "project/was: `was` names an address that no document has any more"),
        ("after: [job/z]", "project/unknown-reference: no document has the address `lytics/job/z`"),
        ("after: [segment/z]", "project/option: `after` waits for documents only"),
        ("ignore: 7", "project/type: `ignore` is a list of texts"),
    ])
    func `its mistakes are errors`(_ line: String, _ problem: String) async throws {
        let folder = try Folder([
            "x.yaml": "kind: lytics/job\nid: x\nweir: { \(line) }\n",
            "y.yaml": "kind: lytics/job\nid: y\n",
        ])
        let load = await folder.load()
        let errors = load.report.diagnostics.filter { $0.severity == .error }
        #expect(errors.map { "\($0.code): \($0.message)" } == [problem])
    }
}
