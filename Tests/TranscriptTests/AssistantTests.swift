import Commands
import Documents
import Emulation
import Foundation
import Platforms
import Testing

/// The real program serves a client that speaks the Model Context Protocol with it.
@Suite struct `weir mcp` {
    /// Plays in a folder with a copy of `flows/`, beside an emulator.
    static func play(
        _ arguments: [String] = [],
        _ story: @escaping @Sendable (Assistant, Shell) async throws -> Void
    ) async throws {
        let emulator = try await Emulator(apis: Catalog.emulated())
        try await withEmulator(emulator) { url in
            let work = try TranscriptFolder.make()
            defer { try? FileManager.default.removeItem(at: work) }
            let shell = Shell(folder: work, variables: TranscriptFolder.variables(url))
            let assistant = try Assistant(shell, ["mcp", "-C", "flows"] + arguments)
            try await story(assistant, shell)
            #expect(try await assistant.end() == 0)
        }
    }

    @Test func `begins with a handshake, lists its tools, and ends with its input`() async throws {
        try await Self.play { assistant, _ in
            let early = try await assistant.ask("tools/list")
            #expect(early["error"]?["code"] == -32600)
            try await assistant.begin()
            let tools = try await assistant.ask("tools/list")["result"]?["tools"]?.list ?? []
            #expect(
                tools.compactMap { $0["name"]?.text } == [
                    "validate", "plan", "show", "list_workflow_templates",
                    "create_workflow_from_template", "trigger_workflow",
                ])
            let readers = tools.filter { $0["annotations"]?["readOnlyHint"] == true }
            #expect(readers.count == 4)
            #expect(try await assistant.ask("ping")["result"] == [:])
            #expect(try await assistant.ask("prompts/list")["error"]?["code"] == -32601)
        }
    }

    @Test func `checks, plans and shows a project`() async throws {
        try await Self.play { assistant, shell in
            try await assistant.begin()
            let checked = try await assistant.call("validate")
            #expect(checked["isError"] == false)
            #expect(checked["structuredContent"]?["valid"] == true)
            #expect(Assistant.text(checked).hasPrefix("valid: "))
            let planned = try await assistant.call("plan", ["only": ["lytics/auth/braze"]])
            #expect(planned["structuredContent"]?["pending"] == true)
            #expect(Assistant.text(planned).contains("+ create lytics/auth/braze "))
            let file = try await shell.run(
                "weir -C flows plan --out flows/next.plan && weir -C flows apply --yes")
            #expect(file.status == 0, "\(file.output.joined(separator: "\n"))")
            let shown = try await assistant.call("show", ["plan": "next.plan"])
            #expect(shown["structuredContent"]?["plan"]?["rows"]?.list?.isEmpty == false)
            let recorded = try await assistant.call("show", ["address": "lytics/auth/braze"])
            let resources = recorded["structuredContent"]?["resources"]?.list ?? []
            #expect(resources.map { $0["address"] ?? .null } == ["lytics/auth/braze"])
            #expect(try await assistant.call("plan")["structuredContent"]?["pending"] == false)
        }
    }

    @Test func `tells of mistakes where they are`() async throws {
        try await Self.play { assistant, shell in
            try await assistant.begin()
            _ = try await shell.run("echo 'nodes: [' >> flows/lytics/flows/win-back.yaml")
            let checked = try await assistant.call("validate")
            #expect(checked["structuredContent"]?["valid"] == false)
            let problems = checked["structuredContent"]?["problems"]?.list ?? []
            let files = problems.compactMap { $0["labels"]?.list?.first?["file"]?.text }
            #expect(files.contains("lytics/flows/win-back.yaml"))
            let planned = try await assistant.call("plan")
            #expect(planned["isError"] == true)
            let absent = try await assistant.call("show", ["plan": "../../etc/passwd"])
            #expect(absent["isError"] == true)
        }
    }

    private static let lead = "7c9e6679-7425-40de-944b-e07fc1f90ae7"

    @Test func `sends nothing to 10ex unless writes are allowed`() async throws {
        try await Self.play { assistant, shell in
            try await assistant.begin()
            let listed = try await assistant.call("list_workflow_templates")
            let templates = listed["structuredContent"]?["templates"]?.list ?? []
            #expect(templates.map { $0["slug"] ?? .null }.contains("lead-scoring"))
            let refused = try await assistant.call(
                "create_workflow_from_template", ["template_slug": "lead-scoring"])
            #expect(refused["isError"] == true)
            #expect(Assistant.text(refused).contains("--allow-writes"))
            let workflows = try await shell.run("weir -C flows tenex workflows list --format json")
            #expect(workflows.output == ["[]"])
        }
    }

    @Test func `sends to 10ex what was confirmed, once, and nothing else`() async throws {
        try await Self.play(["--allow-writes"]) { assistant, shell in
            try await assistant.begin()
            var asked: Object = [
                "template_slug": "lead-scoring", "inputs": ["threshold": 70], "name": "Score",
            ]
            let shown = try await assistant.call("create_workflow_from_template", .object(asked))
            #expect(shown["isError"] == false)
            #expect(shown["structuredContent"]?["sent"] == false)
            #expect(Assistant.text(shown).contains("POST "))
            let code = try assistant.code()
            #expect(!shown.canonicalJSON.contains(code.text ?? ""))
            asked["confirm"] = code
            var other = asked
            other["inputs"] = ["threshold": 10]
            let stolen = try await assistant.call("create_workflow_from_template", .object(other))
            #expect(stolen["isError"] == true)
            let again = try await assistant.call("create_workflow_from_template", .object(asked))
            #expect(again["isError"] == true)
            let made = try await Self.confirmed("create_workflow_from_template", asked, assistant)
            #expect(made["structuredContent"]?["object"]?["name"] == "Score")
            _ = try await shell.run("weir -C flows tenex workflows activate Score --yes")
            let wrong = try await assistant.call(
                "trigger_workflow", ["workflow_id": "Score", "payload": ["lead": "x"]])
            #expect(wrong["isError"] == true)
            #expect(Assistant.text(wrong).contains("`lead` is no input of workflow `Score`"))
            let run = try await Self.confirmed(
                "trigger_workflow",
                ["workflow_id": "Score", "payload": ["lead_id": .text(Self.lead)]], assistant)
            let id = run["structuredContent"]?["id"]?.text ?? ""
            let runs = try await shell.run("weir -C flows tenex runs list")
            #expect(runs.output.count == 1 && runs.output[0].hasPrefix(id))
            #expect(!made.canonicalJSON.contains("transcr1_secret"))
        }
    }

    @Test func `asks the person through the client where that can ask`() async throws {
        try await Self.play(["--allow-writes"]) { assistant, shell in
            let asked: Value = [
                "template_slug": "lead-scoring", "inputs": ["threshold": 70], "name": "Score",
            ]
            assistant.person = false
            try await assistant.begin()
            let refused = try await assistant.call("create_workflow_from_template", asked)
            #expect(refused["structuredContent"]?["sent"] == false)
            assistant.person = true
            let made = try await assistant.call("create_workflow_from_template", asked)
            #expect(made["structuredContent"]?["sent"] == true)
            let list = try await shell.run("weir -C flows tenex workflows list")
            #expect(list.output.count == 1)
        }
    }

    @Test(arguments: [
        "s/^name: .*/&\\nledger: other.sqlite/", "s/dotenv: .*/&\\n  command: [touch, ran]/",
        "s|url: .*LYTICS_API_URL.*|url: http://127.0.0.1:1|", "s/LYTICS_API_TOKEN/OTHER/",
        "s/^default_environment: .*/default_environment: production/",
    ])
    func `goes by the accounts, secrets and ledger that it started with`(
        _ change: String
    ) async throws {
        try await Self.play { assistant, shell in
            try await assistant.begin()
            #expect(try await assistant.call("plan")["isError"] == false)
            let edit = "cp flows/weir.yaml old && sed -i '\(change)' flows/weir.yaml"
            #expect(try await shell.run("\(edit) && cmp -s old flows/weir.yaml").status == 1)
            let planned = try await assistant.call("plan")
            #expect(planned["isError"] == true)
            #expect(Assistant.text(planned).contains("trust/"), "\(planned)")
            #expect(try await shell.run("test -e flows/ran").status != 0)
        }
    }

    @Test func `opens no file outside its folder`() async throws {
        try await Self.play { assistant, shell in
            try await assistant.begin()
            _ = try await shell.run(
                "weir -C flows plan --out ../out.plan; weir -C flows plan --out out.plan; "
                    + "ln -s ../out.plan flows/link.plan; ls")
            for path in ["/etc/passwd", "../out.plan", "link.plan", "../none"] {
                let shown = try await assistant.call("show", ["plan": .text(path)])
                #expect(Assistant.text(shown).contains("trust/outside"), "\(path) \(shown)")
            }
        }
    }

    /// Calls a tool twice, the second time with the confirmation of the first.
    private static func confirmed(
        _ tool: String, _ arguments: Object, _ assistant: Assistant
    ) async throws -> Value {
        var arguments = arguments
        arguments["confirm"] = nil
        let shown = try await assistant.call(tool, .object(arguments))
        #expect(shown["structuredContent"]?["sent"] == false)
        arguments["confirm"] = try assistant.code()
        let sent = try await assistant.call(tool, .object(arguments))
        #expect(sent["structuredContent"]?["sent"] == true, "\(sent)")
        return sent
    }

    @Test func `never shows a secret`() async throws {
        try await Self.play { assistant, _ in
            try await assistant.begin()
            for tool in ["validate", "plan", "show", "list_workflow_templates"] {
                let text = try await assistant.call(tool).canonicalJSON
                #expect(!text.contains("transcr1_secret"))
            }
        }
    }
}

