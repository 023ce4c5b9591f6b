import Documents
import Platforms
import Testing

struct TenexContractTests {
    @Test func `a path that nobody knows is a 404 and a wrong method a 405`() async throws {
        let world = try await TenexWorld()
        let unknown = await world.send("GET", "flows/nothing")
        #expect(unknown.status == 404)
        #expect(unknown.body == ["detail": "Not Found"])
        let wrong = await world.send("DELETE", "flows/workflows")
        #expect(wrong.status == 405)
        #expect(wrong.body == ["detail": "Method Not Allowed"])
        #expect(await world.send("PUT", "crm/leads").status == 405)
        #expect(await world.ask("POST", "/openapi.json").status == 405)
    }

    @Test(arguments: ["", "abc", "tnx_short_x", "tnx_demo0001_", "user.acme.x"])
    func `a malformed key is a 401`(key: String) async throws {
        let world = try await TenexWorld()
        let answer = await world.send("GET", "flows/workflows", key: key)
        #expect(answer.status == 401)
        #expect(answer.detail == "Missing or invalid Authorization header")
        #expect(await world.send("GET", "flows/nothing", key: key).status == 404)
    }

    @Test func `a minted key reaches its workspace until it is revoked`() async throws {
        let world = try await TenexWorld()
        let id = await world.workflow(Steps.graph([Steps.agent("a")]))
        let minted = await world.send("POST", "admin/api-keys", ["name": "CI"])
        #expect(minted.status == 201)
        let key = minted.body["secret"]?.text ?? ""
        let prefix = minted.body["prefix"]?.text ?? ""
        #expect(key.hasPrefix("tnx_\(prefix)_"))
        #expect(await world.send("GET", "flows/workflows/\(id)", key: key).status == 200)
        #expect(await world.send("GET", "flows/workflows", key: "tnx_\(prefix)_x").status == 401)
        let listed = await world.send("GET", "admin/api-keys").items
        #expect(listed.count == 2)
        #expect(listed.allSatisfy { $0["secret"] == nil && $0["_secret"] == nil })
        #expect(await world.send("DELETE", "admin/api-keys/\(prefix)").status == 204)
        #expect(await world.send("GET", "flows/workflows/\(id)", key: key).status == 401)
        #expect(await world.send("DELETE", "admin/api-keys/\(prefix)").status == 404)
    }

    @Test func `another workspace sees nothing of this one`() async throws {
        let world = try await TenexWorld()
        let id = await world.workflow(Steps.graph([Steps.agent("a")]))
        let other = "tnx_other001_x"
        let path = "flows/workflows/\(id)"
        #expect(await world.send("GET", path, key: other).status == 404)
        #expect(await world.send("GET", "flows/workflows", key: other).items.isEmpty)
        let body: Value = [
            "source": "crm", "event_type": "lead.created", "workflow_id": .text(id),
        ]
        let refused = await world.send("POST", "flows/triggers", body, key: other)
        #expect(refused.status == 422)
        #expect(refused.places == ["body.workflow_id: value_error"])
    }

    @Test func `a person logs in with a token for an hour`() async throws {
        let world = try await TenexWorld()
        func token(_ email: String) async -> String {
            let body: Value = ["email": .text(email), "password": "x"]
            let answer = await world.send("POST", "users/login", body, key: "")
            #expect(answer.body["expires_in"] == 3600)
            return answer.body["access_token"]?.text ?? ""
        }
        let ada = await token("ada@acme.com")
        let id = await world.workflow(Steps.graph([Steps.agent("a")]))
        #expect(await world.send("GET", "flows/workflows/\(id)", key: ada).status == 200)
        let refused = await world.send("GET", "admin/api-keys", key: ada)
        #expect(refused.status == 403)
        #expect(refused.body["code"] == "forbidden_scope")
        let admin = await token("admin@acme.com")
        #expect(await world.send("GET", "admin/api-keys", key: admin).status == 200)
        await world.wait("1h")
        #expect(await world.send("GET", "flows/workflows", key: ada).status == 401)
    }

    @Test func `the 1,001st request of a key in a minute is refused where that is on`() async throws
    {
        let world = try await TenexWorld(switches: ["tenex-rate-limits"])
        for _ in 0..<1000 { await world.send("GET", "flows/nothing") }
        let refused = await world.send("GET", "flows/workflows")
        #expect(refused.status == 429)
        #expect(refused.body["error"] == "rate_limited")
        #expect(refused.body["detail"] == nil)
        #expect(refused.header("Retry-After") == nil)
        #expect(await world.send("GET", "agents", key: "tnx_other001_x").status == 200)
        await world.wait("1m")
        #expect(await world.send("GET", "flows/workflows").status == 200)
    }

    @Test func `malformed JSON and missing fields are a 400 or a 422`() async throws {
        let today = try await TenexWorld()
        let path = "/api/v1/flows/workflows"
        #expect(await today.ask("POST", path, Array("{".utf8)).status == 400)
        let missing = await today.send("POST", "flows/workflows", [:])
        #expect(missing.status == 400)
        #expect(missing.detail == "Field required: name")
        let stock = try await TenexWorld(switches: ["no-tenex-bad-requests"])
        #expect(await stock.ask("POST", path, Array("{".utf8)).status == 422)
        let places = await stock.send("POST", "flows/workflows", [:]).places
        #expect(places == ["body.name: missing"])
    }

    @Test func `an emulator that starts empty has an empty gallery`() async throws {
        let world = try await TenexWorld(seeds: false)
        for path in ["flows/templates", "agents", "connectors", "crm/lists"] {
            #expect(await world.send("GET", path).items.isEmpty, "\(path)")
        }
        let seeded = try await TenexWorld()
        #expect(await seeded.send("GET", "flows/templates").items.count == 2)
        #expect(await seeded.send("GET", "agents").items.count == 4)
        let sinks = await seeded.send("GET", "connectors?provider=hubspot&role=sink").items
        #expect(sinks.map { $0["name"] } == ["hubspot/sink"])
    }
}
