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
        #expect(TenexRunStatus.waiting.verbs == [.pause, .cancel])
        #expect(TenexRunStatus.paused.verbs == [.resume, .cancel])
        #expect(TenexRunStatus.failed.verbs.isEmpty)
        #expect(TenexRunStatus.other("stuck").verbs == TenexRunVerb.allCases)
    }
}
