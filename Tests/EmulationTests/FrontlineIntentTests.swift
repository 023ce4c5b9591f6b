import Documents
import Platforms
import Testing

struct FrontlineIntentTests {
    @Test func `phrases keep their ids, come and go`() async throws {
        let world = try await FrontlineWorld()
        let made = await world.mine("POST", "intents", ["name": "buy", "phrases": ["a", "b"]])
        #expect(made.status == 201)
        #expect(made.body["flowId"] == .some(.null))
        let phrases = made.body["phrases"]?.list ?? []
        #expect(phrases.map { $0["phrase"] } == ["a", "b"])
        let path = "intents/\(made.body["id"]?.int ?? 0)"
        let kept: Value = ["id": phrases.last?["id"] ?? .null, "phrase": "B"]
        let body: Value = ["name": "buy", "phrases": [kept, ["phrase": "c"]]]
        let after = await world.mine("PUT", path, body).body["phrases"]?.list ?? []
        #expect(after.first == kept)
        #expect(after.last?["phrase"] == "c")
        #expect(!phrases.map { $0["id"] }.contains(after.last?["id"]))
        let unknown: Value = ["name": "buy", "phrases": [["id": 1, "phrase": "x"]]]
        #expect(await world.mine("PUT", path, unknown).issues == ["phrases.0.id: not_found"])
        #expect(await world.mine("GET", path).body["phrases"]?.list == after)
    }

    @Test func `an intent needs a name and phrases`() async throws {
        let world = try await FrontlineWorld()
        let wrong = await world.mine("POST", "intents", ["name": "", "phrases": []])
        #expect(wrong.issues == ["name: too_small", "phrases: too_small"])
        #expect(await world.mine("POST", "intents", ["phrases": [1]]).issues.count == 2)
        #expect(await world.mine("GET", "intents/1").status == 404)
        #expect(await world.mine("GET", "intents/x").status == 400)
    }

    @Test func `an intent knows the flow it triggers, and cannot go while it does`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        let id = await world.intent("buy")
        await world.intent("sell")
        let node = await world.node(flow, "TRIGGER_INTENT", ["intentIds": [id]]).body
        let flowID = await world.mine("GET", flow).body["id"]
        #expect(node["data"]?["intents"]?.list?.first?["flowId"] == flowID)
        let all = await world.mine("GET", "intents/all").body.list ?? []
        #expect(all.map { $0["flowId"] } == [flowID, .null])
        let listed = await world.mine("GET", "intents?filterText=BU&includeUsedStatus=true")
        #expect(listed.results.map { $0["flowId"] } == [flowID])
        #expect(listed.body["pageSize"] == 20)
        let path = "intents/\(id.int ?? 0)"
        #expect(await world.mine("DELETE", path).status == 409)
        await world.mine("DELETE", flow)
        #expect(await world.mine("GET", path).body["flowId"] == .some(.null))
        #expect(await world.mine("DELETE", path).status == 204)
        #expect(await world.mine("GET", path).status == 404)
        #expect(await world.mine("GET", "intents/all").body.list?.count == 1)
    }

    @Test func `a used intent can be deleted where that is switched off`() async throws {
        let world = try await FrontlineWorld(switches: ["no-guard-in-use"])
        let flow = await world.flow()
        let id = await world.intent("buy")
        await world.node(flow, "TRIGGER_INTENT", ["intentIds": [id]])
        #expect(await world.mine("DELETE", "intents/\(id.int ?? 0)").status == 204)
        #expect(await world.graph(flow).node("TRIGGER_INTENT")["data"]?["intents"] == [])
    }

    @Test func `names may repeat unless that is switched off`() async throws {
        for isUnique in [false, true] {
            let world = try await FrontlineWorld(switches: isUnique ? ["unique-intents"] : [])
            let id = await world.intent("buy").int ?? 0
            let again: Value = ["name": "BUY", "phrases": ["x"]]
            #expect(await world.mine("POST", "intents", again).status == (isUnique ? 409 : 201))
            let same: Value = ["name": "Buy", "phrases": [["phrase": "x"]]]
            #expect(await world.mine("PUT", "intents/\(id)", same).status == 200)
        }
    }

    @Test func `phrases are generated, always the same`() async throws {
        let world = try await FrontlineWorld()
        let body: Value = ["name": "buy", "samples": ["I want it"], "amount": 3]
        let first = await world.mine("POST", "intents/generate-phrases", body)
        #expect(first.status == 201)
        #expect(first.body["phrases"]?.list?.count == 3)
        let second = await world.mine("POST", "intents/generate-phrases", body)
        #expect(second.body == first.body)
        let wrong = body.with("amount", 51)
        #expect(
            await world.mine("POST", "intents/generate-phrases", wrong).issues == [
                "amount: too_big"
            ])
    }
}
