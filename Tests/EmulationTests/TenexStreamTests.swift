import Documents
import EmulatedKit
import TenexEmulated
@testable import Emulation
import Platforms
import Testing

struct TenexStreamTests {
    private static func lines(
        _ world: TenexWorld, _ run: String, after seen: String? = nil
    ) async -> (status: Int, lines: [String]) {
        var headers = ["Authorization": "Bearer tnx_demo0001_secret"]
        if let seen { headers["Last-Event-ID"] = seen }
        let response = await world.emulator.answer(
            method: "GET", path: "/api/v1/flows/runs/\(run)/stream", headers: headers)
        guard case .text(let text) = response.body else { return (response.status, []) }
        return (response.status, text.split(separator: "\n").map(String.init))
    }

    @Test func `a stream tells of every step and ends with the run`() async throws {
        let world = try await TenexWorld()
        let graph = Steps.graph(
            [Steps.agent("a"), Steps.step("b", "branch")], [Steps.edge("a", "b")])
        let run = await world.start(await world.workflow(graph))
        let early = await Self.lines(world, run).lines
        #expect(early.filter { $0.hasPrefix("event") } == ["event: run"])
        await world.wait("1s")
        let lines = await Self.lines(world, run).lines
        #expect(
            lines.filter { $0.hasPrefix("event") } == [
                "event: run", "event: run", "event: step", "event: step", "event: step",
                "event: run", "event: done",
            ])
        let ids = lines.filter { $0.hasPrefix("id") }
        #expect(ids == (1...7).map { "id: \($0)" })
        let last = lines.last { $0.hasPrefix("data: ") } ?? ""
        let done = try JSON.parse(String(last.dropFirst(6)))
        #expect(done["status"] == "completed")
        #expect(done["id"] == .text(run))
        let rest = await Self.lines(world, run, after: "6").lines
        #expect(rest.filter { $0.hasPrefix("id") } == ["id: 7"])
        #expect(await Self.lines(world, run, after: "7").lines.isEmpty)
    }

    @Test func `time goes on after the clock was moved and everything was reset`() async throws {
        let world = try await TenexWorld()
        await world.wait("25h")
        let reset = await world.emulator.answer(method: "POST", path: "/_emulator/reset")
        #expect(reset.status == 200)
        _ = await world.start(await world.workflow(Steps.graph([Steps.agent("a")])))
        let due = try #require(await world.emulator.nextChange)
        #expect(due.milliseconds - World.start.milliseconds < 60_000)
    }

    @Test func `a stream of a run that is not there is a 404`() async throws {
        let world = try await TenexWorld()
        #expect(await world.send("GET", "flows/runs/none/stream").status == 404)
    }

    @Test func `what happens next is known without asking`() async throws {
        let api = TenexEmulatedAPI()
        var store = EmulatedStore()
        api.seed(&store, now: World.start)
        func send(_ method: String, _ path: [String], _ body: Value = [:]) -> Value {
            let request = EmulatedRequest(
                method: method, path: ["api", "v1", "flows"] + path,
                headers: ["authorization": "Bearer tnx_demo0001_x"], body: body.canonicalBytes)
            guard case .json(let value) = api.answer(request, &store, now: World.start).body else {
                return .null
            }
            return value
        }
        #expect(api.nextChange(store, after: World.start) == nil)
        let graph = Steps.graph([Steps.wait("w", "PT1H")])
        let made = send("POST", ["workflows"], ["name": "F", "graph": graph])
        _ = send("POST", ["workflows", made["id"]?.text ?? "", "trigger"])
        let start = World.start.milliseconds
        #expect(api.nextChange(store, after: World.start)?.milliseconds == start + 50)
        api.advance(&store, to: EmulatedTime(milliseconds: start + 50))
        let hour = start + 50 + 3_600_000
        #expect(api.nextChange(store, after: World.start)?.milliseconds == hour)
        api.advance(&store, to: EmulatedTime(milliseconds: hour))
        #expect(api.nextChange(store, after: World.start) == nil)
    }
}
