import Documents
import Platforms
import Testing

@testable import Commands

private let now = "2026-11-27T10:00:00Z"

private func auth(_ id: String, _ raw: Object) -> ObservedResource {
    ObservedResource(
        account: "lytics", kind: KindName("lytics", "auth"), liveID: .text(id),
        naturalKey: .null,
        value: ["label": .text("Auth \(id)")], raw: .object(raw))
}

private func job(_ id: String, _ status: String, auths: [Value] = []) -> ObservedResource {
    ObservedResource(
        account: "lytics", kind: KindName("lytics", "job"), liveID: .text(id),
        naturalKey: .null,
        value: [
            "name": .text("Job \(id)"), "status": status == "paused" ? "paused" : "running",
            "auth_ids": .list(auths),
        ],
        raw: .null, facts: Facts(["status": .text(status)]))
}

private func status(_ observed: [ObservedResource]) -> [[String]] {
    let managed = RecordedResource(
        address: Address("lytics/job/mail"), kind: KindName("lytics", "job"),
        liveID: "j1", value: [:])
    let entries = LiveStatus(observed, recorded: [managed.address: managed], now: now).entries
    return entries.map { [$0.trouble.words, $0.object, $0.dependents.joined(separator: "; ")] }
}

@Suite struct `the status of accounts` {
    @Test func `tells the worst first, by address where there is one`() {
        let seen = [
            job("j1", "paused"), job("j2", "fault-3"), auth("a1", ["unhealthy": true]),
        ]
        #expect(
            status(seen) == [
                ["fault (3 errors)", "lytics/job j2", ""], ["unhealthy", "lytics/auth a1", ""],
                ["paused", "lytics/job/mail", ""],
            ])
    }

    @Test func `tells what waits for an object, managed or not`() {
        let seen = [
            auth("a1", ["expires": "2026-11-01T00:00:00Z"]), job("j1", "running", auths: ["a1"]),
            job("j2", "running", auths: ["a1"]),
        ]
        #expect(
            status(seen) == [["expired", "lytics/auth a1", "lytics/job Job j2; lytics/job/mail"]])
    }

    @Test func `says nothing of what works, or of which nothing is known`() {
        #expect(status([job("j1", "running"), job("j2", "sleeping"), auth("a1", [:])]) == [])
        let none = LiveStatus([], recorded: [:], now: now).text(TextStyle())
        #expect(none == "nothing is failed, unhealthy or paused\n")
    }
}
