import ArgumentParser
import Diagnostics
import Documents
import InProcess
import Platforms
import Testing

@testable import Commands

/// What is shown and asked before a write is sent, and what the answers do.
@Suite struct `the gate before a write` {
    @Test func `names environment, account and host first, and then every call`() async throws {
        let desk = try Desk(.lines(["y"]))
        let id = try desk.job("One")
        let status = try await desk.run("lytics", "jobs", "pause", id, "--env", "production")
        #expect(status == .done, "\(desk.talk)")
        let lines = desk.talk.split(separator: "\n").map(String.init)
        #expect(lines.first == "production · lytics at lytics.example")
        #expect(lines.dropFirst().first == "pause job `One` (\(id))")
        let write = try #require(desk.writes.first)
        let call = write.line.replacing(" ", with: " https://lytics.example")
        #expect(lines.contains { $0.contains(call) })
        #expect(desk.talk.contains("Pause it in production? [y/N] "))
        #expect(desk.writes.count == 1)
        #expect(desk.data.contains("paused job `One`"))
    }

    @Test(arguments: [
        ("pause", "Pause it in sandbox? [y/N] "),
        ("bounce", "Bounce it in sandbox? Type \"yes\": "),
        ("kill", "to kill it in sandbox: "),
    ])
    func `sends nothing after any other answer than the one it asks for`(
        verb: String, question: String
    ) async throws {
        let account = try Desk().account
        for answer in ["no", "n", "", "N", "YES", "Yes", "yes please", " yes", "yes ", "\u{4}"] {
            let desk = try Desk(.lines([answer, "yes"]), account: account)
            let id = try desk.job("Job \(answer.debugDescription)")
            let status = try await desk.run("lytics", "jobs", verb, id)
            #expect(status == .failed, "\(verb) \(answer.debugDescription)")
            #expect(desk.talk.contains(question))
            #expect(desk.talk.hasSuffix("nothing was sent\n"))
            #expect(desk.data.isEmpty)
        }
        #expect(account.writes.isEmpty)
    }

