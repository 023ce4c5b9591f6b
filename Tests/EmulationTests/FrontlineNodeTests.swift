import Documents
import EmulatedKit
import Platforms
import Testing

struct FrontlineNodeTests {
    private static let place: Value = ["positionX": 0, "positionY": 0]
    private static let say: Value = ["type": "SAY_AI", "sayWithAi": false, "message": "Hi"]

    private static func body(_ extra: [(String, Value)] = []) -> Value {
        let node: [(String, Value)] = [("type", "SAY_AI"), ("position", place), ("data", say)]
        return ["node": .object(Object(node + extra))]
    }

    @Test func `a node gets what the server gives it`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        let extra: [(String, Value)] = [
            ("nodeId", "mine_1"), ("alias", "Greet"), ("name", "greet"), ("handles", []),
        ]
        let made = await world.mine("POST", "\(flow)/nodes", Self.body(extra))
        #expect(made.status == 201)
        #expect(made.body["nodeId"]?.text?.hasPrefix("node_") == true)
        #expect(made.body["alias"] == "Say")
        #expect(made.body["name"] == "greet")
        #expect(made.body["handles"] == [])
        #expect(made.body["targetEdges"] == [])
        #expect(await world.graph(flow)["nodes"] == [made.body])
    }

    @Test func `a client chooses ids and aliases where that is on`() async throws {
        let world = try await FrontlineWorld(preset: .brief)
        let flow = await world.flow()
        let chosen: [(String, Value)] = [("nodeId", "greet-all_1"), ("alias", "Greet")]
        let made = await world.mine("POST", "\(flow)/nodes", Self.body(chosen)).body
        #expect(made["nodeId"] == "greet-all_1")
        #expect(made["alias"] == "Greet")
        #expect(await world.mine("POST", "\(flow)/nodes", Self.body(chosen)).status == 409)
        for id in ["greet", "greet_", "_1", "gr eet_1", "grüß_1"] {
            let answer = await world.mine(
                "POST", "\(flow)/nodes", Self.body([("nodeId", .text(id))]))
            #expect(answer.issues == ["node.nodeId: invalid_string"], "\(id)")
        }
        let free = await world.mine("POST", "\(flow)/nodes", Self.body())
        #expect(free.body["nodeId"] == "node_2")
        #expect(free.body["alias"] == "Say")
    }

    @Test func `an update replaces data and patches the rest`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        let made = await world.mine("POST", "\(flow)/nodes", Self.body()).body
        let path = "\(flow)/nodes/\(made["nodeId"]?.text ?? "")"
        let data: Value = ["type": "SAY_AI", "sayWithAi": true, "prompt": "Greet"]
        let graph = await world.mine("PUT", path, ["node": ["data": data, "alias": "Greeting"]])
        let node = graph.body.node("SAY_AI")
        #expect(node["alias"] == "Greeting")
        #expect(node["position"] == Self.place)
        #expect(node["data"]?["prompt"] == "Greet")
        #expect(node["data"]?["message"].isThere == false)
        let cleared = await world.mine("PUT", path, ["node": ["alias": .null, "name": "x"]])
        #expect(cleared.body.node("SAY_AI")["alias"] == .some(.null))
        #expect(cleared.body.node("SAY_AI")["data"] == node["data"])
    }

    @Test func `a refused update leaves the node as it was`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        let path = "\(flow)/nodes/\(await world.say(flow))"
        let before = await world.graph(flow)
        let data: Value = ["type": "SAY_AI", "sayWithAi": "yes", "aiModelId": 7]
        let body: Value = ["node": ["alias": "New", "data": data, "position": [:]]]
        #expect(
            await world.mine("PUT", path, body).issues == [
                "node.position.positionX: invalid_type", "node.position.positionY: invalid_type",
                "data.sayWithAi: invalid_type", "data.aiModelId: not_found",
            ])
        #expect(await world.graph(flow) == before)
    }

    @Test func `an update merges data where that is on`() async throws {
        let world = try await FrontlineWorld(switches: ["merge-node-data"])
        let flow = await world.flow()
        let id = await world.say(flow, "Hi")
        let body: Value = ["node": ["data": ["type": "SAY_AI", "prompt": "Greet"]]]
        let data = await world.mine("PUT", "\(flow)/nodes/\(id)", body).body.node(id)["data"]
        #expect(data?["message"] == "Hi")
        #expect(data?["prompt"] == "Greet")
    }

    @Test func `a node keeps its type`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        let path = "\(flow)/nodes/\(await world.say(flow))"
        let answer = await world.mine("PUT", path, ["node": ["type": "API"]])
        #expect(answer.status == 400)
        #expect(answer.issues == ["node.type: custom"])
        #expect(await world.mine("PUT", path, ["node": ["type": "SAY_AI"]]).status == 200)
        #expect(await world.mine("PUT", "\(flow)/nodes/none", ["node": [:]]).status == 404)
    }

    @Test(arguments: EmulatedPreset.allCases)
    func `START stands in the default flow, once`(preset: EmulatedPreset) async throws {
        let world = try await FrontlineWorld(preset: preset)
        let body: Value = ["node": ["type": "START", "position": Self.place]]
        let other = await world.mine("POST", "\(await world.flow())/nodes", body)
        #expect(other.issues == ["node.type: custom"])
        let status = preset == .today ? 409 : 400
        let start = await world.start()
        #expect(await world.mine("POST", "\(start)/nodes", body).status == status)
        let trigger = await world.node(start, "TRIGGER_INTENT", ["agenticRouting": "x"])
        #expect(trigger.status == status)
        let flow = await world.flow()
        #expect(await world.node(flow, "TRIGGER_INTENT").status == 201)
        #expect(await world.node(flow, "TRIGGER_INTENT").status == status)
        #expect(await world.graph(start)["nodes"]?.list?.count == 1)
    }

    @Test(arguments: EmulatedPreset.allCases)
    func `a body needs its envelope, or does not`(preset: EmulatedPreset) async throws {
        let world = try await FrontlineWorld(preset: preset)
        let flow = await world.flow()
        let bare = Self.body()["node"] ?? .null
        let answer = await world.mine("POST", "\(flow)/nodes", bare)
        if preset == .brief {
            #expect(answer.status == 201)
            let path = "\(flow)/nodes/\(answer.body["nodeId"]?.text ?? "")"
            #expect(await world.mine("PUT", path, ["alias": "A"]).status == 200)
        } else {
            #expect(answer.issues == ["node: invalid_type"])
        }
        #expect(await world.mine("POST", "\(flow)/nodes", ["node": "x"]).status == 400)
    }

    @Test func `a deleted node takes its edges along`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        let ids = [await world.say(flow, "a"), await world.say(flow, "b"), await world.say(flow)]
        await world.edge(flow, ids[0], ids[1])
        await world.edge(flow, ids[1], ids[2])
        let graph = await world.mine("DELETE", "\(flow)/nodes/\(ids[1])")
        #expect(graph.status == 200)
        #expect(graph.body["nodes"]?.list?.map { $0["nodeId"]?.text } == [ids[0], ids[2]])
        #expect(graph.body.node(ids[0])["handles"] == [])
        #expect(graph.body.node(ids[2])["targetEdges"] == [])
        #expect(await world.mine("DELETE", "\(flow)/nodes/\(ids[1])").status == 404)
    }
}
