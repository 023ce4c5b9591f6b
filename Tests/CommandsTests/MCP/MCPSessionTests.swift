import Documents
import Synchronization
import Testing

@testable import Commands

@Suite struct `a session with an assistant` {
    private static let echo = MCPTool(
        name: "echo", title: "Echo", summary: "Says it again.",
        arguments: [
            .init(name: "words", kind: .text, summary: "What to say.", isRequired: true),
            .init(name: "loud", kind: .flag, summary: "How."),
        ],
        output: MCPSchema.object([]), isReadOnly: true
    ) { given in MCPResult(text: given["words"]?.text ?? "", data: .object(given)) }

    /// What a server answers to some lines, each a message.
    private static func answers(_ lines: [String]) async -> [Value] {
        let (input, feeding) = AsyncStream.makeStream(of: [UInt8].self)
        let (output, printing) = AsyncStream.makeStream(of: String.self)
        for line in lines { feeding.yield(Array(line.utf8)) }
        feeding.finish()
        let send = { @Sendable (message: Value) in
            _ = printing.yield(message.canonicalJSON + "\n")
        }
        await MCPServer(tools: [echo], client: MCPClient(send: send), send: send).serve(input)
        printing.finish()
        var answers: [Value] = []
        for await line in output {
            #expect(line.hasSuffix("\n") && !line.dropLast().contains("\n"))
            answers.append((try? JSON.parse(line)) ?? "no JSON")
        }
        return answers
    }

    private static func request(_ id: Value, _ method: String, _ params: Value? = nil) -> String {
        var message: Object = ["jsonrpc": "2.0", "id": id, "method": .text(method)]
        message["params"] = params
        return Value.object(message).canonicalJSON
    }

    private static func hello(_ version: String = "2025-06-18") -> String {
        request(
            0, "initialize",
            [
                "protocolVersion": .text(version), "capabilities": [:],
                "clientInfo": ["name": "test", "version": "1"],
            ])
    }
    private static let ready = #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#

    @Test(arguments: ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"])
    func `speaks the revision that the client asks for`(_ version: String) async {
        let answers = await Self.answers([Self.hello(version), Self.ready])
        #expect(answers.count == 1)
        #expect(answers[0]["id"] == 0)
        #expect(answers[0]["result"]?["protocolVersion"] == .text(version))
        #expect(answers[0]["result"]?["capabilities"]?["tools"] != nil)
        #expect(answers[0]["result"]?["serverInfo"]?["name"] == "weir")
    }

    @Test func `offers its newest revision where it does not know the client's`() async {
        let answers = await Self.answers([Self.hello("2099-01-01")])
        #expect(answers[0]["result"]?["protocolVersion"] == "2025-11-25")
    }

    @Test func `begins with initialize, once; only a ping may come before`() async {
        let answers = await Self.answers([
            Self.request(1, "tools/list"), Self.request("p", "ping"), Self.hello(),
            Self.hello(), Self.request(2, "tools/list"),
        ])
        #expect(
            answers.map { $0["error"]?["code"] ?? .null } == [-32600, .null, .null, -32600, .null])
        #expect(answers[1] == ["jsonrpc": "2.0", "id": "p", "result": [:]])
        #expect(answers[4]["result"]?["tools"]?.list?.count == 1)
    }

