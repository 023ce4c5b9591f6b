import Documents
import Platforms
import Testing

struct LyticsAccountTests {
    @Test func `a token is needed, raw and good`() async throws {
        let world = try await World()
        for token in ["", "bad", "at.test", "Bearer at.test.secret"] {
            let answer = await world.send("GET", "/v2/job", token: token)
            #expect(answer.status == 401)
            #expect(answer.body == ["data": .null, "status": 401, "message": "Not authorized"])
        }
        #expect(
            await world.send("GET", "/v2/job", token: "at.expired.secret").message
                == "Expired Token")
    }

    @Test func `another account's objects are not found`() async throws {
        let world = try await World()
        let id = await world.job()
        #expect(await world.send("GET", "/v2/job/\(id)", token: "at.other.secret").status == 404)
        #expect(await world.send("GET", "/v2/job/\(id)", token: "at.test.rotated").status == 200)
    }

    @Test func `a wrong method names the right ones`() async throws {
        let world = try await World()
        let answer = await world.send("PUT", "/v2/flow/ui")
        #expect(answer.status == 405)
        #expect(answer.headers.first?.name == "Allow")
        #expect(answer.headers.first?.value == "GET, POST")
    }

    @Test func `an auth never shows its config, and the list has the caller's token`() async throws
    {
        let world = try await World()
        let id = await world.auth()
        let list = await world.send("GET", "/v2/auth").data.list ?? []
        #expect(list.map { $0["type"]?.text } == ["sendgrid", "lytics-auth-token"])
        #expect(list.allSatisfy { !$0["config"].isThere && !$0["_config"].isThere })
        let path = "/v2/auth/sendgrid/\(id.text ?? "")"
        #expect(await world.send("PUT", path, ["label": "New"]).status == 400)
        #expect(await world.send("PUT", path, ["label": "New", "config": [:]]).status == 200)
        #expect(await world.send("GET", "/v2/auth?auth_type=sendgrid").data.list?.count == 1)
        #expect(await world.send("GET", "/v2/auth/aws-keys/\(id.text ?? "")").status == 404)
        #expect(await world.send("POST", "/v2/auth/nonsense").code == "AUTHTYPE-NOTFOUND-007")
    }

    @Test func `deleting an auth stops the jobs that use it`() async throws {
        let world = try await World()
        let auth = await world.auth()
        let job = await world.job("", ["auth_ids": [auth]])
        #expect(await world.send("DELETE", "/v2/auth/\(auth.text ?? "")").status == 204)
        let after = await world.send("GET", "/v2/job/\(job)").data
        #expect(after["status"] == "paused")
        #expect(after["auth_ids"] == [])
    }

    @Test func `a connection keeps its provider and config, and shows sample tables`() async throws
    {
        let world = try await World()
        let body: Value = [
            "label": "Warehouse", "provider_slug": "bigquery", "config": ["database": "DEV"],
            "auth_ids": [await world.auth()],
        ]
        let created = await world.send("POST", "/v2/connection", body)
        #expect(created.status == 201)
        let path = "/v2/connection/\(created.data["id"]?.text ?? "")"
        let put = await world.send("PUT", path, ["label": "New", "config": ["database": "PROD"]])
        #expect(put.data["label"] == "New")
        #expect(put.data["config"] == ["database": "DEV"])
        let tables = await world.send("GET", path + "/schema").data.list ?? []
        #expect(tables.first?["fully_qualified_name"] == "DEV.customers")
        #expect(await world.send("GET", path + "/schema/orders").data.list?.count == 4)
        #expect(await world.send("GET", path + "/schema/none").code == "TABLE-NOTFOUND-009")
        let scan = await world.send("POST", path + "/scan?limit=5").data
        #expect(scan["row_count"] == 5)
        #expect(await world.send("DELETE", path).status == 204)
        #expect(await world.send("GET", path).status == 404)
    }

    @Test func `catalogues are filled and a provider knows whether it is connected`() async throws {
        let world = try await World()
        _ = await world.auth()
        let providers = await world.send("GET", "/v2/provider").data.list ?? []
        #expect(providers.count >= 20)
        let connected = providers.filter { $0["is_connected"] == true }
        #expect(connected.map { $0["slug"]?.text } == ["sendgrid"])
        let workflows = await world.send("GET", "/api/workflow")
        #expect(workflows.body["message"] == "success")
        #expect((workflows.data.list?.count ?? 0) >= 36)
        let account = await world.send("GET", "/v2/account").data.list ?? []
        #expect(account.count == 1)
        #expect(account.first?["aid"] == account.first?["parentaid"])
    }
}
