import Documents
import InProcess
import Lytics
import LyticsEmulated
import Testing

@testable import Commands

/// An apply that makes more jobs than an account takes in an hour.
@Suite struct `an apply beyond the hourly limit of new jobs` {
    private func desk(_ count: Int) throws -> Desk {
        let account = InProcessAccount(
            LyticsPlatform(), emulatedBy: LyticsEmulatedAPI(),
            switches: ["open-catalogue", "job-limit"])
        let desk = try Desk(account: account)
        let jobs = (1...count).map { number in
            "kind: lytics/job\nid: j\(number)\nname: Job \(number)\nworkflow: braze_export\n"
                + "config: {}\n"
        }
        try desk.write("jobs.yaml", jobs.joined(separator: "---\n"))
        try desk.write(
            "flow.yaml",
            "kind: lytics/flow\nid: wait\nlabel: Wait\nweir: { after: [job/j1] }\nsteps:\n"
                + "  - { slug: wait, label: Wait, type_hint: delay, delay: 1h, next: end }\n")
        return desk
    }

    @Test func `makes what it can, tries no more after the refusal, and names the hour`()
        async throws
    {
        let desk = try desk(20)
        let status = try await desk.run("apply", "--yes")
        #expect(status == .appliedInPart, "\(desk.talk)")
        let made = desk.writes.filter { $0.line.hasPrefix("POST /v2/job/") }
        // Four rows at once may each have been refused four times.
        #expect(made.count <= 10 + 4 * 4, "\(made.count)")
        let all = desk.talk + desk.data
        #expect(all.contains("the platform takes 10 of them in an hour"), "\(all)")
        #expect(all.contains("skipped because of row"), "\(all)")
        #expect(desk.writes.contains { $0.line.hasPrefix("POST /v2/flow") }, "\(all)")
    }
}
