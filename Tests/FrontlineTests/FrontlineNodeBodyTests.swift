import Diagnostics
import Documents
import Frontline
import Platforms
import Testing

/// What is sent of nodes: their models in every way, ids and labels where they are honoured.
@Suite struct `A node that is sent` {
    private static let models: [Value] = [
        ["id": -29, "name": "GPT-4.1", "externalId": "gpt-4.1", "aiVendor": "OPENAI"],
        ["id": -31, "name": "Claude", "externalId": "claude-4", "aiVendor": "ANTHROPIC"],
    ]

    private func flow(model: String) throws -> Resource {
        let text = """
            kind: frontline/flow
            id: example
            agent: "11111111-1111-4111-8111-111111111111"
            name: Example
            nodes:
              trigger: { type: TRIGGER_INTENT, data: { agenticRouting: Always }, next: ask }
              ask:
                type: RESPONSE_AI
                alias: Ask
                data: { \(model), instructions: Which one?, exitNodeWhen: ALL_VARIABLES }

            """
        let (resources, report) = FrontlineDocuments.decode(text)
        #expect(!report.hasErrors)
        return try #require(resources.last)
    }

    private func account(_ api: String = "auto", _ models: [Value] = models) -> Account {
        let account = Account(
            name: "frontline", platform: "frontline", url: "https://api.frontline.ai",
            tokenName: "T", options: ["api": .text(api)])
        return FrontlineAccountOperations.having(models: models, account)
    }

    private func creation(_ model: String, _ account: Account) throws -> [Call] {
        let flow = try flow(model: model)
        let change = Change(
            address: flow.address, action: .create, wanted: flow.value, account: account)
        return FrontlineFlowKind().calls(for: change).calls
    }

    private func bodies(_ calls: [Call], _ method: Request.Method) -> [Value] {
        calls.filter { $0.request.method == method }.compactMap { call in
            guard case .value(let body) = call.request.body else { return nil }
            return body["node"]
        }
    }

    @Test(arguments: [
        "aiModelId: -29", "aiModelId: \"-29\"", "model: gpt-4.1, aiVendor: OPENAI",
    ])
    func `names its model in every way`(model: String) throws {
        let made = bodies(try creation(model, account()), .post)
        let data = made.last?["data"]
        #expect(data?["aiModelId"] == -29)
        #expect(data?["model"] == "gpt-4.1")
        #expect(data?["aiVendor"] == "OPENAI")
    }

    @Test func `names a model that nobody knows as its file does`() throws {
        let made = bodies(try creation("aiModelId: 7", account()), .post)
        #expect(made.last?["data"]?["aiModelId"] == 7)
        #expect(made.last?["data"]?["model"] == nil)
    }

    @Test(arguments: [
        ("aiModelId: -31", models), ("model: claude-4, aiVendor: ANTHROPIC", models),
        ("aiModelId: -31", []), ("model: claude-4, aiVendor: ANTHROPIC", []),
    ])
    func `keeps nothing of the model that it had`(model: String, models: [Value]) throws {
        let wanted = try flow(model: model)
        let live: Value = [
            "nodeId": "node_1", "name": "ask", "type": "RESPONSE_AI", "alias": "Ask",
            "data": [
                "type": "RESPONSE_AI", "aiModelId": -29, "model": "gpt-4.1", "aiVendor": "OPENAI",
                "knowledgeBaseMode": "CUSTOM",
            ],
        ]
        let observed = try #require(
            FrontlineFlowOperations.observed(
                ["id": 1, "name": "Example", "status": "DRAFT"], graph: ["nodes": [live]],
                of: "11111111-1111-4111-8111-111111111111", [:], account()))
        let change = Change(
            address: wanted.address, action: .update, wanted: wanted.value,
            paths: ["nodes.ask.data.aiModelId"].compactMap { FieldPath(parsing: $0) },
            observed: observed, account: account("auto", models))
        let calls = FrontlineFlowKind().calls(for: change).calls
        let data = try #require(bodies(calls, .put).last?["data"]?.object)
        for (name, value) in [
            ("aiModelId", Value.int(-31)), ("model", "claude-4"), ("aiVendor", "ANTHROPIC"),
        ] {
            #expect(data[name] == value || models.isEmpty && data[name] == nil, "\(name)")
        }
        #expect(data["knowledgeBaseMode"] != nil)
    }

    @Test(arguments: [("brief", true, true), ("auto", true, false), ("today", false, false)])
    func `has an id and a label where they are honoured, once`(
        api: String, hasID: Bool, hasLabel: Bool
    ) throws {
        let calls = try creation("aiModelId: -29", account(api))
        let made = try #require(bodies(calls, .post).last)
        #expect(made["nodeId"] == (hasID ? "ask_1" : nil))
        #expect((made["alias"] != nil) == hasLabel)
        let labels = bodies(calls, .put).filter { $0["alias"] == "Ask" }
        #expect(labels.count == (hasLabel ? 0 : 1))
    }

    @Test func `given as JSON has what files may leave out`() {
        let given: Object = ["type": "SAY_AI", "data": ["message": "Hi"]]
        let draft = FrontlineNodeDraft(given, among: [], of: "a", account("today"))
        #expect(
            draft.body["data"] == ["type": "SAY_AI", "sayWithAi": false, "message": "Hi"])
        #expect(draft.body["name"] == "say_ai_1")
        let typed: Object = ["data": ["type": "TOOLS_AI"], "alias": "Tools"]
        let tools = FrontlineNodeDraft(typed, among: [], of: "a", account("today"))
        #expect(tools.body["type"] == "TOOLS_AI")
        #expect(tools.body["data"]?["conditions"] == [])
        #expect(tools.body["alias"] == nil)
        #expect(tools.label == "Tools")
    }

    @Test func `given as JSON may call the type of records id`() {
        let given: Object = [
            "type": "TOOLS_AI", "data": ["selectedRecordTypes": [["id": 5, "read": true]]],
        ]
        let draft = FrontlineNodeDraft(given, among: [], of: "a", account("today"))
        #expect(
            draft.body["data"]?["selectedRecordTypes"] == [["recordTypeId": 5, "read": true]])
    }
}
