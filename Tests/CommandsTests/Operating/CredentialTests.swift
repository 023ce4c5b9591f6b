import Documents
import InProcess
import Testing

@testable import Commands

/// The credentials of auths whose type's credentials nobody has listed.
@Suite struct `credentials of a type that is not listed` {
    private static let payload =
        #"{"label": "Snow", "config": {"account": "x1", "db_passwd_key": "hush"}}"#

    /// A desk with one such auth.
    private func desk() async throws -> Desk {
        let desk = try Desk(input: Self.payload)
        let status = try await desk.run(["lytics", "auths", "create", "snowflake", "-f", "-"])
        #expect(status != .done)
        let again = try await desk.run([
            "lytics", "auths", "create", "snowflake", "-f", "-", "--yes",
        ])
        #expect(again == .done, "\(desk.talk)")
        return desk
    }

    @Test func `are never wiped by an update that does not write them`() async throws {
        let desk = try await desk()
        let count = desk.writes.count
        let file = try desk.write("new.json", #"{"description": "Reads the orders"}"#)
        let status = try await desk.run(["lytics", "auths", "update", "Snow", "-f", file, "--yes"])
        #expect(status != .done)
        #expect(desk.talk.contains("error[lytics/no-credentials]"), "\(desk.talk)")
        #expect(desk.writes.count == count)
    }

    @Test func `are wanted of a new auth`() async throws {
        let desk = try Desk()
        let status = try await desk.run([
            "lytics", "auths", "create", "snowflake", "--label", "Snow", "--yes",
        ])
        #expect(status != .done)
        #expect(desk.talk.contains("error[lytics/no-credentials]"), "\(desk.talk)")
        #expect(desk.writes.isEmpty)
    }

    @Test func `are known by their names and never printed`() async throws {
        let desk = try Desk()
        let file = try desk.write("new.json", Self.payload)
        let status = try await desk.run([
            "lytics", "auths", "create", "snowflake", "-f", file, "--yes",
        ])
        #expect(status != .done)
        #expect(desk.talk.contains("error[lytics/literal-secret]"), "\(desk.talk)")
        #expect(!desk.talk.contains("hush"))
        #expect(desk.writes.isEmpty)
    }
}
