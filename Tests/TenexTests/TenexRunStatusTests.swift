import Platforms
import Tenex
import Testing

@Suite struct `the status of a run of 10ex` {
    @Test(arguments: [
        ("canceled", TenexRunStatus.cancelled), ("succeeded", .completed), ("success", .completed),
        ("pending", .queued), ("Running", .running), ("awaiting-approval", .awaitingApproval),
        ("stuck", .other("stuck")),
    ])
    func `is understood in every spelling`(_ word: String, _ status: TenexRunStatus) {
        #expect(TenexRunStatus(word) == status)
    }

    @Test func `is written as the service is taken to write it`() {
        #expect(TenexRunStatus("canceled").word == "cancelled")
        #expect(TenexRunStatus("Stuck").word == "stuck")
        #expect(TenexRunStatus.known.map { TenexRunStatus($0.word) } == TenexRunStatus.known)
    }

    @Test func `says whether anything still happens, and what may be done`() {
        #expect(TenexRunStatus.known.filter(\.isTerminal) == [.completed, .failed, .cancelled])
        let lifecycle = TenexRunStatus.lifecycle
        #expect(lifecycle.verbs(from: "waiting") == ["pause", "cancel"])
        #expect(lifecycle.verbs(from: "paused") == ["resume", "cancel"])
        #expect(lifecycle.verbs(from: "failed") == [])
        #expect(lifecycle.verbs(from: "stuck") == nil)
    }
}
