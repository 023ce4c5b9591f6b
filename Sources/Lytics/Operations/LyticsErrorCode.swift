import Platforms

/// What Lytics' error codes mean, and what to look at.
///
/// The codes are those of Lytics' OpenAPI of 2026-08; the service documents no more than names.
public enum LyticsErrorCode {
    /// One sentence about a code; nil for a code that is not known.
    public static func meaning(of code: String) -> String? { meanings[code] }

    /// Every known code, sorted.
    public static var all: [String] { meanings.keys.sorted() }

    private static let meanings: [String: String] = [
        "UNKNOWN-000": "the service gives no reason",
        "BADREQ-001": "the request or the payload is not as the service wants it",
        "JOB-BADREQ-002": "the job's payload or the command does not fit the job",
        "NOTFOUND-003": "there is no such object in this account",
        "JOB-NOTFOUND-004": "there is no such job in this account",
        "WF-NOTFOUND-005": "there is no such workflow",
        "AUTH-NOTFOUND-006": "there is no such auth in this account; create it first",
        "AUTHTYPE-NOTFOUND-007": "there is no such type of auth",
        "AUTH-BADREQ-008": "the auth's payload is not as its type wants it",
        "TABLE-NOTFOUND-009": "there is no such table",
        "SCHEMA-NOTFOUND-010": "there is no such schema",
        "SCHEMAVERSION-NOTFOUND-011": "the schema has no such version",
        "ENTITY-NOTFOUND-012": "there is no such person or content",
        "QUERY-NOTFOUND-013": "there is no such query",
        "STREAM-NOTFOUND-014": "there is no such stream",
        "PROVIDER-BADREQ-015": "the other system refused the request",
        "PROVIDER-NOTFOUND-016": "there is no such provider",
        "UNAUTHORIZED-017": "the other system does not take the credentials; renew the auth",
        "SCHEMA-INVALID-018": "the schema is not valid",
        "INTERNAL-019": "the service itself failed; try again later",
        "ROUTERULE-NOTFOUND-020": "there is no such routing rule",
        "ACCOUNT-NOTFOUND-021": "there is no such account",
        "JOB-FAULT-022": "the job ran into an error and is tried again, later each time",
        "USER-NOTFOUND-023": "there is no such user",
        "USER-BADREQ-024": "the user's data are not as the service wants them",
        "JSON-BADREQ-025": "the payload is not JSON",
        "FORBIDDEN-026": "the token may not do this",
    ]
}
