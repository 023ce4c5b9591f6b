import ArgumentParser
import Documents
import InProcess
import Testing

@testable import Commands

/// Jobs beside the flows that export through them.
@Suite struct `a job that flows export through` {
    private func desk(state: String, _ answers: Desk.Answers = .nobody) throws -> (Desk, String) {
        let desk = try Desk(answers)
        let id = try desk.job("Mails")
        try desk.flow(work: id)
        if state != "draft" { try desk.make("flow/ui/welcome", ["state": "running"]) }
        if state == "draining" { try desk.make("flow/ui/welcome", ["state": "draining"]) }
        return (desk, id)
    }

    @Test(arguments: ["pause", "kill"], ["running", "draining"])
    func `is stopped only after they are named`(verb: String, state: String) async throws {
        let (desk, id) = try desk(state: state)
        #expect(try await desk.run("lytics", "jobs", verb, id, "--yes") == .done, "\(desk.talk)")
        let told = "flow `Welcome` (welcome), which is \(state), exports through it at `send`"
        #expect(desk.talk.contains(told), "\(desk.talk)")
    }

    @Test(arguments: ["pause", "kill"])
    func `is stopped without a word on drafts`(verb: String) async throws {
        let (desk, id) = try desk(state: "draft")
        #expect(try await desk.run("lytics", "jobs", verb, id, "--yes") == .done, "\(desk.talk)")
        #expect(!desk.talk.contains("exports through it"))
    }

    @Test func `that was killed is called so`() async throws {
        let desk = try Desk()
        let id = try desk.job("Gone")
        #expect(try await desk.run("lytics", "jobs", "kill", id, "--yes") == .done)
        #expect(try await desk.run("lytics", "jobs", "pause", id, "--yes") != .done)
        #expect(desk.talk.contains("a job that is killed cannot be paused"), "\(desk.talk)")
    }
}

/// Lists of jobs in one state.
@Suite struct `a list of jobs in a state` {
    private func names(_ word: String) async throws -> Set<String> {
        let account = try Desk().account
        for (name, verb) in [("Goes", nil), ("Rests", "pause"), ("Gone", "kill")] {
            let id = try Desk(account: account).job(name)
            if let verb { try Desk(account: account).make("job/\(id)/\(verb)", [:]) }
        }
        let desk = try Desk(account: account)
        let status = try await desk.run(
            "lytics", "jobs", "list", "--status", word, "--format", "json")
        #expect(status == .done, "\(desk.talk)")
        #expect(desk.talk.isEmpty)
        let list = try JSON.parse(Array(desk.data.utf8)).list ?? []
        return Set(list.compactMap { $0["name"]?.text })
    }

    @Test(
        arguments: [
            ("running", "Goes"), ("runnable", "Goes"), ("paused", "Rests"), ("killed", "Gone"),
            ("deleted", "Gone"),
        ])
    func `has those alone, in either vocabulary`(word: String, name: String) async throws {
        #expect(try await names(word) == [name])
    }

    @Test func `of a word that is none is refused`() async throws {
        let desk = try Desk()
        await #expect(throws: (any Error).self) {
            try await desk.run("lytics", "jobs", "list", "--status", "asleep")
        }
    }
}
