import CheckFixtures
import Diagnostics
import Documents
import Flows
import Testing

@testable import Frontline
@testable import Platforms

@Suite struct `Lowering of Frontline` {
    private static let agent = """
        kind: frontline/agent
        id: support
        name: Support
        isOffline: false
        agentSetting: { temperature: 0.3, customToolIds: [Find order] }
        variables:
          order_number:
          status: { description: Where it is, pattern: "[a-z]+" }
          first_name:
        intents:
          order_status: { name: Where is my order, phrases: [where is it, order status] }
          returns: { phrases: [send it back] }
        weir: { protect: true }

        """

    private static func flow(_ id: String, _ intents: String) -> String {
        """
        ---
        kind: frontline/flow
        id: \(id)
        agent: "${agent/support}"
        name: \(id)
        nodes:
          in: { type: TRIGGER_INTENT, data: { intentIds: \(intents) }, next: ask }
          ask:
            type: RESPONSE_AI
            data:
              aiModelId: Fast
              instructions: Dear {first_name}, ask for the order number
              exitNodeWhen: ALL_VARIABLES
              captureVariables: [{ id: "${agent/support/variable/order_number}" }]
            next: say
          say: { type: SAY_AI, data: { message: "{status}" } }

        """
    }

    @Test func `an agent brings its variables and intents, each a resource of its own`() throws {
        let (resources, report) = FrontlineDocuments.decode(Self.agent)
        #expect(report.diagnostics == [])
        #expect(
            resources.map(\.address.text) == [
                "frontline/agent/support", "frontline/agent/support/variable/order_number",
                "frontline/agent/support/variable/status",
                "frontline/agent/support/intent/order_status",
                "frontline/agent/support/intent/returns",
            ])
        let owner = Value.captured(Slot("frontline/agent/support"))
        #expect(resources[1].value == ["agent": owner, "name": "order_number"])
        #expect(resources[1].needs.map(\.address) == [resources[0].address])
        #expect(resources[3].value["name"] == "Where is my order")
        #expect(resources[0].value["isOffline"] == "false")
        #expect(resources[0].value["variables"] == nil)
        #expect(resources[0].needs == [])
        #expect(Authored.written(resources[1].span, in: Self.agent) == "order_number")
    }

    @Test func `children are protected like their agent, and the platform's own are not ours`() {
        let (resources, _) = FrontlineDocuments.decode(Self.agent)
        #expect(resources.allSatisfy { $0.options.isProtected })
        #expect(!resources.contains { $0.address.id == "first_name" })
    }

    @Test func `the children of a document are listed without decoding it`() {
        var report = Report()
        let root = FrontlineDocuments.documents(Self.agent, into: &report)[0].node
        #expect(
            FrontlineChildren.of(root).map { "\($0.type)/\($0.id)" } == [
                "variable/order_number", "variable/status",
                "intent/order_status", "intent/returns",
            ])
    }

    @Test func `a list of variables is the same as a map`() {
        let list = """
            kind: frontline/agent
            id: support
            name: Support
            variables: [{ name: order_number }]
            """
        let (resources, report) = FrontlineDocuments.decode(list)
        #expect(report.diagnostics == [])
        #expect(resources.last?.address.text == "frontline/agent/support/variable/order_number")
        #expect(resources.last?.value["name"] == "order_number")
    }

    @Test(arguments: ["order_status", "Where is my order"])
    func `intents go by key and by name`(intent: String) throws {
        let (resources, report) = FrontlineDocuments.decode(
            Self.agent + Self.flow("a", "[\(intent)]"))
        #expect(report.diagnostics == [])
        let flow = try #require(resources.last)
        let address = "frontline/agent/support/intent/order_status"
        let data = flow.value["nodes"]?.list?[0]["data"]
        #expect(data?["intentIds"] == [.captured(Slot(address))])
        #expect(flow.needs.map(\.address).contains(Address(address)))
    }

    @Test func `a flow needs the variables it reads and captures, which go by name`() throws {
        let (resources, _) = FrontlineDocuments.decode(Self.agent + Self.flow("a", "[\"7\"]"))
        let flow = try #require(resources.last)
        let data = flow.value["nodes"]?.list?[1]["data"]
        #expect(data?["captureVariables"] == [["name": "order_number"]])
        #expect(
            Set(flow.needs.map(\.address.text)) == [
                "frontline/agent/support", "frontline/agent/support/variable/order_number",
                "frontline/agent/support/variable/status",
            ])
    }

    @Test(arguments: ["support", "Support"])
    func `an agent of the project goes by name and by id`(agent: String) throws {
        let named = Self.flow("a", "[returns]").replacing(
            "agent: \"${agent/support}\"", with: "agent: \(agent)")
        let flow = try #require(FrontlineDocuments.decode(Self.agent + named).resources.last)
        #expect(flow.value["agent"] == .captured(Slot("frontline/agent/support")))
        #expect(flow.needs.map(\.address.text).contains("frontline/agent/support"))
    }

    @Test func `an intent of two flows is reported however it is written`() throws {
        let text =
            Self.agent + Self.flow("a", "[order_status]")
            + Self.flow("b", "[\"${agent/support/intent/order_status}\"]")
        let problem = try #require(FrontlineDocuments.decode(text).report.diagnostics.first)
        #expect(problem.code == "frontline/shared-intent")
        #expect(problem.secondary.count == 1)
    }

    @Test func `an agent that others look after may have variables we do not know`() {
        let external = Self.agent.replacing("protect: true", with: "external: true")
            .replacing("  status: { description: Where it is, pattern: \"[a-z]+\" }\n", with: "")
        #expect(FrontlineDocuments.codes(external + Self.flow("a", "[returns]")) == [])
        let own = external.replacing("external: true", with: "external: false")
        #expect(
            FrontlineDocuments.codes(own + Self.flow("a", "[returns]")) == [
                "frontline/unknown-variable"
            ])
    }

    @Test func `both words for a pause are one value`() throws {
        for word in ["PAUSED", "SUSPENDED"] {
            let (resources, report) = FrontlineDocuments.decode(
                "kind: frontline/flow\nid: a\nagent: x\nname: A\nstatus: \(word)\n")
            #expect(report.diagnostics == [])
            #expect(resources.first?.value["status"] == "PAUSED")
            let answer = ValueReader.read(FrontlineFlow.self, ["status": .text(word)])
            #expect(answer.status.value == .paused)
        }
    }

    @Test func `the graph draws what people walk through`() throws {
        let graph = try FrontlineDocuments.flow(Self.agent + Self.flow("a", "[returns]")).graph
        #expect(graph.nodes.map(\.role) == [.entry, .action, .action])
        #expect(graph.edges.map { "\($0.from)>\($0.to)" } == ["ask>say", "in>ask"])
    }

    @Test func `a layout goes from left to right and leaves written places alone`() throws {
        let flow = try FrontlineDocuments.flow(
            FrontlineCheck.document(
                """
                next:
                  type: API
                  data: { url: "https://a.b", method: GET }
                  edges: { success: say, fail: sorry }
                say: { type: SAY_AI, data: { message: A } }
                sorry:
                  type: SAY_AI
                  position: { positionX: 1, positionY: 2 }
                  data: { message: B }
                """))
        let places = FrontlineLayout.positions(of: flow).mapValues { ValueEncoder.encode($0) }
        #expect(places["trigger"] == ["positionX": 0.0, "positionY": 0.0])
        #expect(places["next"] == ["positionX": 320.0, "positionY": 0.0])
        #expect(places["say"] == ["positionX": 640.0, "positionY": 0.0])
        #expect(places["sorry"] == nil)
    }
}
