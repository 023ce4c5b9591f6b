import CheckFixtures
import Diagnostics
import Documents
import Testing

@testable import Frontline
@testable import Platforms

@Suite struct `Spellings of Frontline's flows` {
    private static let head = "kind: frontline/flow\nid: a\nagent: x\nname: A\n"

    private static let byKey =
        head + """
            nodes:
              in: { type: TRIGGER_INTENT, data: { agenticRouting: Always }, next: look }
              look:
                type: API
                data: { url: "https://a.b", method: GET }
                edges: { success: say, fail: sorry }
              say: { type: SAY_AI, data: { message: Hello } }
              sorry: { type: SAY_AI, data: { message: Sorry } }
            """

    private static let listed =
        head + """
            nodes:
              - { key: in, type: TRIGGER_INTENT, data: { agenticRouting: Always } }
              - { key: look, type: API, data: { type: API, url: "https://a.b", method: GET } }
              - { key: say, type: SAY_AI, data: { message: Hello } }
              - { key: sorry, type: SAY_AI, data: { message: Sorry } }
            edges:
              - { source: in, target: look }
              - { source: look, sourceHandle: success, target: say, targetHandle: default }
              - { source: look, sourceHandle: fail, target: sorry }
            """

    @Test func `a map by key and the brief's lists are the same flow`() throws {
        let (one, first) = FrontlineDocuments.decode(Self.byKey)
        let (two, second) = FrontlineDocuments.decode(Self.listed)
        #expect(first.diagnostics == [])
        #expect(second.diagnostics == [])
        #expect(one.first?.value == two.first?.value)
        #expect(
            one.first?.value["edges"]
                == ["in": ["default": "look"], "look": ["success": "say", "fail": "sorry"]])
    }

    @Test func `every field is found where it was written`() throws {
        let node = try #require(FrontlineDocuments.decode(Self.byKey).resources.first?.node)
        let shape = ShapeBuilder.shape(of: FrontlineFlow.self)
        for (path, written) in [
            ("nodes.look.data.url", "\"https://a.b\""), ("edges.look.fail", "sorry"),
            ("edges.in.default", "look"), ("nodes.say", "say"), ("nodes.say.type", "SAY_AI"),
        ] {
            let path = try #require(FieldPath(parsing: path))
            let span = shape.span(of: path, in: node)
            #expect(Authored.written(span, in: Self.byKey) == written, "\(path)")
        }
    }

    @Test func `what is spelled once stays as it is`() throws {
        let resource = try #require(FrontlineDocuments.decode(Self.byKey).resources.first)
        var report = Report()
        #expect(FrontlineSpelling.flow(resource.node, into: &report) == resource.node)
        #expect(report.diagnostics == [])
    }

    @Test func `targets may be node ids, and edges beside the nodes add to those at them`() throws {
        let flow = try FrontlineDocuments.flow(
            Self.head + """
                nodes:
                  in: { type: TRIGGER_INTENT, data: { agenticRouting: Always }, next: say_7 }
                  say: { nodeId: say_7, type: SAY_AI, data: { message: Hello } }
                  more: { type: SAY_AI, data: { message: More } }
                edges: { say_7: { default: more } }
                """)
        #expect(
            flow.edges.value?.canonical == ["in": ["default": "say"], "say": ["default": "more"]])
    }

    @Test func `a written graph is whole, so its edges are there even if there are none`() throws {
        let (resources, _) = FrontlineDocuments.decode(
            Self.head + "isDefault: true\nnodes: { start: { type: START } }\n")
        #expect(resources.first?.value["edges"] == [:])
        let (others, _) = FrontlineDocuments.decode(Self.head)
        #expect(others.first?.value["edges"] == nil)
    }

    @Test func `captures may be written as names`() throws {
        let (resources, _) = FrontlineDocuments.decode(
            Self.head + """
                nodes:
                  ask:
                    type: RESPONSE_AI
                    data: { aiModelId: -29, exitNodeWhen: ALL_VARIABLES, captureVariables: [order] }
                """)
        let data = resources.first?.value["nodes"]?.list?[0]["data"]
        #expect(data?["captureVariables"] == [["name": "order"]])
        #expect(data?["aiModelId"] == "-29")
    }

    @Test func `secrets may be part of a header`() throws {
        let (resources, report) = FrontlineDocuments.decode(
            FrontlineCheck.document(
                """
                next:
                  type: API
                  data:
                    url: https://a.b
                    method: GET
                    headers: [{ key: Authorization, value: "Bearer ${secret.SHOP}" }]
                  edges: { success: say, fail: say }
                say: { type: SAY_AI, data: { message: Done } }
                """))
        #expect(report.diagnostics == [])
        let headers = resources.first?.value["nodes"]?.list?[1]["data"]?["headers"]
        #expect(headers?.list?[0]["value"] == .joined(["Bearer ", .secret("SHOP")]))
    }

    @Test(arguments: [
        ("start", nil, "start_1"), ("start_1", nil, "start_1"), ("_1", nil, "_1_1"),
        ("a", "b_2", "b_2"), ("a1", nil, "a1_1"), ("x_12", nil, "x_12"),
    ])
    func `the id that is sent fits the pattern`(key: String, nodeID: String?, sent: String) {
        #expect(FrontlineSpelling.sentNodeID(key: key, nodeID: nodeID) == sent)
    }

    @Test(arguments: [
        "nodes:", "nodes: text", "nodes: [1, null, {}]", "nodes: { a: , b: text, c: [1] }",
        "nodes: \"${agent/x}\"", "nodes: { a: \"${agent/x}\" }", "edges: text",
        "nodes: { a: { type: [1], data: text, next: [1], edges: 3 } }", "edges: [1, {}, null]",
        "nodes: { a: { type: \"${var.x}\", data: \"${var.x}\", next: \"${var.x}\" } }",
        "nodes: { a: { type: API, data: { captureVariables: 1, variables: [1, null] } } }",
        "nodes: [{ nodeId: [1] }, { nodeId: null, key: null }]",
        "edges: { a: { b: [1], c: null } }",
        "edges: [{ source: [1], target: { a: 1 }, sourceHandle: [2], targetHandle: 3 }]",
        "nodes: { a: { type: TOOLS_AI, data: { conditions: { a: b }, captureVariables: [[1]] } } }",
    ])
    func `anything may be written, and is reported instead of crashing`(fields: String) {
        let (resources, report) = FrontlineDocuments.decode(Self.head + fields + "\n")
        #expect(resources.count == 1)
        #expect(report.hasErrors || fields == "nodes:")
    }
}
