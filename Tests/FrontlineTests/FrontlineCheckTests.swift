import CheckFixtures
import Diagnostics
import Documents
import Testing

@testable import Frontline
@testable import Platforms

@Suite struct `Checks of Frontline` {
    static let explanations = FrontlinePlatform.explanations

    @Test(arguments: explanations.filter { $0.example != nil })
    func `every example breaks its own rule and no other`(explanation: Explanation) throws {
        let example = try #require(explanation.example)
        #expect(FrontlineDocuments.codes(example) == [explanation.code])
    }

    @Test func `codes are unique and texts say more than the code`() {
        let codes = Self.explanations.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(Self.explanations.allSatisfy { $0.text.count > 30 && $0.text.hasSuffix(".") })
    }

    @Test func `the nodes of the customer's document are right`() throws {
        let text = """
            kind: frontline/flow
            id: order_routing
            agent: support
            name: Order Routing
            isDefault: true
            nodes:
              - { "nodeId": "start_1", "type": "START", "position": { "positionX": 0, "positionY": 0 } }
              - {
                  "nodeId": "node_create_activity_1",
                  "type": "CREATE_RECORD_ACTIVITY",
                  "position": { "positionX": 640, "positionY": 0 },
                  "data": {
                    "type": "CREATE_RECORD_ACTIVITY",
                    "recordTypeId": 5,
                    "rowId": "{contact_row_id}",
                    "activityType": "NOTE",
                    "content": "El usuario preguntó sobre: {user_question}"
                  }
                }
              - { "nodeId": "say_1", "type": "SAY_AI", "data": { "message": "Gracias" } }
            edges:
              - { "source": "start_1", "sourceHandle": "default", "target": "node_create_activity_1", "targetHandle": "default" }
              - { "source": "node_create_activity_1", "sourceHandle": "default", "target": "say_1", "targetHandle": "default" }
            """
        let (resources, report) = FrontlineDocuments.decode(text)
        #expect(report.diagnostics == [])
        let value = try #require(resources.first?.value)
        #expect(value["edges"]?["start_1"] == ["default": "node_create_activity_1"])
        #expect(value["nodes"]?.list?[1]["data"]?["recordTypeId"] == "5")
        #expect(value["nodes"]?.list?[1]["data"]?["type"] == nil)
    }

    @Test func `a variable in the wrong case is answered with the right one`() throws {
        let text = """
            kind: frontline/agent
            id: support
            name: Support
            variables: { order_number: }
            ---
            kind: frontline/flow
            id: a
            agent: "${agent/support}"
            name: A
            nodes:
              in: { type: TRIGGER_INTENT, data: { agenticRouting: Always }, next: say }
              say: { type: SAY_AI, data: { message: "Dear {first_name}, {Order_Number}" } }
            """
        let problem = try #require(FrontlineDocuments.decode(text).report.diagnostics.first)
        #expect(problem.help == "did you mean `order_number`?")
        #expect(problem.notes == ["upper and lower case differ"])
        #expect(problem.fix?.replacement == "{order_number}")
        #expect(Authored.written(problem.fix?.span, in: text) == "{Order_Number}")
    }

    @Test func `an agent that is not in the project is not asked for its variables`() {
        #expect(
            FrontlineDocuments.codes(
                FrontlineCheck.document("next: { type: SAY_AI, data: { message: \"{any}\" } }"))
                == [])
    }

    @Test func `braces of JSON are no variables`() {
        let body = #"{"order": {"id": "{order}", "items": [{ "n": 1 }]}, "a": {}}"#
        let text = Written<String>(.value(body))
        #expect(FrontlineText.mentions(text).map(\.name) == ["order"])
    }

    @Test func `a chain of many nodes is checked without recursion and in time`() {
        let count = 4_000
        let nodes = (1...count).map { index in
            let next = index < count ? ", next: n\(index + 1)" : ""
            return "n\(index): { type: SAY_AI, data: { message: Hello }\(next) }"
        }
        let text =
            FrontlineCheck.document("next: { type: SAY_AI, data: { message: A }, next: n1 }")
            + nodes.map { "  \($0)\n" }.joined()
        #expect(FrontlineDocuments.codes(text) == [])
    }

    /// An API node that captures `state`, reads its own capture, and says it after a failure.
    private static func calling(_ url: String, _ sorry: String) -> String {
        FrontlineCheck.document(
            """
            next:
              type: API
              data:
                url: "https://shop.example.com/\(url)"
                method: GET
                variables: [{ key: state, value: data.state }]
              edges: { success: tell, fail: sorry }
            tell: { type: SAY_AI, data: { message: "It is {state}" } }
            sorry: { type: SAY_AI, data: { message: "\(sorry)" } }
            """)
    }

    @Test(arguments: [
        ("orders", "Sorry", []),
        ("orders/{state}", "Sorry", ["frontline/read-before-capture"]),
        ("orders", "No {state}", ["frontline/read-before-capture"]),
    ])
    func `a call captures when it is answered, and not where it fails`(
        url: String, sorry: String, codes: [String]
    ) {
        #expect(FrontlineDocuments.codes(Self.calling(url, sorry)) == codes)
    }

    @Test(arguments: ["recordTypeId", "id"])
    func `a type of records may be called as in the documents`(name: String) throws {
        let flow = FrontlineCheck.document(
            """
            next:
              type: TOOLS_AI
              data: { instructions: Help, selectedRecordTypes: [{ \(name): 5, read: true }] }
            """)
        let agent = """
            kind: frontline/agent
            id: example
            name: Example
            agentSetting: { selectedRecordTypes: [{ \(name): 5, read: true }] }

            """
        for text in [flow, agent] {
            let (resources, report) = FrontlineDocuments.decode(text)
            #expect(report.diagnostics == [])
            let value = try #require(resources.last?.value)
            let types =
                value["agentSetting"]?["selectedRecordTypes"]
                ?? value["nodes"]?.list?.last?["data"]?["selectedRecordTypes"]
            #expect(types?.list?.first?["recordTypeId"] == "5")
        }
    }

    @Test func `many cycles are each reported once`() {
        let nodes = (0..<500).flatMap { index in
            [
                "a\(index): { type: SAY_AI, data: { message: A }, next: b\(index) }",
                "b\(index): { type: SAY_AI, data: { message: B }, next: a\(index) }",
            ]
        }
        let text =
            FrontlineCheck.document("next: { type: SAY_AI, data: { message: A }, next: a0 }")
            + nodes.map { "  \($0)\n" }.joined()
        let found = FrontlineDocuments.decode(text).report.diagnostics.filter {
            $0.code == "frontline/cycle"
        }
        #expect(found.count == 500)
        #expect(found.first?.message == "a flow must not lead back: `a0` → `b0` → `a0`")
    }
}
