import Documents
import EmulatedKit
import Platforms
import Testing

struct FrontlineSnapshotTests {
    private static let live = "?includeNodes=true&draft=false"
    private static let draft = "?includeNodes=true&draft=true"

    private static func messages(_ world: FrontlineWorld, _ path: String) async -> [String] {
        let nodes = await world.mine("GET", path).body["nodes"]?.list ?? []
        return nodes.compactMap { $0["data"]?["message"]?.text }
    }

    @Test(arguments: EmulatedPreset.allCases)
    func `activation makes the draft live, and later writes do not`(
        preset: EmulatedPreset
    ) async throws {
        let world = try await FrontlineWorld(preset: preset)
        let flow = await world.flow()
        let node = await world.say(flow, "first")
        #expect(await Self.messages(world, flow + Self.live) == [])
        let active: Value = ["name": "Orders", "status": "ACTIVE"]
        let one = await world.mine("PUT", flow, active).body
        #expect(one["liveSnapshotId"]?.text?.count == 24)
        #expect(one["liveSnapshotId"] != one["draftSnapshotId"])
        let body: Value = [
            "node": ["data": ["type": "SAY_AI", "sayWithAi": false, "message": "second"]]
        ]
        await world.mine("PUT", "\(flow)/nodes/\(node)", body)
        #expect(await Self.messages(world, flow + Self.live) == ["first"])
        #expect(await Self.messages(world, flow + Self.draft) == ["second"])
        #expect(await Self.messages(world, flow + "?includeNodes=true") == ["second"])
        let two = await world.mine("PUT", flow, active).body
        #expect(two["liveSnapshotId"] != one["liveSnapshotId"])
        #expect(await Self.messages(world, flow + Self.live) == ["second"])
    }

    @Test func `an update without ACTIVE leaves what is live alone`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        let active = await world.mine("PUT", flow, ["name": "A", "status": "ACTIVE"]).body
        for body: Value in [["name": "B"], ["name": "B", "status": "SUSPENDED"]] {
            let after = await world.mine("PUT", flow, body).body
            #expect(after["liveSnapshotId"] == active["liveSnapshotId"])
        }
    }

    @Test func `activation does not publish where that is switched off`() async throws {
        let world = try await FrontlineWorld(switches: ["no-activation-publishes"])
        let flow = await world.flow()
        let active = await world.mine("PUT", flow, ["name": "A", "status": "ACTIVE"]).body
        #expect(active["status"] == "ACTIVE")
        #expect(active["liveSnapshotId"] == .some(.null))
    }

    @Test func `the graph says that it has changed, even within one moment`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        var seen = [await world.graph(flow)["updatedAt"]]
        let one = await world.say(flow)
        seen.append(await world.graph(flow)["updatedAt"])
        await world.edge(flow, one, await world.say(flow))
        seen.append(await world.graph(flow)["updatedAt"])
        #expect(Set(seen).count == 3)
        #expect(await world.graph(flow)["updatedAt"] == seen.last)
        await world.edge(flow, one, "nothing", method: "DELETE")
        #expect(await world.graph(flow)["updatedAt"] == seen.last)
    }

    @Test func `a graph names its flow and account`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        let graph = await world.graph(flow)
        let detail = await world.mine("GET", flow).body
        #expect(graph["entityId"] == detail["id"])
        #expect(graph["id"] == detail["draftSnapshotId"])
        #expect(graph["type"] == "FLOW")
        #expect(graph["assistantId"]?.text == world.agent)
    }
}
