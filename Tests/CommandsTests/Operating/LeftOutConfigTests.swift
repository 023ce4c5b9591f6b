import Documents
import InProcess
import Testing

@testable import Commands

/// A `config` that a file leaves out.
@Suite struct `a config that is not written` {
    private static let job =
        "kind: lytics/job\nid: mails\nname: Mails\ndescription: Anew\nworkflow: braze_export\n"

    @Test func `is missed where a job is to be made, before anything is sent`() async throws {
        let desk = try Desk()
        try desk.write("job.yaml", Self.job)
        #expect(try await desk.run("apply", "--yes") != .done)
        #expect(desk.talk.contains("error[plan/needed-to-create]"), "\(desk.talk)")
        #expect(desk.writes.isEmpty)
    }

    @Test func `stays as it is where the job exists`() async throws {
        let desk = try Desk()
        try desk.make(
            "job/braze-export", ["name": "Mails", "config": ["segment_id": "seg_all_users"]])
        try desk.write("job.yaml", Self.job)
        #expect(try await desk.run("adopt", "job/mails", "--yes") == .done, "\(desk.talk)")
        #expect(try await desk.run("apply", "--yes") == .done, "\(desk.talk)")
        #expect(desk.writes.map { $0.body?["description"] } == ["Anew"])
        #expect(desk.writes.first?.body?["config"]?["segment_id"] == "seg_all_users")
    }

    @Test func `is not missed of an auth that others made`() async throws {
        let desk = try Desk()
        let id = try desk.make("auth/sendgrid", ["label": "Mails", "config": ["apikey": "k"]])
        try desk.write(
            "all.yaml",
            "kind: lytics/auth\nid: mails\nlabel: Mails\ntype: sendgrid\n"
                + "weir: { external: true }\n---\n"
                + Self.job + "config: {}\nauth_ids: [\"${auth/mails}\"]\n")
        #expect(try await desk.run("apply", "--yes") == .done, "\(desk.talk)")
        #expect(desk.writes.first?.body?["auth_ids"] == [.text(id)])
    }

    @Test func `is missed of an auth of ours that is changed`() async throws {
        let desk = try Desk()
        try desk.make("auth/sendgrid", ["label": "Mails", "config": ["apikey": "k"]])
        try desk.write(
            "auth.yaml",
            "kind: lytics/auth\nid: mails\nlabel: Mails\ntype: sendgrid\ndescription: Anew\n")
        #expect(try await desk.run("adopt", "auth/mails", "--yes") == .done, "\(desk.talk)")
        #expect(try await desk.run("apply", "--yes") != .done)
        #expect(desk.talk.contains("`config` must be written to change"), "\(desk.talk)")
        #expect(desk.writes.isEmpty)
    }
}
