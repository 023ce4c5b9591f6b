package import Diagnostics

/// The codes for what can go wrong between Weir and a platform.
package enum ReconcilingCode: String, ExplainedCode {
    case unreachable = "account/unreachable"
    case noAnswer = "account/no-answer"
    case notJSON = "account/not-json"
    case unexpectedAnswer = "account/unexpected-answer"
    case redirect = "account/redirect"
    case network = "account/network"
    case notAuthorized = "account/not-authorized"
    case notFound = "account/not-found"
    case shortList = "account/short-list"
    case notShown = "account/not-shown"
    case applyAnotherObject = "apply/another-object"
    case tooManyRequests = "account/too-many-requests"
    case interrupted = "account/interrupted"
    case serverError = "account/server-error"
    case noIdentity = "account/no-identity"
    case otherIdentity = "account/other-identity"
    case endlessList = "account/endless-list"
    case noStream = "account/no-stream"
    case applyRefused = "apply/refused"
    case applyAnswer = "apply/answer"
    case applyCannotTell = "apply/cannot-tell"
    case secretMissing = "secret/missing"

    /// What the rule of each code asks for, and why.
    package var meaning: Meaning {
        switch self {
        case .unreachable:
            Meaning(
                "No connection was made, so nothing was sent: the host is unknown, refuses, "
                    + "or does not speak HTTP. Check the account's `url`.")
        case .noAnswer:
            Meaning(
                "The connection broke or took too long after the request was sent, so it may "
                    + "have been carried out. Nothing is repeated blindly: the next run looks "
                    + "first.")
        case .notJSON:
            Meaning(
                "The answer is no JSON, so it does not come from the platform's API: often a "
                    + "proxy or a login page. Check the account's `url`.")
        case .unexpectedAnswer:
            Meaning(
                "The platform answered a read with success, but with something else than it "
                    + "promises there: an error object, an empty body, `null`, another envelope, a "
                    + "list whose elements have no id. Taken as it is, it would say that nothing is "
                    + "there, and everything would be made twice. So the read has failed, and "
                    + "nothing is planned. It is often passing trouble of the service or of a proxy "
                    + "before it; otherwise check the account's `url`.")
        case .network:
            Meaning(
                "Servers are reached as the usual variables say: `HTTPS_PROXY`, `HTTP_PROXY`, "
                    + "`ALL_PROXY` and `NO_PROXY` for a proxy, `SSL_CERT_FILE` and `SSL_CERT_DIR` "
                    + "for the issuers of certificates that are trusted instead of the system's. "
                    + "One of them cannot be followed, so nothing was sent.")
        case .redirect:
            Meaning(
                "Redirects are not followed, since they would send the token elsewhere. Write "
                    + "the URL that the server redirects to, if it is the platform's.")
        case .notAuthorized:
            Meaning(
                "The platform does not take the token: it is missing, wrong or expired. The "
                    + "help names the secret to check.")
        case .notFound:
            Meaning(
                "The platform has no such path or object. If the object exists, the `url` "
                    + "leads to another server or account.")
        case .shortList:
            Meaning(
                "A list leaves out many objects that the ledger holds, and some of them answer "
                    + "when they are asked for by their ids: the list is cut off, filtered or behind. "
                    + "Nothing is planned from it. Try again later.")
        case .notShown:
            Meaning(
                "An object that no list shows was asked for by its id, and the answer neither "
                    + "shows it nor says that it does not exist. It is not taken for gone, and nothing "
                    + "is planned. Try again later.")
        case .applyAnotherObject:
            Meaning(
                "The answer to a create shows an object that existed before, or that belongs to "
                    + "another resource, and what was created was not found either. Nothing was "
                    + "recorded: the next plan goes by what is live.")
        case .tooManyRequests:
            Meaning(
                "The platform takes no more requests for now. A call waits as long as the "
                    + "platform asks, but no longer in all than `--patience` says. Try again later; "
                    + "what was done is recorded.")
        case .interrupted:
            Meaning(
                "The platform made a call wait, and an interrupt ended the wait. The call was "
                    + "not sent, or was refused and not sent again; the next run goes on from there."
            )
        case .serverError:
            Meaning(
                "The platform failed on its side. Reads were repeated for as long as "
                    + "`--patience` says; writes were looked for. Try again, and give the request id "
                    + "to its support.")
        case .noIdentity:
            Meaning(
                "The answer that tells whose token this is does not tell it, so that nothing "
                    + "could make sure it is the right account.")
        case .otherIdentity:
            Meaning(
                "An environment is bound to the accounts of its first apply. This token is of "
                    + "another account: check the secret, or choose another environment.")
        case .endlessList:
            Meaning(
                "The platform says that a list goes on, and gives no next page or the same "
                    + "again. A list that may be incomplete is not used: what is missing in it "
                    + "would be made twice.")
        case .noStream:
            Meaning(
                "The platform answered with success where its events were asked for, but not "
                    + "with a stream of them.")
        case .applyRefused:
            Meaning(
                "The platform understood the request and said no, in the words shown. Nothing "
                    + "was changed by it; rows that do not need this one were carried out.")
        case .applyAnswer:
            Meaning(
                "The answer of a call lacks what the next one needs, such as the id of a new "
                    + "object. The next plan looks for the object on the platform.")
        case .applyCannotTell:
            Meaning(
                "A write was cut off, and looking does not tell whether it was carried out: "
                    + "several objects look like it, or one that cannot be it is called alike. Look "
                    + "on the platform; the next plan goes by what it finds.")
        case .secretMissing:
            Meaning(
                "A secret that is needed has no value: neither the process environment nor "
                    + "the sources under `secrets` in `weir.yaml` have it. Nothing was sent.")
        }
    }
}