    @Test(
        arguments: [
            ("{", -32700, .null), ("[]", -32600, .null), ("7", -32600, .null),
            (#"[{"jsonrpc":"2.0","id":1,"method":"ping"}]"#, -32600, .null),
            (#"{"id":4,"method":"ping"}"#, -32600, 4),
            (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600, .null),
            (#"{"jsonrpc":"2.0","id":4}"#, -32600, 4),
            (#"{"jsonrpc":"2.0","id":4,"method":"resources/list"}"#, -32601, 4),
            (#"{"jsonrpc":"2.0","id":4,"method":"tools/list","params":[]}"#, -32602, 4),
            (#"{"jsonrpc":"2.0","id":4,"method":"tools/list","params":{"cursor":"x"}}"#, -32602, 4),
            (#"{"jsonrpc":"2.0","id":4,"method":"tools/call"}"#, -32602, 4),
            (#"{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"no"}}"#, -32602, 4),
            (
                #"{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"echo","arguments":1}}"#,
                -32602, 4
            ),
        ] as [(String, Value, Value)])
    func `refuses what is no request`(_ line: String, _ code: Value, _ id: Value) async {
        let answers = await Self.answers([Self.hello(), line])
        #expect(answers.count == 2)
        #expect(answers.last?["error"]?["code"] == code)
        #expect(answers.last?["id"] == id)
        #expect(answers.last?["error"]?["message"]?.text?.isEmpty == false)
    }

    @Test func `reads no message that is too long`() async {
        let long = String(repeating: " ", count: MCPServer.longestLine) + "{}"
        let answers = await Self.answers([Self.hello(), long])
        #expect(answers.last?["error"]?["code"] == -32600)
        #expect(
            answers.last?["error"]?["message"]?.text?.hasPrefix("a message has at most") == true)
    }

    @Test(arguments: [
        (#"{"action":"accept","content":{"send":true}}"#, true),
        (#"{"action":"accept","content":{"send":false}}"#, false),
        (#"{"action":"accept"}"#, false), (#"{"action":"decline"}"#, false), ("null", false),
    ])
    func `takes nothing but a yes of the person`(_ answer: String, _ isYes: Bool) async throws {
        let result = try JSON.parse(answer)
        let client = MCPClientBox()
        let asked = MCPClient { message in
            let id = message["id"] ?? .null
            client.client.withLock { $0?.take(id, result) }
        }
        client.client.withLock { $0 = asked }
        #expect(await asked.confirms("send it?") == isYes)
        asked.close()
        #expect(await asked.confirms("again?") == false)
    }

    @Test(arguments: [
        ("{}", false), (#"{"elicitation":{}}"#, true), (#"{"elicitation":{"form":{}}}"#, true),
        (#"{"elicitation":{"url":{}}}"#, false),
    ])
    func `asks people where the client can`(_ capabilities: String, _ asks: Bool) throws {
        var session = MCPSession(tools: [])
        let params: Value = [
            "protocolVersion": "2025-11-25", "capabilities": try JSON.parse(capabilities),
        ]
        _ = session.take(.request(id: 0, method: "initialize", params: params))
        #expect(session.asksPeople == asks)
    }

    @Test func `never answers notifications, answers and empty lines`() async {
        let answers = await Self.answers([
            Self.hello(), Self.ready, "", "  \r", #"{"jsonrpc":"2.0","id":9,"result":{}}"#,
            #"{"jsonrpc":"2.0","method":"notifications/unheard-of"}"#,
            #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":77}}"#,
        ])
        #expect(answers.count == 1)
    }

    @Test func `calls tools in the order in which they were asked for`() async {
        let calls = (1...20).map { number in
            Self.request(
                .int(number), "tools/call",
                ["name": "echo", "arguments": ["words": .text("\(number)")]])
        }
        let answers = await Self.answers([Self.hello()] + calls)
        #expect(answers.dropFirst().map { $0["id"]?.int } == (1...20).map { $0 })
        let result = answers.last?["result"]
        #expect(result?["content"] == [["type": "text", "text": "20"]])
        #expect(result?["structuredContent"] == ["words": "20"])
        #expect(result?["isError"] == false)
    }

    @Test(
        arguments: [
            ([:], "`words` is missing"), (["words": 1], "`words` must be of type string"),
            (["words": "a", "lou": true], "`echo` takes no `lou`; did you mean `loud`?"),
        ] as [(Value, String)])
    func `tells an assistant what is wrong with its arguments`(
        _ arguments: Value, _ text: String
    ) async {
        let call = Self.request(1, "tools/call", ["name": "echo", "arguments": arguments])
        let result = await Self.answers([Self.hello(), call]).last?["result"]
        #expect(result?["isError"] == true)
        #expect(result?["content"]?.list?.first?["text"] == .text(text))
    }

    @Test func `takes several messages in a list where the revision has that`() async {
        let call = Self.request(1, "tools/call", ["name": "echo", "arguments": ["words": "a"]])
        let batch = "[\(Self.request(0, "ping")),\(call),\(Self.ready)]"
        let answers = await Self.answers([Self.hello("2025-03-26"), batch])
        #expect(answers.last?.list?.map { $0["id"] ?? .null } == [0, 1])
    }

    @Test func `does not call what was cancelled before its turn`() async {
        let cancel =
            #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#
        let call = Self.request(1, "tools/call", ["name": "echo", "arguments": ["words": "a"]])
        let answers = await Self.answers([Self.hello(), cancel, call, Self.request(2, "ping")])
        #expect(answers.map { $0["id"] ?? .null } == [0, 2])
    }

    @Test func `describes a tool as the protocol has it`() {
        let tool = Self.echo.description
        #expect(tool["annotations"]?["readOnlyHint"] == true)
        #expect(tool["inputSchema"]?["required"] == ["words"])
        #expect(tool["inputSchema"]?["properties"]?["loud"]?["type"] == "boolean")
        #expect(tool["outputSchema"]?["type"] == "object")
    }
}

/// A client that an answer can be given to from where it asks.
private final class MCPClientBox: Sendable {
    let client = Mutex<MCPClient?>(nil)
}
