import Diagnostics
import Documents
import InProcess
import Platforms
import Testing

@testable import Commands

/// What ids, names and addresses mean on an account.
@Suite struct `a word for an object` {
    private static func found(_ words: [String], _ desk: Desk) async throws -> [String] {
        try await desk.operation().find(words, .job).map(\.id)
    }

    private static func problems(_ words: [String], _ desk: Desk) async throws -> [Diagnostic] {
        let failure = await #expect(throws: Failure.self) {
            _ = try await desk.operation().find(words, .job)
        }
        #expect(failure?.status == .failed)
        return failure?.report.diagnostics ?? []
    }

    @Test func `is its id, its name or its address, with or without the account`() async throws {
        let desk = try Desk()
        let id = try desk.job("Braze welcome")
        _ = try desk.job("Another")
        for word in [id, "Braze welcome", "lytics/job/\(id)", "job/\(id)"] {
            #expect(try await Self.found([word], desk) == [id], "\(word)")
        }
    }

    @Test func `means several in the order they are named`() async throws {
        let desk = try Desk()
        let ids = try ["One", "Two", "Three"].map { try desk.job($0) }
        #expect(try await Self.found(["Three", ids[0], "Two"], desk) == [ids[2], ids[0], ids[1]])
    }

    @Test func `is an id before it is a name`() async throws {
        let desk = try Desk()
        let id = try desk.job("One")
        _ = try desk.job(id)
        #expect(try await Self.found([id], desk) == [id])
    }

    @Test func `that several are called is refused with the id of each`() async throws {
        let desk = try Desk()
        let ids = try ["Twin", "Twin"].map { try desk.job($0) }
        let problem = try #require(try await Self.problems(["Twin"], desk).first)
        #expect(problem.code == "operate/ambiguous")
        #expect(problem.message == "2 jobs are called `Twin`")
        #expect(Set(problem.notes) == Set(ids.map { "`\($0)`" }))
        #expect(problem.help == "give the id")
    }

    @Test func `that means nothing is told with where it was looked for and what is close`()
        async throws
    {
        let desk = try Desk()
        let id = try desk.job("Braze welcome")
        let problem = try #require(try await Self.problems(["Braze welcom"], desk).first)
        #expect(problem.code == "operate/not-found")
        #expect(problem.message == "no job named `Braze welcom` in sandbox (lytics)")
        #expect(problem.notes == ["close: job `Braze welcome` (\(id))"])
        #expect(problem.help?.hasPrefix("see `weir lytics jobs list`") == true)
    }

    @Test func `that means nothing is told with all others that do not`() async throws {
        let desk = try Desk()
        _ = try desk.job("Twin")
        _ = try desk.job("Twin")
        let problems = try await Self.problems(["Twin", "nobody", "", "flow/none"], desk)
        #expect(
            problems.map(\.code) == [
                "operate/ambiguous", "operate/not-found", "operate/not-found",
                "operate/not-found",
            ])
    }

    @Test func `may be the id of what lists leave out`() async throws {
        let desk = try Desk(.nobody)
        let id = try desk.job("One")
        #expect(try await desk.run("lytics", "jobs", "kill", id, "--yes") == .done)
        #expect(try await Self.found([id], desk) == [id])
        #expect(try await Self.problems(["One"], desk).map(\.code) == ["operate/not-found"])
    }

    @Test func `may be the id or address of the file that manages it`() async throws {
        let desk = try Desk()
        let id = try desk.job("Braze welcome")
        let plain = try await desk.operation()
        let address = Address("lytics/job/welcome")
        let recorded = RecordedResource(
            address: address, kind: ResourceType.job.kind, liveID: .text(id), value: [:])
        let operation = Operation(
            session: plain.session, project: plain.project, client: plain.client,
            recorded: [address: recorded], vault: plain.vault, payload: nil)
        for word in ["welcome", "lytics/job/welcome", "job/welcome", id, "Braze welcome"] {
            let found = try await operation.find(word, .job)
            #expect(found.id == id, "\(word)")
            #expect(found.address == address)
        }
    }

    @Test func `that is left out means the only one there is`() async throws {
        let desk = try Desk()
        func choose() async throws -> LiveObject {
            let operation = try await desk.operation()
            let jobs = try await operation.objects(.job)
            return try await operation.choose(nil, .job, among: jobs, option: "--job")
        }
        let none = await #expect(throws: Failure.self) { try await choose() }
        #expect(none?.report.diagnostics.first?.message == "there is no job yet")
        let id = try desk.job("One")
        #expect(try await choose().id == id)
        _ = try desk.job("Two")
        let several = await #expect(throws: Failure.self) { try await choose() }
        #expect(several?.status == .wrongUsage)
        let problem = several?.report.diagnostics.first
        #expect(problem?.message == "there are 2 jobs, and none was named")
        #expect(problem?.help == "name one with `--job`: an id, a name or an address")
    }
}
