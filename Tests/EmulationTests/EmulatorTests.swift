import Documents
import LyticsEmulated
import Emulation
import Foundation
import Platforms
import Testing

struct EmulatorTests {
    @Test func `faults hit the next matching requests and then pass`() async throws {
        let world = try await World()
        await world.send(
            "POST", "/_emulator/faults",
            [
                ["kind": "429", "retry_after": 2, "match": ["path": "/v2/job"]],
                ["kind": "500-after-commit", "match": ["method": "POST", "path": "/v2/job/*"]],
                ["kind": "cut-before", "writes": true, "skip": 1],
            ])
        let limited = await world.send("GET", "/v2/job")
        #expect(limited.status == 429)
        #expect(limited.headers.first?.value == "2")
        #expect(await world.job().isEmpty)
        #expect(await world.send("GET", "/v2/job").data.list?.count == 1)
        _ = await world.job()
        #expect(await world.send("POST", "/v2/job/braze_export", ["name": "x"]).status == 0)
    }

    @Test func `a fault answers what it is told, once`() async throws {
        let world = try await World()
        let body: Value = ["status": 403, "errors": [["message": "no"]], "request_id": "r"]
        await world.send(
            "POST", "/_emulator/faults", [["kind": "answer", "status": 403, "body": body]])
        let refused = await world.send("GET", "/v2/job")
        #expect(refused.status == 403)
        #expect(refused.body == body)
        #expect(await world.send("GET", "/v2/job").status == 200)
    }

    @Test func `a lagging read answers as before the last write`() async throws {
        let world = try await World()
        await world.send("GET", "/v2/job")
        await world.send("POST", "/_emulator/faults", [["kind": "lag", "count": 1]])
        _ = await world.job()
        #expect(await world.send("GET", "/v2/job").data == [])
        #expect(await world.send("GET", "/v2/job").data.list?.count == 1)
    }

    @Test func `a list leaves out one element, and what has no such element is whole`() async throws
    {
        let world = try await World()
        let id = await world.job()
        await world.send("POST", "/_emulator/faults", [["kind": "drop", "id": .text(id)]])
        #expect(await world.send("GET", "/v2/job/\(id)").data["id"]?.idText == id)
        #expect(await world.send("GET", "/v2/job").data == [])
        #expect(await world.send("GET", "/v2/job").data.list?.count == 1)
    }

    @Test func `a late request is carried out when its time comes`() async throws {
        let world = try await World()
        await world.send(
            "POST", "/_emulator/faults", [["kind": "late", "writes": true, "milliseconds": 5000]])
        let cut = await world.send("POST", "/v2/job/braze_export", ["name": "x", "config": [:]])
        #expect(cut.status == 0)
        #expect(await world.send("GET", "/v2/job").data == [])
        await world.send("POST", "/_emulator/clock", ["advance": "4s"])
        #expect(await world.send("GET", "/v2/job").data == [])
        await world.send("POST", "/_emulator/clock", ["advance": "1h"])
        let made = await world.send("GET", "/v2/job").data.list?.first?["created"]?.text
        #expect(made?.hasSuffix(":45Z") == true, "\(made ?? "")")
    }

    @Test(arguments: ["10000000000w", "9000000000000000ms", "420000w"])
    func `no clock goes beyond the year 9999`(_ step: String) async throws {
        let world = try await World()
        for _ in 0..<3 {
            await world.send("POST", "/_emulator/clock", ["advance": .text(step)])
            let now = await world.send("GET", "/_emulator/clock").body["now"]?.int ?? 0
            #expect((1...253_402_300_799_999).contains(now))
        }
        #expect(await world.send("GET", "/v2/job").status == 200)
    }

    @Test func `the log has every request without its token`() async throws {
        let world = try await World()
        await world.send("GET", "/v2/job?show_all=true")
        let log = await world.send("GET", "/_emulator/requests").body.list ?? []
        #expect(log.map { $0["path"]?.text } == ["/v2/job?show_all=true"])
        #expect(log.first?["headers"]?["authorization"] == "‹redacted›")
    }

    @Test func `an edit behind our back is no request`() async throws {
        let world = try await World()
        _ = await world.flow()
        await world.send("DELETE", "/_emulator/requests")
        let edit: Value = [
            "kind": "lytics/flow", "id": "welcome",
            "set": ["label": "Edited", "steps.wait.delay": "5h"],
        ]
        #expect(await world.send("POST", "/_emulator/edit", edit).status == 200)
        #expect(await world.send("GET", "/_emulator/requests").body == [])
        let flow = await world.send("GET", "/v2/flow/ui/welcome").data
        #expect(flow["label"] == "Edited")
        #expect(flow["steps"]?.list?[1]["delay"] == "5h")
    }

    @Test func `a data file keeps everything across a restart`() async throws {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("emulator-\(UUID().uuidString).sqlite").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let first = try await World(dataFile: path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let id = await first.job()
        _ = await first.flow()
        let second = try await World(dataFile: path)
        #expect(await second.send("GET", "/v2/job/\(id)").status == 200)
        #expect(
            await second.send("GET", "/v2/flow/ui").data == first.send("GET", "/v2/flow/ui").data)
        #expect(await second.job() != id)
    }

    @Test func `an unknown switch and an address beyond loopback are refused`() async throws {
        await #expect(throws: EmulatorError.self) { try await World(switches: ["nonsense"]) }
        await #expect(throws: EmulatorError.notLoopback("0.0.0.0")) {
            try await EmulatorServer(
                apis: [LyticsEmulatedAPI()], options: EmulatorOptions(host: "0.0.0.0"))
        }
    }
}
