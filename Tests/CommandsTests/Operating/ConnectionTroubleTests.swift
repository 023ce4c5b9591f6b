import Documents
import InProcess
import Testing

@testable import Commands

/// A connection whose auth opens nothing.
@Suite struct `a connection without its auth` {
    private func desk() async throws -> (Desk, connection: String, auth: String) {
        let desk = try Desk()
        let auth = try desk.make("auth/sendgrid", ["label": "Mails", "config": ["apikey": "k"]])
        let connection = try desk.make(
            "connection",
            [
                "label": "Letters", "provider_slug": "sendgrid", "config": [:],
                "auth_ids": [.text(auth)],
            ])
        let status = try await desk.run("lytics", "auths", "delete", auth, "--yes")
        #expect(status == .done, "\(desk.talk)")
        return (desk, connection, auth)
    }

    @Test func `is listed with the commands that mend it`() async throws {
        let (desk, id, auth) = try await desk()
        #expect(try await desk.run("lytics", "connections", "list") == .done)
        let told = "connection `Letters` uses auth `\(auth)`, which the account does not have"
        #expect(desk.talk.contains(told), "\(desk.talk)")
        #expect(desk.talk.contains("`weir lytics connections update \(id) -f FILE`"))
    }

    @Test(arguments: [["scan"], ["schema"], ["schema", "orders"]])
    func `shows nothing of the system, and says why`(words: [String]) async throws {
        let (desk, id, auth) = try await desk()
        let line = ["lytics", "connections", words[0], id] + words.dropFirst()
        #expect(try await desk.run(line) == .failed)
        let told = "it used auth `\(auth)`, which the account does not have"
        #expect(desk.talk.contains(told), "\(desk.talk)")
    }
}
