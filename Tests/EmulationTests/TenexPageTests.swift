import Documents
import EmulatedKit
import Platforms
import Testing

struct TenexPageTests {
    private static func encoded(_ cursor: String) -> String {
        cursor.replacing("+", with: "%2B").replacing("/", with: "%2F").replacing("=", with: "%3D")
    }

    private static func world(
        _ count: Int, preset: EmulatedPreset = .today, switches: [String] = []
    ) async throws -> TenexWorld {
        let world = try await TenexWorld(preset: preset, switches: switches)
        for number in 0..<count {
            await world.send("POST", "flows/workflows", ["name": .text("flow \(number)")])
        }
        return world
    }

    @Test func `pages follow each other by a cursor that must be encoded`() async throws {
        let world = try await Self.world(7)
        var names: [String] = []
        var path = "flows/workflows?limit=3"
        while true {
            let page = await world.send("GET", path)
            #expect(page.body["total"] == 7)
            names += page.items.compactMap { $0["name"]?.text }
            guard let cursor = page.body["next_cursor"]?.text else { break }
            for mark in ["+", "=", "/"] { #expect(cursor.contains(mark)) }
            let raw = await world.send("GET", "flows/workflows?cursor=\(cursor)")
            #expect(raw.places == ["query.cursor: value_error"])
            path = "flows/workflows?limit=3&cursor=\(Self.encoded(cursor))"
        }
        #expect(names == (0..<7).map { "flow \($0)" })
    }

    @Test func `a page has 50 rows, at most 200`() async throws {
        let world = try await Self.world(205)
        #expect(await world.send("GET", "flows/workflows").items.count == 50)
        #expect(await world.send("GET", "flows/workflows?limit=500").items.count == 200)
        for limit in ["0", "-1", "x"] {
            #expect(await world.send("GET", "flows/workflows?limit=\(limit)").status == 422)
        }
        let strict = try await TenexWorld(switches: ["tenex-strict-limit"])
        let refused = await strict.send("GET", "flows/workflows?limit=201")
        #expect(refused.places == ["query.limit: less_than_equal"])
    }

    @Test func `workflows and triggers are bare arrays under the customer's documents`()
        async throws
    {
        let world = try await Self.world(60, preset: .brief)
        #expect(await world.send("GET", "flows/workflows").body.list?.count == 60)
        #expect(await world.send("GET", "flows/triggers").body == [])
        let runs = await world.send("GET", "flows/runs").body
        #expect(runs == ["items": [], "next_cursor": .null])
        #expect(await world.send("GET", "flows/templates").body["total"] == 2)
    }

    @Test func `a cursor of one list is none of another`() async throws {
        let world = try await Self.world(2)
        let page = await world.send("GET", "flows/workflows?limit=1")
        let cursor = Self.encoded(page.body["next_cursor"]?.text ?? "")
        #expect(await world.send("GET", "flows/runs?cursor=\(cursor)").status == 422)
    }
}
