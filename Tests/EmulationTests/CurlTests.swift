import Documents
import EmulatedKit
import Emulation
import Foundation
import Platforms
import Testing

/// Runs every curl line of the customer's documents with curl itself, through a real socket.
struct CurlTests {
    @Test func `every curl line does what it says under both presets`() async throws {
        let lines = try CurlLine.all()
        #expect(lines.count == 38)
        var table = ["line                                              brief  today"]
        for line in lines {
            let brief = try await ending(of: line, .brief)
            let today = try await ending(of: line, .today)
            guard brief.status != today.status || brief.body != today.body else { continue }
            let name = line.title.padding(toLength: 50, withPad: " ", startingAt: 0)
            let isBody = brief.status == today.status
            table.append(
                "\(name)\(brief.status)    \(today.status)" + (isBody ? "  (another body)" : ""))
        }
        print(table.joined(separator: "\n"))
    }

    /// Runs a line against a world of its own; what it sends must be in the answer.
    private func ending(of line: CurlLine, _ preset: EmulatedPreset) async throws -> CurlEnding {
        let world = try await World(preset: preset)
        let variables = try await prepare(world, for: line)
        let isStrict = preset == .today
        await world.send("POST", "/_emulator/switches", ["strict-flows": .bool(isStrict)])
        let ending = try await withEmulator(world.emulator) { url in
            try await line.run(variables.merging(["LYTICS_API_URL": url]) { $1 })
        }
        guard !isStrict || !line.names("FLOW_PAYLOAD") else {
            #expect(ending.status == 400, "\(line.title): the newest source refuses `steps`")
            return ending
        }
        #expect(ending.isSuccess, "\(line.title): \(ending.body)")
        if let sent = ending.sent {
            let shown = line.text.contains("/auth") ? sent.with("config", .null) : sent
            #expect(ending.data.says(shown), "\(line.title): \(ending.body)")
        }
        return ending
    }

    @Test(arguments: [EmulatedPreset.brief, .today])
    func `the flow payload of the documents is taken as a draft and refused at running`(
        _ preset: EmulatedPreset
    ) async throws {
        let world = try await World(preset: preset)
        try await seed(world)
        let payload = try JSON.parse(Array(try CurlLine.fixture("flow-payload.json").utf8))
        let made = await world.send("POST", "/v2/flow/ui", payload)
        #expect(made.status == 201)
        #expect(made.data.says(payload))
        #expect(made.data["steps"]?.list?[1]["next"] == 3)
        let started = await world.send("POST", "/v2/flow/ui/flow_name", ["state": "running"])
        #expect(started.status == 400)
        #expect(started.message == "step 2 (`delay_step`) leads to step 3, which does not exist")
        #expect(await world.send("GET", "/v2/flow/ui/flow_name").data["state"] == "draft")
    }

    @Test func `a cut connection is an error for curl, a truncated answer too`() async throws {
        let world = try await World()
        let endings = try await withEmulator(world.emulator) { url in
            var endings: [Int] = []
            for kind in ["cut-after", "truncated"] {
                await world.send("POST", "/_emulator/faults", [["kind": .text(kind)]])
                endings.append(
                    try await Shell.run(
                        "curl -s -o /dev/null \(url)/v2/job -H 'Authorization: at.test.secret'"
                    ).status)
            }
            return endings
        }
        #expect(endings == [52, 18])
    }

    /// Creates what a line refers to and returns the variables it is written with.
    private func prepare(_ world: World, for line: CurlLine) async throws -> [String: String] {
        try await seed(world)
        let flow = try CurlLine.fixture("flow-payload.json")
        let job = try CurlLine.fixture("job-payload.json")
        if line.names("FLOW_ID") {
            await world.send("POST", "/v2/flow/ui", try JSON.parse(Array(flow.utf8)))
        }
        let query = line.text.contains("/resume") ? "?run_job=false" : ""
        let made = await world.send(
            "POST", "/v2/job/facebook-custom-audiences\(query)", ["name": "Old", "config": [:]])
        let connection = await world.send(
            "POST", "/v2/connection", ["label": "Warehouse", "provider_slug": "bigquery"])
        return [
            "LYTICS_API_TOKEN": world.token, "AUTH_ID": await world.auth().text ?? "",
            "TYPE": "sendgrid", "JOB_ID": made.data["id"]?.text ?? "",
            "WORKFLOW": "facebook_custom_audiences", "FLOW_ID": "flow_name", "VERSION": "0",
            "STEP_ID": "1", "TABLE": "orders",
            "CONNECTION_ID": connection.data["id"]?.text ?? "", "PATH": "/usr/bin:/bin",
            "CONNECTION": #"{"label": "New", "provider_slug": "bigquery"}"#,
            "AUTH": #"{"label": "New", "config": {"apikey": "another"}}"#,
            "WORK": #"{"workflow": "braze_export", "config": {"list": 7}}"#,
            "CONFIG": #"{"segment_id": "segment_id"}"#, "FLOW_PAYLOAD": flow, "JOB_PAYLOAD": job,
        ]
    }

    /// Makes what the payloads of the documents refer to, under the ids that they write.
    private func seed(_ world: World) async throws {
        let account = await world.send("GET", "/v2/account").data.list?.first?["aid"]?.int ?? 0
        let rows: [(table: String, id: String, value: Value)] = [
            ("lytics/segment", "segment_id", ["slug_name": "high_value_users"]),
            ("lytics/auth", "auth_id", ["label": "Auth", "type": "sendgrid"]),
            ("lytics/auth", "auth_provider_id", ["label": "Facebook", "type": "facebook_oauth"]),
            ("lytics/job", "work_id", ["name": "Work", "status": "paused", "deleted": false]),
        ]
        for row in rows {
            await world.send(
                "POST", "/_emulator/edit",
                [
                    "table": .text(row.table), "id": .text("\(account)/\(row.id)"),
                    "set": row.value.with("id", .text(row.id)),
                ])
        }
    }
}

extension Value {
    /// Whether it has every member of another value, as it has them; null stands for nothing.
    fileprivate func says(_ other: Value) -> Bool {
        switch (self, other) {
        case (_, .null): true
        case (.object(let all), .object(let some)):
            some.allSatisfy { (all[$0.key] ?? .null).says($0.value) }
        case (.list(let all), .list(let some)):
            all.count == some.count && zip(all, some).allSatisfy { $0.says($1) }
        default: self == other
        }
    }
}
