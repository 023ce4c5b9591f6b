import Documents
import EmulatedKit
import Platforms
import Testing

struct FrontlineVariableTests {
    @Test(arguments: EmulatedPreset.allCases)
    func `the platform's variables come first and stay as they are`(
        preset: EmulatedPreset
    ) async throws {
        let world = try await FrontlineWorld(preset: preset)
        await world.variable("order_id")
        let all = await world.mine("GET", "variables/all").body.list ?? []
        let names = ["first_name", "last_name", "email", "phone_number", "order_id"]
        #expect(all.map { $0["name"]?.text } == names)
        #expect(all.map { $0["isDefault"]?.bool } == [true, true, true, true, false])
        #expect(all.first?["assistantId"] == .some(.null))
        #expect(all.last?["assistantId"]?.text == world.agent)
        let path = "variables/\(all.first?["id"]?.int ?? 0)"
        #expect(await world.mine("GET", path).body["name"] == "first_name")
        #expect(await world.mine("PUT", path, ["name": "x"]).status == 403)
        #expect(await world.mine("DELETE", path).status == 403)
    }

    @Test func `a variable is made, changed and deleted`() async throws {
        let world = try await FrontlineWorld()
        let body: Value = ["name": "code", "pattern": "^[A-Z]+$", "defaultValue": "x"]
        let made = await world.mine("POST", "variables", body)
        #expect(made.status == 201)
        #expect(made.body["pattern"] == "^[A-Z]+$")
        #expect(made.body["defaultValue"] == .some(.null))
        let path = "variables/\(made.body["id"]?.int ?? 0)"
        let put = await world.mine("PUT", path, ["name": "code", "description": "A code"]).body
        #expect(put["description"] == "A code")
        #expect(put["pattern"] == "^[A-Z]+$")
        #expect(await world.mine("PUT", path, [:]).issues == ["name: invalid_type"])
        #expect(await world.mine("POST", "variables", ["name": ""]).issues == ["name: too_small"])
        #expect(await world.mine("DELETE", path).status == 204)
        #expect(await world.mine("GET", path).status == 404)
        #expect(await world.mine("POST", "variables", ["name": "code"]).status == 201)
    }

    @Test(arguments: EmulatedPreset.allCases)
    func `a name is taken in any case`(preset: EmulatedPreset) async throws {
        let world = try await FrontlineWorld(preset: preset)
        await world.variable("order_id")
        let other = await world.variable("other")
        for name in ["Order_ID", "EMAIL"] {
            let taken = await world.mine("POST", "variables", ["name": .text(name)])
            #expect(taken.error == "conflict")
            let check = await world.mine("GET", "variables/check-name?name=\(name)").body
            #expect(check == ["exists": true])
            let path = "variables/\(other.int ?? 0)"
            #expect(await world.mine("PUT", path, ["name": .text(name)]).status == 409)
            #expect(await world.mine("PUT", path, ["name": "OTHER"]).status == 200)
        }
        let free = await world.mine("GET", "variables/check-name?name=free").body
        #expect(free == ["exists": false])
        #expect(await world.mine("GET", "variables/check-name").status == 400)
    }

    @Test func `the list has pages and filters`() async throws {
        let world = try await FrontlineWorld()
        for index in 0..<20 { await world.variable("order_\(index)") }
        let first = await world.mine("GET", "variables").body
        #expect(first["results"]?.list?.count == 20)
        #expect(first["count"] == 24)
        #expect(first["totalPages"] == 2)
        let last = await world.mine("GET", "variables?pageNum=2&pageSize=23").body
        #expect(last["results"]?.list?.count == 1)
        let own = await world.mine("GET", "variables?isDefault=true&filterText=NAME").results
        #expect(own.count == 2)
    }

    @Test func `a variable that a draft uses cannot be deleted`() async throws {
        let world = try await FrontlineWorld()
        let flow = await world.flow()
        let api: Value = [
            "url": "https://x", "method": "GET", "headers": [],
            "variables": [["key": "by_api", "value": ""]],
        ]
        let tools: Value = [
            "conditions": [], "instructions": .null, "captureVariables": [["name": "by_ai"]],
        ]
        let note: Value = [
            "recordTypeId": 5, "rowId": "{by_text}", "activityType": "NOTE", "content": "",
        ]
        let uses: [(String, String, Value)] = [
            ("by_api", "API", api), ("by_ai", "TOOLS_AI", tools),
            ("by_text", "CREATE_RECORD_ACTIVITY", note),
        ]
        for (name, type, data) in uses {
            let path = "variables/\(await world.variable(name).int ?? 0)"
            let node = await world.node(flow, type, data).body["nodeId"]?.text ?? ""
            #expect(await world.mine("DELETE", path).status == 409, "\(name)")
            await world.mine("DELETE", "\(flow)/nodes/\(node)")
            #expect(await world.mine("DELETE", path).status == 204, "\(name)")
        }
    }

    @Test func `a used variable can be deleted where that is switched off`() async throws {
        let world = try await FrontlineWorld(switches: ["no-guard-in-use"])
        let id = await world.variable("used").int ?? 0
        let data: Value = [
            "conditions": [], "instructions": .null, "captureVariables": [["name": "used"]],
        ]
        #expect(await world.node(await world.flow(), "TOOLS_AI", data).status == 201)
        #expect(await world.mine("DELETE", "variables/\(id)").status == 204)
    }
}
