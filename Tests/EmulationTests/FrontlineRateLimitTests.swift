import Documents
import EmulatedKit
import Platforms
import Testing

struct FrontlineRateLimitTests {
    @Test func `every answer says what is left of the minute`() async throws {
        let world = try await FrontlineWorld()
        let first = await world.send("GET", "agents")
        #expect(first.header("X-RateLimit-Limit") == "1000")
        #expect(first.header("X-RateLimit-Remaining") == "998")
        let refused = await world.send("GET", "nothing")
        #expect(refused.header("X-RateLimit-Remaining") == "997")
        let general = await world.send("GET", "agents", key: "general.test.x")
        #expect(general.header("X-RateLimit-Remaining") == "996")
        let other = await world.send("GET", "agents", key: "user.other.x")
        #expect(other.header("X-RateLimit-Remaining") == "999")
        #expect(await world.send("GET", "agents", key: "").header("X-RateLimit-Limit") == "1000")
    }

    @Test(arguments: EmulatedPreset.allCases)
    func `too many requests are refused only where that is switched on`(
        preset: EmulatedPreset
    ) async throws {
        let strict = try await FrontlineWorld(preset: preset, switches: ["rate-limits"])
        let free = try await FrontlineWorld(preset: preset)
        for _ in 0..<999 {
            await strict.send("GET", "me")
            await free.send("GET", "me")
        }
        let refused = await strict.send("GET", "me")
        #expect(refused.status == 429)
        #expect(refused.error == "internal_error")
        #expect(refused.header("X-RateLimit-Remaining") == "0")
        #expect(await free.send("GET", "me").status == 200)
    }

    @Test func `the window ends a minute after its first request`() async throws {
        let world = try await FrontlineWorld()
        await world.ask("POST", "/_emulator/clock", Array(#"{"advance":"59s"}"#.utf8))
        #expect(await world.send("GET", "me").header("X-RateLimit-Remaining") == "998")
        await world.ask("POST", "/_emulator/clock", Array(#"{"advance":"1s"}"#.utf8))
        #expect(await world.send("GET", "me").header("X-RateLimit-Remaining") == "999")
    }
}
