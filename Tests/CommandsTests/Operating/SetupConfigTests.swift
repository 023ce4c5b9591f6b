import Documents
import InProcess
import Testing

@testable import Commands

/// The settings of the connection that a setup makes.
@Suite struct `a setup` {
    private func setup(
        _ lines: [String], _ words: String..., provider: String = "bigquery"
    ) async throws -> (desk: Desk, status: Commands.ExitStatus) {
        let desk = try Desk(.lines(lines))
        let auth = try desk.make(
            "auth/google-service-account", ["label": "Reader", "config": ["key": "k"]])
        let line = ["lytics", "setup", provider, "--auth", auth, "--label", "Warehouse"]
        return (desk, try await desk.run(line + words))
    }

    private func config(_ desk: Desk) -> Value? {
        desk.writes.first { $0.line == "POST /v2/connection" }?.body?["config"]
    }

    @Test func `asks where the system is, setting by setting`() async throws {
        let lines = ["project=acme", "dataset=crm", "", "yes"]
        let (desk, status) = try await setup(lines)
        #expect(status == .done, "\(desk.talk)")
        #expect(config(desk) == ["dataset": "crm", "project": "acme"])
        #expect(desk.talk.contains("(such as project=…, dataset=…)"), "\(desk.talk)")
        #expect(desk.talk.contains("(such as dataset=…)"))
        #expect(desk.data.contains("project: acme"))
    }

    @Test func `takes it from options too, and asks no more`() async throws {
        let (desk, status) = try await setup(
            ["yes"], "--config", "project=acme", "--config", "url=a=b")
        #expect(status == .done, "\(desk.talk)")
        #expect(config(desk) == ["project": "acme", "url": "a=b"])
    }

    @Test func `goes on without where nothing is said`() async throws {
        let (desk, status) = try await setup(["", "yes"], provider: "sendgrid")
        #expect(status == .done, "\(desk.talk)")
        #expect(config(desk) == nil)
    }

    @Test(arguments: ["password=hush", "hush", "=hush", "db_secret_key=hush"])
    func `takes no credential for a setting, and prints none`(line: String) async throws {
        let (desk, status) = try await setup([line])
        #expect(status == .failed)
        #expect(desk.talk.contains("error[lytics/setup-choice]"), "\(desk.talk)")
        #expect(!desk.talk.contains("hush"))
        #expect(desk.writes.isEmpty)
    }
}
