import Documents
import EmulatedKit
import Emulation
import Platforms
import Testing

/// What the emulated Lytics tells of segments, fields and people, as the sources have it.
struct LyticsAudienceTests {
    /// Sends a text as it is, not as JSON.
    private func send(_ world: World, _ path: String, text: String) async -> Answer {
        let response = await world.emulator.answer(
            method: "POST", path: path,
            headers: ["Authorization": world.token, "Content-Type": "text/plain"],
            body: Array(text.utf8))
        guard case .json(let body) = response.body else {
            return Answer(status: response.status, body: .null, headers: [])
        }
        return Answer(status: response.status, body: body, headers: [])
    }

    @Test func `a size is told of one segment, and of all where the query asks for it`()
        async throws
    {
        let world = try await World()
        let plain = await world.send("GET", "/v2/segment/vip").data
        #expect(!plain["size"].isThere)
        let size = await world.send("GET", "/api/segment/vip/size")
        #expect(size.body["message"] == "success")
        #expect(Set(size.data.object?.map(\.key) ?? []) == ["id", "name", "slug_name", "size"])
        #expect(size.data["id"] == plain["id"])
        #expect(
            await world.send("GET", "/v2/segment/vip?sizes=true").data["size"] == size.data["size"])
        let all = await world.send("GET", "/v2/segment?sizes=true").data.list ?? []
        #expect(!all.isEmpty)
        #expect(all.allSatisfy { ($0["size"]?.int ?? 0) > 0 })
        let without = await world.send("GET", "/v2/segment").data.list ?? []
        #expect(without.count == all.count)
        #expect(without.allSatisfy { !$0["size"].isThere })
        let missing = await world.send("GET", "/api/segment/nobody/size")
        #expect(missing.status == 404)
        #expect(missing.body["data"] == .null)
        #expect(missing.message == "there is no segment `nobody` in this account")
    }

    @Test func `a text has the size of the segment with the same condition`() async throws {
        let world = try await World()
        let text = #"FILTER tier = "vip" FROM user"#
        let adHoc = await send(world, "/api/segment/size", text: text)
        let saved = await world.send("GET", "/api/segment/vip/size")
        #expect(adHoc.data["size"] == saved.data["size"])
    }

    @Test(arguments: [
        ("", "Unrecognized Filter Statement"), ("country = 1", "Unrecognized Filter Statement"),
        ("FILTER AND (a = 1", "`(` is not closed"), ("FILTER a = 1)", "`)` without `(`"),
        (#"FILTER a = "x"#, "a string is not closed"),
    ])
    func `a text that is no FilterQL is refused with the reason`(
        text: String, reason: String
    ) async throws {
        let world = try await World()
        let answer = await send(world, "/api/segment/validate", text: text)
        let message = "Failed parsing segment QL \(reason)"
        #expect(answer.status == 400)
        #expect(answer.body == ["data": .null, "status": 400, "message": .text(message)])
        #expect(await send(world, "/api/segment/size", text: text).status == 400)
        let body: Value = ["name": "New", "segment_ql": .text(text)]
        #expect(await world.send("POST", "/v2/segment", body).message == "Invalid SegmentQL")
    }

    @Test func `a text that is FilterQL is valid`() async throws {
        let world = try await World()
        let text = #"FILTER AND (country = "US)", visitct > 5) FROM user ALIAS test"#
        let answer = await send(world, "/api/segment/validate", text: text)
        #expect(answer.status == 200)
        #expect(answer.body == ["data": .null, "status": 200, "message": "success"])
    }

    private func made(_ world: World, _ slug: String, table: String = "user") async -> Value {
        let body: Value = [
            "name": "New", "slug_name": .text(slug), "table": .text(table),
            "segment_ql": .text("FILTER a = 1 FROM \(table) ALIAS \(slug)"),
        ]
        return await world.send("POST", "/v2/segment", body).data
    }

    @Test func `an update changes what is sent, and a slug that is taken is refused`() async throws
    {
        let world = try await World()
        let new = await made(world, "new")
        let path = "/v2/segment/\(new["id"]?.text ?? "")"
        let renamed = await world.send("PUT", path, ["name": "Newer", "id": "x", "size": 0])
        #expect(renamed.status == 200)
        #expect(renamed.data == new.with("name", "Newer"))
        let taken = await world.send("PUT", path, ["slug_name": "vip"])
        #expect(taken.status == 400)
        #expect(taken.message == "Slug is already used.")
        let alias = await world.send(
            "PUT", path, ["segment_ql": "FILTER a = 2 FROM user ALIAS other"])
        #expect(alias.data["slug_name"] == "other")
        #expect(alias.data["id"] == new["id"])
        #expect(await world.send("GET", "/v2/segment/new").status == 404)
        #expect(await made(world, "new")["id"] != new["id"])
        #expect(await world.send("PUT", "/v2/segment/nobody", [:]).status == 404)
    }

    @Test func `an update without FROM makes another segment of another table`() async throws {
        let world = try await World()
        let content = await made(world, "articles", table: "content")
        let path = "/v2/segment/\(content["id"]?.text ?? "")"
        let answer = await world.send("PUT", path, ["segment_ql": "FILTER a = 2"])
        #expect(answer.status == 200)
        #expect(answer.data["id"] != content["id"])
        #expect(answer.data["table"] == "user")
        #expect(answer.data["slug_name"] == "articles_1")
        #expect(await world.send("GET", path).data == content)
    }

    @Test func `one segment is deleted, or several at once with an account of each`() async throws {
        let world = try await World()
        let ids = [await made(world, "one"), await made(world, "two"), await made(world, "three")]
            .map { $0["id"]?.text ?? "" }
        #expect(await world.send("DELETE", "/v2/segment/\(ids[0])").status == 200)
        #expect(await world.send("GET", "/v2/segment/\(ids[0])").status == 404)
        #expect(await world.send("DELETE", "/v2/segment/\(ids[0])").status == 404)
        let answer = await world.send("DELETE", "/v2/segment/\(ids[0]),\(ids[1]),\(ids[2])")
        #expect(answer.status == 200)
        #expect(answer.data["deleted"] == .list(ids.dropFirst().map { .text($0) }))
        #expect(answer.data["not_deleted"] == [.text(ids[0])])
        #expect(answer.data["segments"]?.list?.count == 3)
        #expect(await world.send("GET", "/v2/segment/\(ids[2])").status == 404)
    }

    @Test func `the fields of the table user have types and merge operations`() async throws {
        let world = try await World()
        let fields = await world.send("GET", "/v2/schema/user/field").data.list ?? []
        let email = fields.first { $0["id"] == "email" }
        #expect(email?["type"] == "string")
        #expect(email?["is_identifier"] == true)
        let names = ["id", "type", "shortdesc", "longdesc", "mergeop", "is_identifier", "is_pii"]
        #expect(fields.allSatisfy { Set($0.object?.map(\.key) ?? []) == Set(names) })
        #expect(await world.send("GET", "/v2/schema/content/field").code == "SCHEMA-NOTFOUND-010")
    }

    private func people(_ world: World) async -> [Value] {
        var people: [Value] = []
        for number in 1...40 {
            let path = "/api/entity/user/email/customer\(number)@example.com"
            people.append(await world.send("GET", path + "?segments=true&allsegments=true").data)
        }
        return people
    }

    @Test func `a person tells the step of every flow that runs, by its version`() async throws {
        let world = try await World()
        _ = await world.flow()
        #expect(await people(world).allSatisfy { $0["flows_step_slugs"] == [:] })
        await world.send("POST", "/v2/flow/ui/welcome", ["state": "running"])
        let people = await people(world)
        let inside = people.filter { $0["segments"]?.list?.contains("new_signups") == true }
        #expect(inside.count > 5 && inside.count < 35)
        let slugs = inside.compactMap { $0["flows_step_slugs"]?["welcome-0"]?.text }
        #expect(slugs.count == inside.count)
        #expect(Set(slugs) == ["send", "wait"])
        let outside = people.filter { $0["segments"]?.list?.contains("new_signups") == false }
        #expect(outside.allSatisfy { $0["flows_step_slugs"] == [:] })
    }

    @Test(arguments: [
        "email/nobody@example.com", "email/customer41@example.com", "user_id/x", "x/1",
    ])
    func `a person who is not there is a placeholder and no 404`(identity: String) async throws {
        let world = try await World()
        let answer = await world.send("GET", "/api/entity/user/\(identity)?segments=true")
        #expect(answer.status == 200)
        #expect(answer.body["message"] == "Not Found")
        #expect(answer.data == ["segments": ["not_found", "all"]])
        let there = await world.send("GET", "/api/entity/user/user_id/7")
        #expect(there.data["email"] == "customer7@example.com")
        #expect(!there.data["segments"].isThere)
    }

    @Test(
        arguments: [
            ("label", true), ("description", .null), ("auth_ids", .null), ("auth_ids", [1]),
        ] as [(String, Value)])
    func `a connection refuses what has another type`(name: String, value: Value) async throws {
        let world = try await World()
        let whole: Value = ["label": "Warehouse", "provider_slug": "bigquery"]
        let made = await world.send("POST", "/v2/connection", whole)
        let path = "/v2/connection/\(made.data["id"]?.text ?? "")"
        let changed = await world.send("PUT", path, .object(Object([(name, value)])))
        #expect(changed.status == 400)
        #expect(changed.message.hasPrefix("`\(name)` of a connection must be"))
        #expect(await world.send("POST", "/v2/connection", whole.with(name, value)).status == 400)
        #expect(await world.send("GET", path).data == made.data)
    }
}