    @Test(
        arguments: ["pause", "bounce", "kill"], [Desk.Answers.nobody, .lines([])]
    )
    func `sends nothing where nobody answers, and says how to go on`(
        verb: String, answers: Desk.Answers
    ) async throws {
        let desk = try Desk(answers)
        let status = try await desk.run("lytics", "jobs", verb, try desk.job("One"))
        #expect(status == .failed)
        #expect(desk.writes.isEmpty)
        #expect(desk.talk.contains("error[operate/not-confirmed]: nothing was sent"))
        #expect(desk.talk.contains("pass `--yes` where no terminal answers"))
        if case .nobody = answers { #expect(!desk.talk.contains("in sandbox")) }
    }

    @Test func `takes nothing but the id where nothing takes the write back`() async throws {
        let account = try Desk().account
        let other = try Desk(account: account).job("Other")
        let id = try Desk(account: account).job("One")
        for answer in ["yes", "y", "One", "\(id) ", "", other, String(id.dropLast())] {
            let desk = try Desk(.lines([answer]), account: account)
            #expect(try await desk.run("lytics", "jobs", "kill", id) == .failed, "\(answer)")
            #expect(desk.talk.contains("this cannot be taken back"))
            #expect(desk.talk.contains("Type \"\(id)\" to kill it in sandbox:"))
        }
        #expect(account.writes.isEmpty)
        let desk = try Desk(.lines([id]), account: account)
        #expect(try await desk.run("lytics", "jobs", "kill", id) == .done)
        #expect(account.writes.count == 1)
    }

    @Test func `asks for the id of each of several, and sends none before the last`() async throws {
        let account = try Desk().account
        let ids = try ["One", "Two"].map { try Desk(account: account).job($0) }
        let wrong = try Desk(.lines([ids[0], ids[0]]), account: account)
        #expect(try await wrong.run("lytics", "jobs", "kill", ids[0], ids[1]) == .failed)
        #expect(account.writes.isEmpty)
        let right = try Desk(.lines(ids), account: account)
        #expect(try await right.run("lytics", "jobs", "kill", ids[0], ids[1]) == .done)
        #expect(account.writes.count == 2)
    }

    @Test func `asks once for several that can be taken back`() async throws {
        let desk = try Desk(.lines(["y"]))
        let ids = try ["One", "Two"].map { try desk.job($0) }
        #expect(try await desk.run("lytics", "jobs", "pause", ids[0], ids[1]) == .done)
        #expect(desk.talk.contains("Pause all 2 in sandbox? [y/N] "))
        #expect(desk.writes.count == 2)
    }

    @Test(arguments: ["pause", "bounce", "kill"])
    func `asks nothing with --yes, and still shows what is sent`(verb: String) async throws {
        let desk = try Desk(.nobody)
        let id = try desk.job("One")
        let status = try await desk.run(
            "lytics", "jobs", verb, id, "--yes", "--env", "production")
        #expect(status == .done, "\(desk.talk)")
        #expect(desk.writes.count == 1)
        #expect(desk.talk.hasPrefix("production · lytics at lytics.example\n\(verb) job `One`"))
        #expect(!desk.talk.contains("in production"))
    }

    @Test func `names the account where there is no project`() async throws {
        let desk = try Desk(.lines(["y"]), isProject: false)
        let id = try desk.job("One")
        #expect(try await desk.run("lytics", "jobs", "pause", id) == .done, "\(desk.talk)")
        #expect(desk.talk.hasPrefix("lytics at lytics.example\n"))
        #expect(desk.talk.contains("Pause it in lytics? [y/N] "))
    }

    @Test func `asks nothing of what is so already`() async throws {
        let desk = try Desk(.lines(["y"]))
        let ids = try ["One", "Two"].map { try desk.job($0) }
        #expect(try await desk.run("lytics", "jobs", "pause", ids[0]) == .done)
        let again = try Desk(.lines(["y"]), account: desk.account)
        #expect(try await again.run("lytics", "jobs", "pause", ids[0], ids[1]) == .done)
        #expect(again.talk.hasPrefix("job `One` (\(ids[0])) is paused already"))
        #expect(again.talk.contains("Pause it in sandbox? [y/N] "))
        #expect(desk.writes.count == 2)
    }
}

/// What files protect is refused before anything is asked.
@Suite struct `the gate before what a file protects` {
    private let address = Address("lytics/job/one")

    /// A kill of a job that a file manages and protects.
    private func admit(_ desk: Desk, _ options: [String]) async throws -> Bool {
        let id = try desk.job("One")
        let plain = try await desk.operation()
        let recorded = RecordedResource(
            address: address, kind: ResourceType.job.kind, liveID: .text(id), value: [:],
            isProtected: true, file: "jobs/one.yaml")
        let operation = Operation(
            session: plain.session, project: plain.project, client: plain.client,
            recorded: [address: recorded], vault: plain.vault, payload: nil)
        let found = try await operation.find(id, .job)
        let write = try operation.deletion(of: found, "kill", consequences: [])
        return try ConfirmationPrompt(operation: operation).admits(
            [write], try WritingOptions.parse(options))
    }

    @Test(arguments: [["--yes"], [], ["--yes", "--override-protect", "job/two"]])
    func `refuses it, also with --yes`(_ options: [String]) async throws {
        let desk = try Desk(.lines(["yes"]))
        let failure = await #expect(throws: Failure.self) { try await admit(desk, options) }
        #expect(failure?.status == .refused)
        let problem = failure?.report.diagnostics.first
        #expect(problem?.code == "operate/protected")
        #expect(problem?.help == "go on all the same with `--override-protect lytics/job/one`")
        #expect(desk.talk.isEmpty)
    }

    @Test(arguments: ["lytics/job/one", "job/one"])
    func `goes on where the address is given, and says which file manages it`(
        _ word: String
    ) async throws {
        let desk = try Desk()
        #expect(try await admit(desk, ["--yes", "--override-protect", word]))
        #expect(desk.talk.contains("managed by `lytics/job/one` (jobs/one.yaml"))
    }
}
