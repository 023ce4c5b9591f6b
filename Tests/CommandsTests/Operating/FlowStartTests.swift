import Documents
import InProcess
import Testing

@testable import Commands

/// What a start looks at before anything is sent.
@Suite struct `a flow that is started` {
    private func start(_ desk: Desk) async throws -> (status: Commands.ExitStatus, sent: Int) {
        let status = try await desk.run("lytics", "flows", "start", "welcome", "--yes")
        return (status, desk.writes.count)
    }

    @Test func `needs a work for every export`() async throws {
        let desk = try Desk()
        try desk.flow(work: nil)
        let (status, sent) = try await start(desk)
        #expect(status != .done)
        #expect(sent == 0)
        #expect(desk.talk.contains("error[lytics/no-work]"), "\(desk.talk)")
        #expect(desk.talk.contains("`weir lytics flows work create welcome send -f WORK`"))
    }

    @Test func `needs its works to be published`() async throws {
        let desk = try Desk()
        try desk.flow(work: nil)
        try desk.make(
            "flow/ui/welcome/step/1/work",
            ["workflow": "webhook_triggers", "name": "Offer", "config": [:]])
        let (status, sent) = try await start(desk)
        #expect(status != .done)
        #expect(sent == 0)
        #expect(desk.talk.contains("`weir lytics flows work publish welcome send`"), "\(desk.talk)")
        try desk.make("flow/ui/welcome/step/1/work/publish", [:])
        #expect(try await start(desk) == (.done, 1), "\(desk.talk)")
    }

    @Test func `is not told so of a job that is only paused`() async throws {
        let desk = try Desk()
        let id = try desk.job("Mails")
        try desk.make("job/\(id)/pause", [:])
        try desk.flow(work: id)
        #expect(try await start(desk) == (.done, 1), "\(desk.talk)")
        #expect(desk.talk.contains("`send` sends nothing until its job `Mails` is resumed"))
    }
}
