public import Diagnostics

/// What can go wrong between us and a platform, and what to do.
public enum ReconcilingExplanations {
    /// One for each code.
    public static let all: [Explanation] = [
        Explanation(
            code: "account/unreachable",
            text: "No connection was made, so nothing was sent: the host is unknown, refuses, "
                + "or does not speak HTTP. Check the account's `url`."),
        Explanation(
            code: "account/no-answer",
            text: "The connection broke or took too long after the request was sent, so it may "
                + "have been carried out. Nothing is repeated blindly: the next run looks "
                + "first."),
        Explanation(
            code: "account/not-json",
            text: "The answer is no JSON, so it does not come from the platform's API: often a "
                + "proxy or a login page. Check the account's `url`."),
        Explanation(
            code: "account/unexpected-answer",
            text: "The platform answered a read with success, but with something else than it "
                + "promises there: an error object, an empty body, `null`, another envelope, a "
                + "list whose elements have no id. Taken as it is, it would say that nothing is "
                + "there, and everything would be made twice. So the read has failed, and "
                + "nothing is planned. It is often passing trouble of the service or of a proxy "
                + "before it; otherwise check the account's `url`."),
        Explanation(
            code: "account/redirect",
            text: "Redirects are not followed, since they would send the token elsewhere. Write "
                + "the URL that the server redirects to, if it is the platform's."),
        Explanation(
            code: "account/not-authorized",
            text: "The platform does not take the token: it is missing, wrong or expired. The "
                + "help names the secret to check."),
        Explanation(
            code: "account/not-found",
            text: "The platform has no such path or object. If the object exists, the `url` "
                + "leads to another server or account."),
        Explanation(
            code: "account/short-list",
            text: "A list leaves out many objects that the ledger holds, and some of them answer "
                + "when they are asked for by their ids: the list is cut off, filtered or behind. "
                + "Nothing is planned from it. Try again later."),
        Explanation(
            code: "account/not-shown",
            text: "An object that no list shows was asked for by its id, and the answer neither "
                + "shows it nor says that it does not exist. It is not taken for gone, and nothing "
                + "is planned. Try again later."),
        Explanation(
            code: "apply/another-object",
            text: "The answer to a create shows an object that existed before, or that belongs to "
                + "another resource, and what was created was not found either. Nothing was "
                + "recorded: the next plan goes by what is live."),
        Explanation(
            code: "account/too-many-requests",
            text: "The platform takes no more requests for now. A call waits as long as the "
                + "platform asks, but no longer in all than `--patience` says. Try again later; "
                + "what was done is recorded."),
        Explanation(
            code: "account/interrupted",
            text: "The platform made a call wait, and an interrupt ended the wait. The call was "
                + "not sent, or was refused and not sent again; the next run goes on from there."),
        Explanation(
            code: "account/server-error",
            text: "The platform failed on its side. Reads were repeated for as long as "
                + "`--patience` says; writes were looked for. Try again, and give the request id "
                + "to its support."),
        Explanation(
            code: "account/no-identity",
            text: "The answer that tells whose token this is does not tell it, so that nothing "
                + "could make sure it is the right account."),
        Explanation(
            code: "account/other-identity",
            text: "An environment is bound to the accounts of its first apply. This token is of "
                + "another account: check the secret, or choose another environment."),
        Explanation(
            code: "account/endless-list",
            text: "The platform says that a list goes on, and gives no next page or the same "
                + "again. A list that may be incomplete is not used: what is missing in it "
                + "would be made twice."),
        Explanation(
            code: "account/no-stream",
            text: "The platform answered with success where its events were asked for, but not "
                + "with a stream of them."),
        Explanation(
            code: "apply/refused",
            text: "The platform understood the request and said no, in the words shown. Nothing "
                + "was changed by it; rows that do not need this one were carried out."),
        Explanation(
            code: "apply/answer",
            text: "The answer of a call lacks what the next one needs, such as the id of a new "
                + "object. The next plan looks for the object on the platform."),
        Explanation(
            code: "apply/cannot-tell",
            text: "A write was cut off, and looking does not tell whether it was carried out: "
                + "several objects look like it, or one that cannot be it is called alike. Look "
                + "on the platform; the next plan goes by what it finds."),
        Explanation(
            code: "secret/missing",
            text: "A secret that is needed has no value: neither the process environment nor "
                + "the sources under `secrets` in `weir.yaml` have it. Nothing was sent."),
    ]
}
