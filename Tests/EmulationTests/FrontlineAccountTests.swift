import Documents
import FrontlineEmulated
import EmulatedKit
import Platforms
import Testing

struct FrontlineAccountTests {
    private static let missing = "flows/000/nodes"

    @Test(arguments: EmulatedPreset.allCases)
    func `a key is needed, in two kinds`(preset: EmulatedPreset) async throws {
        let world = try await FrontlineWorld(preset: preset)
        for key in ["", "bad", "user.test", "user..secret", "admin.test.secret"] {
            let answer = await world.send("GET", "agents", key: key)
            #expect(answer.status == 401)
            #expect(answer.body["ok"] == false)
            #expect(answer.error == "unauthorized")
        }
        #expect(await world.send("GET", "agents", key: "user.test.other").results.count == 1)
        #expect(await world.send("GET", "agents", key: "general.test.x").results.count == 1)
        #expect(await world.send("GET", "agents", key: "user.else.x").results.isEmpty)
    }

    @Test func `a general key reads what is not a person's`() async throws {
        let world = try await FrontlineWorld()
        let mine = "agents/\(world.agent)"
        for path in ["agents", mine, "\(mine)/flows", "\(mine)/agent-setting", "tools", "objects"] {
            #expect(await world.send("GET", path, key: "general.test.x").status == 200, "\(path)")
        }
        let users = [
            "\(mine)/variables", "\(mine)/variables/all", "\(mine)/intents",
            "\(mine)/intents/all", "knowledge-bases", "playbooks", "integrations", "users",
        ]
        for path in users {
            #expect(await world.send("GET", path, key: "general.test.x").status == 401, "\(path)")
            #expect(await world.send("GET", path).status == 200, "\(path)")
        }
    }

    @Test func `a general key writes nothing`() async throws {
        let world = try await FrontlineWorld()
        let mine = "agents/\(world.agent)"
        let writes = [
            ("POST", "agents"), ("PUT", mine), ("DELETE", mine), ("PUT", "\(mine)/agent-setting"),
            ("PUT", "\(mine)/deployment-status"), ("POST", "\(mine)/messages"),
            ("POST", "\(mine)/flows"), ("DELETE", "\(mine)/\(await world.start())"),
            ("POST", "\(mine)/\(Self.missing)"), ("POST", "\(mine)/variables"),
            ("POST", "\(mine)/intents"), ("POST", "tools"),
        ]
        for (method, path) in writes {
            let answer = await world.send(method, path, ["name": "New"], key: "general.test.x")
            #expect(answer.status == 401, "\(method) \(path)")
        }
        #expect(await world.send("GET", "agents").results.map { $0["name"] } == ["Mia"])
    }

    @Test func `me says whose key it is, in an envelope`() async throws {
        let world = try await FrontlineWorld()
        let mine = await world.send("GET", "me").body
        #expect(mine["ok"] == true)
        #expect(mine["data"]?["account"]?["id"]?.int != nil)
        #expect(mine["data"]?["account"]?["namespace"] == "test")
        #expect(mine["data"]?["user"]?["email"] == "test@example.com")
        let general = await world.send("GET", "me", key: "general.test.x").body
        #expect(general["data"]?["account"] == mine["data"]?["account"])
        #expect(general["data"]?["user"] == .some(.null))
        #expect(await world.send("GET", "users").results.count == 1)
    }

    @Test func `what is not there is not found, and a bad body is refused`() async throws {
        let world = try await FrontlineWorld()
        for path in ["nothing", "agents/none", "agents/\(world.agent)/flows/1", "agents//x"] {
            let answer = await world.send("GET", path)
            #expect(answer.status == 404, "\(path)")
            #expect(answer.error == "not_found")
        }
        #expect(await world.send("PATCH", "agents").status == 404)
        #expect(await world.mine("GET", "flows/abc").issues == ["flowId: invalid_type"])
        #expect(await world.mine("GET", "variables/abc").status == 400)
        let broken = await world.ask("POST", "/public/v1/agents", Array("{".utf8))
        #expect(broken.status == 400)
        #expect(broken.error == "bad_request")
        #expect(await world.send("POST", "agents", ["list"]).status == 400)
        #expect(await world.send("POST", "agents").status == 400)
    }

    @Test func `ids are the same in every run and others in every account`() async throws {
        var seen: [Set<Value>] = []
        for key in ["user.test.secret", "user.test.secret", "user.other.secret"] {
            let world = try await FrontlineWorld()
            let agent = await world.send("POST", "agents", ["name": "A"], key: key).body["id"]
            let path = "agents/\(agent?.text ?? "")/flows"
            let made = await world.send("POST", path, ["name": "B"], key: key).body
            seen.append(Set([agent, made["id"], made["draftSnapshotId"]].compactMap { $0 }))
        }
        #expect(seen.map(\.count) == [3, 3, 3])
        #expect(seen[0] == seen[1])
        #expect(seen[0].isDisjoint(with: seen[2]))
    }

    @Test func `the API has its own paths`() {
        let api = FrontlineEmulatedAPI()
        #expect(api.owns(path: "/public/v1/agents"))
        #expect(api.owns(path: "/public/v1?x=1"))
        #expect(!api.owns(path: "/public/v2/agents"))
        #expect(!api.owns(path: "/v2/flow"))
    }
}
