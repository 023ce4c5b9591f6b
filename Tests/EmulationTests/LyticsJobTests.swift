import Documents
import EmulatedKit
import Platforms
import Testing

struct LyticsJobTests {
    @Test func `a job starts at once unless run_job is false`() async throws {
        let world = try await World()
        let started = await world.job()
        #expect(await world.send("GET", "/v2/job/\(started)").data["status"] == "running")
        let stopped = await world.job("?run_job=false")
        #expect(await world.send("GET", "/v2/job/\(stopped)").data["status"] == "paused")
    }

    @Test func `an update resets what it leaves out and keeps auths, tag and config`() async throws
    {
        let world = try await World()
        let id = await world.job(
            "",
            [
                "tag": "mine", "quiet_period": 4, "meta": ["a": 1], "config": ["segment_id": "s"],
                "monitoring": ["on": true],
            ])
        let path = "/v2/job/braze-export/\(id)"
        let kept = await world.send("PUT", path, ["name": "New"]).data
        #expect(kept["description"] == "")
        #expect(!kept["quiet_period"].isThere)
        #expect(!kept["meta"].isThere)
        #expect(kept["tag"] == "mine")
        #expect(kept["config"] == ["segment_id": "s"])
        #expect(kept["monitoring"] == ["on": true])
        let cleared = await world.send("PUT", path, ["name": "New", "monitoring": .null]).data
        #expect(!cleared["monitoring"].isThere)
        #expect(cleared["workflow"] == "braze_export")
    }

    @Test func `commands move a job and are refused from the wrong state`() async throws {
        let world = try await World()
        let id = await world.job()
        let path = "/v2/job/\(id)"
        #expect(await world.send("POST", path + "/pause").data["status"] == "pausing")
        #expect(await world.send("GET", path).data["status"] == "paused")
        #expect(await world.send("POST", path + "/pause").code == "JOB-BADREQ-002")
        #expect(await world.send("POST", path + "/resume").data["status"] == "running")
        #expect(await world.send("POST", path + "/bounce").data["status"] == "initializing")
        #expect(await world.send("POST", path + "/release").status == 200)
        #expect(await world.send("POST", path + "/kill").status == 200)
        #expect(await world.send("POST", path + "/kill").status == 400)
        #expect(await world.send("POST", "/v2/job/none/kill").code == "JOB-NOTFOUND-004")
    }

    @Test func `killed jobs are listed with the switches of each preset`() async throws {
        for (preset, query, count) in [
            (EmulatedPreset.today, "", 0), (.today, "?show_deleted=true", 0),
            (.today, "?show_deleted=true&show_completed=true", 1), (.today, "?show_all=true", 1),
            (.brief, "?show_deleted=true", 1),
        ] {
            let world = try await World(preset: preset)
            await world.send("POST", "/v2/job/\(await world.job())/kill")
            let list = await world.send("GET", "/v2/job\(query)").data.list ?? []
            #expect(list.count == count, "\(preset) \(query)")
            let name: Value = preset == .brief ? "killed" : "deleted"
            #expect(list.allSatisfy { $0["status"] == name })
        }
    }

    @Test func `account logs leave out killed jobs and what is older than a day`() async throws {
        let world = try await World()
        let id = await world.job()
        let events = await world.send("GET", "/v2/job/logs").data.list ?? []
        #expect(events.map { $0["context"]?["event"]?.text } == ["created", "started"])
        await world.send("POST", "/_emulator/clock", ["advance": "25h"])
        #expect(await world.send("GET", "/v2/job/logs").data == [])
        #expect(await world.send("GET", "/v2/job/\(id)/logs").data.list?.count == 2)
        await world.send("POST", "/v2/job/\(id)/kill")
        #expect(await world.send("GET", "/v2/job/logs").data == [])
        #expect(await world.send("GET", "/v2/job/braze-export/\(id)/logs").data.list?.count == 3)
    }

    @Test func `a faulted job shows its error's detail on request`() async throws {
        let world = try await World()
        let id = await world.job()
        await world.send(
            "POST", "/_emulator/edit",
            ["kind": "lytics/job", "id": .text(id), "fields": ["status": "fault-3"]])
        let plain = await world.send("GET", "/v2/job/\(id)/logs").data.list?.last
        #expect(plain?["level"] == "error")
        #expect(plain?["context"] == [:])
        let full = await world.send("GET", "/v2/job/\(id)/logs?include_errors=true").data.list?.last
        #expect(full?["context"]?["error"] == "HTTP 503 from the destination")
    }

    @Test func `the job limit refuses the eleventh in an hour when it is on`() async throws {
        let world = try await World(switches: ["job-limit"])
        for _ in 0..<10 { #expect(await !world.job().isEmpty) }
        let body: Value = ["name": "x", "config": [:]]
        #expect(await world.send("POST", "/v2/job/braze_export", body).status == 429)
        await world.send("POST", "/_emulator/clock", ["advance": "61m"])
        #expect(await world.send("POST", "/v2/job/braze_export", body).status == 201)
    }
}
