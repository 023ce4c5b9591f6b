import Documents
import Lytics
import Platforms
import Testing

@Suite struct `a Lytics auth` {
    private static let healths: [(Object, LyticsAuthHealth)] = [
        (["status": "healthy", "unhealthy": false], .healthy),
        (["status": "healthy", "unhealthy": true], .unhealthy),
        (["status": "unhealthy"], .unhealthy), (["status": "strange"], .unknown), ([:], .unknown),
        (["status": "healthy", "expires": "2026-11-01T00:00:00Z"], .expired),
        (["status": "healthy", "expires": "2026-12-01T00:00:00Z"], .healthy),
        (["status": "healthy", "expires": ""], .healthy),
    ]

    @Test(arguments: healths)
    func `is as healthy as the service and its end say`(auth: Object, health: LyticsAuthHealth) {
        #expect(LyticsAuthHealth(auth, now: "2026-11-21T12:00:00Z") == health)
    }

    @Test func `that is worst off counts for several`() {
        #expect([LyticsAuthHealth.healthy, .expired, .unknown].max() == .expired)
    }

    @Test func `is a token in either spelling of its type`() {
        #expect(LyticsAuthOperations.isToken(["type": "lytics-auth-token"]))
        #expect(LyticsAuthOperations.isToken(["type": "lytics_auth_token"]))
        #expect(!LyticsAuthOperations.isToken(["type": "sendgrid"]))
    }

    @Test func `has the credentials of its type in either spelling`() {
        #expect(CredentialKeys.of("aws-keys") == ["access_key", "secret_key"])
        #expect(CredentialKeys.of("webhook_no_auth") == [])
        #expect(CredentialKeys.of("something_else") == nil)
    }

    @Test(
        arguments: [
            ("service_account_key", true), ("db_key", true), ("refresh_token", true),
            ("clientSecret", true), ("PASSWORD", true), ("webhook_url", true),
            ("private_pem", true), ("public_key", false), ("token_endpoint", false),
            ("access_token_url", false), ("account", false), ("rest_endpoint", false),
        ])
    func `of any type has the usual credentials`(key: String, isCredential: Bool) {
        #expect(CredentialKeys.contains(key, type: "something_else") == isCredential)
        #expect(CredentialKeys.contains(key, type: "sendgrid") == isCredential)
    }

    @Test func `whose file writes no credentials keeps those that it has`() throws {
        let text =
            "kind: lytics/auth\nid: a\ntype: slack\nlabel: A\ndescription: new\nconfig: {}\n"
        let written = try #require(LyticsDocuments.decode(text).resource)
        let live = ObservedResource(
            account: "lytics", kind: written.kind, liveID: "1", naturalKey: .null,
            value: written.value, raw: ["id": "1", "label": "A"])
        let change = LyticsAccount().change(.update, written, live)
        let bodies = LyticsAuthKind().calls(for: change).calls.compactMap { call in
            if case .over(let overlay) = call.request.body { overlay.ours } else { nil }
        }
        #expect(bodies == [["label": "A", "description": "new"]])
    }
}