/// A client of the protocol, as an assistant's host has one.
final class Assistant {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let chunks: AsyncStream<[UInt8]>
    /// The file of what it writes to stderr.
    private let errors: URL
    /// What the person answers who is asked before a write; nil where the client asks nobody.
    var person: Bool?
    private var open: [UInt8] = []
    private let endings: AsyncStream<Int32>
    private var number: Int64 = 0

    /// Starts the real program.
    init(_ shell: Shell, _ arguments: [String]) throws {
        let (stream, continuation) = AsyncStream.makeStream(of: [UInt8].self)
        chunks = stream
        let (endings, ending) = AsyncStream.makeStream(of: Int32.self)
        self.endings = endings
        process.executableURL = Shell.products.appendingPathComponent("weir")
        process.arguments = arguments
        process.currentDirectoryURL = shell.folder
        process.environment = shell.variables.merging(["HOME": shell.folder.path]) { $1 }
        process.standardInput = input
        process.standardOutput = output
        let errors = shell.folder.appendingPathComponent(".assistant-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        self.errors = errors
        process.standardError = try FileHandle(forWritingTo: errors)
        process.terminationHandler = { ending.yield($0.terminationStatus) }
        output.fileHandleForReading.readabilityHandler = { handle in
            let bytes = Array(handle.availableData)
            if bytes.isEmpty {
                handle.readabilityHandler = nil
                continuation.finish()
            } else {
                continuation.yield(bytes)
            }
        }
        try process.run()
    }

    /// Writes one message.
    func tell(_ message: Value) throws {
        try input.fileHandleForWriting.write(contentsOf: Data(message.canonicalBytes + [0x0A]))
    }

    /// Sends a request, and waits for its answer: the next line.
    func ask(_ method: String, _ params: Value = .object([:])) async throws -> Value {
        number += 1
        try tell([
            "jsonrpc": "2.0", "id": .int(number), "method": .text(method), "params": params,
        ])
        var answer = try JSON.parse(await line())
        if answer["method"] == "elicitation/create", let person {
            #expect(answer["params"]?["message"]?.text?.contains("POST ") == true)
            try tell([
                "jsonrpc": "2.0", "id": answer["id"] ?? .null,
                "result": ["action": "accept", "content": ["send": .bool(person)]],
            ])
            answer = try JSON.parse(await line())
        }
        #expect(answer["id"] == .int(number))
        return answer
    }

    /// The next line of its output; empty at its end.
    private func line() async -> [UInt8] {
        while true {
            if let end = open.firstIndex(of: 0x0A) {
                defer { open.removeSubrange(...end) }
                return Array(open[..<end])
            }
            guard let bytes = await chunks.first(where: { _ in true }) else { return [] }
            open += bytes
        }
    }

    /// The handshake.
    func begin(_ version: String = "2025-06-18") async throws {
        let answer = try await ask(
            "initialize",
            [
                "protocolVersion": .text(version),
                "capabilities": person == nil ? [:] : ["elicitation": [:]],
                "clientInfo": ["name": "weir-tests", "version": "1"],
            ])
        #expect(answer["result"]?["protocolVersion"] == .text(version))
        try tell(["jsonrpc": "2.0", "method": "notifications/initialized"])
    }

    /// Calls a tool, and gives its result.
    func call(_ tool: String, _ arguments: Value = .object([:])) async throws -> Value {
        let answer = try await ask(
            "tools/call", ["name": .text(tool), "arguments": arguments])
        return try #require(answer["result"])
    }

    /// What a result says.
    static func text(_ result: Value) -> String {
        result["content"]?.list?.last?["text"]?.text ?? ""
    }

    /// The last code that the person sees.
    func code() throws -> Value {
        let words = try String(contentsOf: errors, encoding: .utf8).split(separator: " ")
        let place = try #require(words.lastIndex(of: "code"))
        return .text(String(words[place + 1].dropLast()))
    }

    /// Ends the input, and waits for the program to end; anything more it says is an error.
    func end() async throws -> Int32 {
        try input.fileHandleForWriting.close()
        let status = await endings.first { _ in true } ?? -1
        #expect(await line() == [])
        return status
    }
}
