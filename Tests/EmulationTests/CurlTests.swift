import Documents
import Emulation
import Foundation
import Platforms
import Testing

/// Runs every curl line of the customer's documents with curl itself, through a real socket.
struct CurlTests {
    @Test func `every curl line is answered with success under both presets`() async throws {
        let lines = try Self.lines()
        #expect(lines.count == 38)
        let brief = try await Self.run(lines, .brief)
        let today = try await Self.run(lines, .today)
        var table = ["line                                              brief  today"]
        for (index, line) in lines.enumerated() {
            let shown = Self.shortened(line)
            #expect((200..<300).contains(brief[index].status), "\(shown): \(brief[index].body)")
            #expect((200..<300).contains(today[index].status), "\(shown): \(today[index].body)")
            guard brief[index] != today[index] else { continue }
            let name = shown.padding(toLength: 50, withPad: " ", startingAt: 0)
            let isBody = brief[index].status == today[index].status
            table.append(
                "\(name)\(brief[index].status)    \(today[index].status)"
                    + (isBody ? "  (another body)" : ""))
        }
        print(table.joined(separator: "\n"))
    }

    @Test func `a cut connection is an error for curl, a truncated answer too`() async throws {
        let world = try await World()
        let endings = try await withEmulator(world.emulator) { url in
            var endings: [Int] = []
            for kind in ["cut-after", "truncated"] {
                await world.send("POST", "/_emulator/faults", [["kind": .text(kind)]])
                endings.append(
                    try await Self.ending(
                        "curl -s -o /dev/null \(url)/v2/job -H 'Authorization: at.test.secret'"))
            }
            return endings
        }
        #expect(endings == [52, 18])
    }

    private struct Ending: Equatable {
        let status: Int
        let body: String
    }

    private static func lines() throws -> [String] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/lytics.curl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map(String.init)
    }

    private static func run(_ lines: [String], _ preset: EmulatedPreset) async throws -> [Ending] {
        var endings: [Ending] = []
        for line in lines {
            let world = try await World(preset: preset)
            let variables = try await prepare(world, for: line)
            let ending = try await withEmulator(world.emulator) { url in
                try await output(
                    line + " -w '\\n%{http_code}'",
                    variables.merging(["LYTICS_API_URL": url]) { $1 })
            }
            let parts = ending.split(separator: "\n", omittingEmptySubsequences: false)
            endings.append(
                Ending(
                    status: Int(parts.last ?? "") ?? 0,
                    body: parts.dropLast().joined(separator: "\n")))
        }
        return endings
    }

    /// Creates what a line refers to and returns the variables it is written with.
    private static func prepare(
        _ world: World, for line: String
    ) async throws -> [String: String] {
        let auth = await world.auth().text ?? ""
        let job = await world.job(line.contains("/resume") ? "?run_job=false" : "")
        _ = await world.flow()
        let connection = await world.send(
            "POST", "/v2/connection", ["label": "Warehouse", "provider_slug": "bigquery"])
        return [
            "LYTICS_API_TOKEN": world.token, "AUTH_ID": auth, "TYPE": "sendgrid", "JOB_ID": job,
            "WORKFLOW": "braze_export", "FLOW_ID": "welcome", "VERSION": "0", "STEP_ID": "1",
            "TABLE": "orders", "CONNECTION_ID": connection.data["id"]?.text ?? "",
            "PATH": "/usr/bin:/bin", "BODY": await body(of: line, world).canonicalJSON,
        ]
    }

    private static func body(of line: String, _ world: World) async -> Value {
        if line.contains("/connection") { return ["label": "New", "provider_slug": "snowflake"] }
        if line.contains("/auth") { return ["label": "New", "config": ["apikey": "another"]] }
        if line.contains("/work\"") { return ["workflow": "braze_export", "config": [:]] }
        if line.contains("/flow") {
            let steps: Value = [
                [
                    "id": 1, "type_hint": "work_export", "slug": "step_1", "next": 2,
                    "work_config": [:],
                ], ["id": 2, "type_hint": "delay", "slug": "wait", "next": 3, "delay": "24h"],
            ]
            return ["id": line.contains("FLOW_ID") ? "welcome" : "flow_name", "steps": steps]
        }
        return [
            "name": "New", "workflow": "facebook_custom_audiences",
            "config": ["segment_id": await world.segment()], "quiet_period": 4,
        ]
    }

    private static func shortened(_ line: String) -> String {
        let path = line.split(separator: "}").dropFirst().joined(separator: "}").prefix {
            $0 != "\""
        }
        let words = line.split(separator: " ")
        let method = words.firstIndex(of: "-X").map { String(words[$0 + 1]) } ?? "GET"
        return "\(method) \(path)"
    }

    private static func output(
        _ line: String, _ variables: [String: String]
    ) async throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line]
        process.environment = variables
        let pipe = Pipe()
        process.standardOutput = pipe
        try await finish(process)
        return String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }

    private static func ending(_ line: String) async throws -> Int {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line]
        try await finish(process)
        return Int(process.terminationStatus)
    }

    private static func finish(_ process: Process) async throws {
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in done.resume() }
            do { try process.run() } catch { done.resume(throwing: error) }
        }
    }
}
