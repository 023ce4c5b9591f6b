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
        #expect(LyticsAuthAnswer(["type": "lytics-auth-token"]).isToken)
        #expect(LyticsAuthAnswer(["type": "lytics_auth_token"]).isToken)
        #expect(!LyticsAuthAnswer(["type": "sendgrid"]).isToken)
    }

    @Test func `has the credentials of its type in either spelling`() {
        #expect(CredentialKeys.of("aws-keys") == ["access_key", "secret_key"])
        #expect(CredentialKeys.of("webhook_no_auth") == [])
        #expect(CredentialKeys.of("something_else") == nil)
    }
}
