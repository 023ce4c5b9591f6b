import Documents
import EmulatedKit
import Platforms
import Testing

struct FrontlineEdgeTests {
    private static func world(
        _ preset: EmulatedPreset = .today
    ) async throws -> (FrontlineWorld, String, [String]) {
        let world = try await FrontlineWorld(preset: preset)
        let flow = await world.flow()
        var ids: [String] = []
        for name in ["a", "b", "c"] { ids.append(await world.say(flow, name)) }
        return (world, flow, ids)
    }

    @Test func `an edge stands on both of its nodes`() async throws {
        let (world, flow, ids) = try await Self.world()
        let added = await world.edge(flow, ids[0], ids[1])
        #expect(added.status == 200)
        let inline: Value = [
            "from": .text(ids[0]), "fromHandleId": "default", "to": .text(ids[1]),
            "toHandleId": "default",
        ]
        #expect(added.body.node(ids[0])["handles"]?.list?.first?["sourceEdge"] == inline)
        #expect(added.body.node(ids[1])["targetEdges"] == [inline])
        #expect(await world.graph(flow) == added.body)
        #expect(!added.body["edges"].isThere)
    }

    @Test func `an edge at a taken handle replaces the old one`() async throws {
        let (world, flow, ids) = try await Self.world()
        await world.edge(flow, ids[0], ids[1])
        let graph = await world.edge(flow, ids[0], ids[2]).body
        #expect(graph.node(ids[1])["targetEdges"] == [])
        #expect(graph.node(ids[2])["targetEdges"]?.list?.count == 1)
        let many = await world.edge(flow, ids[1], ids[2]).body
        #expect(many.node(ids[2])["targetEdges"]?.list?.count == 2)
    }

    @Test(arguments: EmulatedPreset.allCases)
    func `an edge that breaks the graph is refused`(preset: EmulatedPreset) async throws {
        let (world, flow, ids) = try await Self.world(preset)
        await world.edge(flow, ids[0], ids[1])
        await world.edge(flow, ids[1], ids[2])
        let before = await world.graph(flow)
        let refused = [
            await world.edge(flow, ids[0], ids[0]), await world.edge(flow, ids[2], ids[0]),
            await world.edge(flow, ids[0], "none"), await world.edge(flow, "none", ids[0]),
            await world.edge(flow, ids[0], ids[2], handle: "other"),
        ]
        for answer in refused {
            #expect(answer.status == (preset == .today ? 409 : 400))
            #expect(answer.error == (preset == .today ? "conflict" : "bad_request"))
        }
        #expect(await world.graph(flow) == before)
        let shape = await world.mine("POST", "\(flow)/edges", ["edge": ["source": 1]])
        #expect(shape.status == 400)
        #expect(shape.issues.count == 4)
    }

    @Test func `an API node has no default handle`() async throws {
        let (world, flow, ids) = try await Self.world()
        let api: Value = ["url": "https://x", "method": "GET", "headers": []]
        let id = await world.node(flow, "API", api).body["nodeId"]?.text ?? ""
        #expect(await world.edge(flow, id, ids[0]).status == 409)
        #expect(await world.edge(flow, id, ids[0], handle: "success").status == 200)
        #expect(await world.edge(flow, id, ids[1], handle: "fail").status == 200)
    }

    @Test(arguments: EmulatedPreset.allCases)
    func `an edge is removed with a body, and one that is not there changes nothing`(
        preset: EmulatedPreset
    ) async throws {
        let (world, flow, ids) = try await Self.world(preset)
        let empty = await world.graph(flow)
        await world.edge(flow, ids[0], ids[1])
        let full = await world.graph(flow)
        let missing = await world.edge(flow, ids[0], ids[2], method: "DELETE")
        #expect(missing.status == 200)
        #expect(missing.body == full)
        let gone = await world.edge(flow, ids[0], ids[1], method: "DELETE")
        #expect(gone.body["nodes"] == empty["nodes"])
        #expect(await world.mine("DELETE", "\(flow)/edges").status == 400)
    }

    @Test func `a condition that goes takes its edge along`() async throws {
        let (world, flow, ids) = try await Self.world()
        func routing(_ handles: [String]) -> Value {
            let conditions = handles.map { handle -> Value in
                ["handleId": .text(handle), "expression": "x"]
            }
            return [
                "type": "CONDITIONAL_ROUTING", "routingType": "CONDITIONAL_AI",
                "conditions": .list(conditions),
            ]
        }
        let made = await world.node(flow, "CONDITIONAL_ROUTING", routing(["x", "y"])).body
        let id = made["nodeId"]?.text ?? ""
        for (handle, target) in [("x", ids[0]), ("y", ids[1]), ("no-match", ids[2])] {
            #expect(await world.edge(flow, id, target, handle: handle).status == 200)
        }
        let body: Value = ["node": ["data": routing(["y"])]]
        let graph = await world.mine("PUT", "\(flow)/nodes/\(id)", body).body
        #expect(ids.map { graph.node($0)["targetEdges"]?.list?.count } == [0, 1, 1])
    }

    @Test func `graphs list their edges, and nodes bring them along, where that is on`()
        async throws
    {
        let (world, flow, ids) = try await Self.world(.brief)
        let edge: Value = [
            "source": .text(ids[0]), "sourceHandle": "default", "target": "late_1",
            "targetHandle": "default",
        ]
        let node: Value = [
            "nodeId": "late_1", "type": "SAY_AI", "position": ["positionX": 0, "positionY": 0],
            "data": ["type": "SAY_AI", "sayWithAi": true],
        ]
        let bad: Value = ["node": node, "edges": [edge.with("target", "none")]]
        #expect(await world.mine("POST", "\(flow)/nodes", bad).status == 400)
        #expect(await world.graph(flow)["nodes"]?.list?.count == 3)
        let made = await world.mine("POST", "\(flow)/nodes", ["node": node, "edges": [edge]])
        #expect(made.body["targetEdges"]?.list?.count == 1)
        #expect(await world.graph(flow)["edges"] == [edge])
        let moved = edge.with("target", .text(ids[1]))
        let body: Value = ["node": ["alias": "Late"], "edges": [moved]]
        let graph = await world.mine("PUT", "\(flow)/nodes/late_1", body).body
        #expect(graph["edges"] == [moved])
        #expect(graph.node("late_1")["targetEdges"] == [])
        #expect(await world.mine("DELETE", "\(flow)/edges", moved).body["edges"] == [])
    }
}
