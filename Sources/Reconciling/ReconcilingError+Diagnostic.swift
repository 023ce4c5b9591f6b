public import Diagnostics
import Ledger
import Platforms

extension ReconcilingError {
    /// What a person is about, so that help speaks of nothing else.
    public enum Pursuit: Sendable { case applying, operating }

    /// The error as a problem to show, at the YAML that caused it where that is known.
    public func diagnostic(
        at span: SourceSpan? = nil, while pursuit: Pursuit = .applying
    ) -> Diagnostic {
        var text = text
        if pursuit == .operating { text.help = text.plainHelp ?? text.help }
        var notes = text.notes
        if let unrecorded { notes.append(unrecorded) }
        if tries > 1 { notes.append("it was sent \(tries) times") }
        if let requestID { notes.append("request id: \(requestID)") }
        return .error(text.code, text.message, at: span, notes: notes, help: text.help)
    }

    /// The message alone, for receipts.
    public var message: String { text.message }

    private struct Text {
        var code: any DiagnosticCode
        var message: String
        var notes: [String] = []
        var help: String?
        /// The help for those who do not apply anything.
        var plainHelp: String?
    }

    private var text: Text {
        switch cause {
        case .refused(let error): refusal(error)
        case .transport(let error): silence(error)
        case .redirected(let status, let location):
            Text(
                code: ReconcilingCode.redirect,
                message: "`\(account.url)` redirects to `\(location)` (\(status))",
                notes: [trying], help: checkURL)
        case .notJSON(let status, let mediaType):
            Text(
                code: ReconcilingCode.notJSON,
                message: "`\(account.url)` answered \(status) with "
                    + "\(mediaType.isEmpty ? "something that is not JSON" : "`\(mediaType)`, not JSON")",
                notes: [trying], help: checkURL)
        case .unpromised(let answer):
            Text(
                code: ReconcilingCode.unexpectedAnswer, message: answer.message(account.name),
                notes: [trying],
                help: "nothing is concluded from such an answer; try again, and if it stays so, "
                    + checkURL)
        case .beyondPatience(let reason, let wait, let bound): patience(reason, wait, bound)
        case .interrupted(let wasSent):
            Text(
                code: ReconcilingCode.interrupted,
                message: "not sent\(wasSent ? " again" : ""): interrupted while it waited for "
                    + "`\(account.name)`", notes: [trying])
        case .unexpected(let code, let message):
            Text(
                code: code, message: message, notes: [trying],
                help: code.text == ReconcilingCode.noIdentity.text ? checkURL : advice)
        case .cannotTell(let reason):
            Text(
                code: ReconcilingCode.applyCannotTell,
                message: "unknown outcome of \(doing.quoted): \(reason)",
                help: "look at `\(address?.text ?? account.name)` on the platform; the next plan "
                    + "goes by what it finds there",
                plainHelp: "look at `\(address?.text ?? account.name)` on the platform before "
                    + "the command is given again")
        case .otherIdentity(let bound, let found):
            Text(
                code: ReconcilingCode.otherIdentity,
                message: "the token of account `\(account.name)` is for `\(found)`, "
                    + "this environment is bound to `\(bound)`",
                help: "check the secret `\(account.tokenName)`, or choose another `--env`")
        case .secret(let name, let reason):
            Text(
                code: ReconcilingCode.secretMissing,
                message: "couldn't read the secret `\(name)`: \(reason)")
        case .ledger(let error): ledger(error.diagnostic())
        }
    }

    private func ledger(_ diagnostic: Diagnostic) -> Text {
        Text(
            code: AnyDiagnosticCode(recorded: diagnostic.code), message: diagnostic.message,
            help: diagnostic.help)
    }

    private func refusal(_ error: PlatformError) -> Text {
        let words = error.message.isEmpty ? "no reason given" : error.message
        let code = error.code.map { " \($0)" } ?? ""
        var text = Text(
            code: ReconcilingCode.applyRefused,
            message: "`\(account.name)` refused to \(doing): \(words) (\(error.status)\(code))")
        switch error.status {
        case 401:
            text.code = ReconcilingCode.notAuthorized
            text.message = "`\(account.name)` rejected the token: \(words) (401)"
            text.notes = [trying]
            text.help = "check the secret `\(account.tokenName)`"
        case 403:
            text.help = "the token in `\(account.tokenName)` may not do this"
        case 404:
            text.code = ReconcilingCode.notFound
            text.help = advice ?? missing(error)
            if error.code != nil { text.plainHelp = "`list` shows what the account has" }
        case 405:
            text.code = ReconcilingCode.notFound
            text.help = advice ?? checkURL
        case 429:
            text.code = ReconcilingCode.tooManyRequests
            let help =
                limit.map { limit in
                    "the platform takes \(limit.count) of them in an \(limit.window): try again "
                        + "after that"
                } ?? "wait a minute and try again"
            text.help = "\(help); what was done is recorded"
            text.plainHelp = help
        case 500...:
            text.code = ReconcilingCode.serverError
            text.help = "try again later; what was done is recorded"
            text.plainHelp = "try again later"
        default: text.help = advice
        }
        return text
    }

    /// What to do where something is not there: a platform that says so in its own form was found.
    private func missing(_ error: PlatformError) -> String {
        guard error.code != nil, error.isAboutObject else {
            return "if the object exists, \(checkURL)"
        }
        return "account `\(account.name)` does not have what the message names: correct it in the "
            + "file, or make the plan again where it was there before"
    }

    private func patience(_ reason: Wait.Reason, _ wait: Duration, _ bound: Duration) -> Text {
        let status = if case .asked(let status) = reason { " (\(status))" } else { "" }
        let help = "try again in \(wait.words), or let calls wait longer with `--patience`"
        return Text(
            code: ReconcilingCode.tooManyRequests,
            message: "`\(account.name)` takes no requests for another \(wait.words)\(status), and "
                + "a call waits \(bound.words) at most",
            notes: [trying], help: "\(help); what was done is recorded", plainHelp: help)
    }

    private func silence(_ error: TransportError) -> Text {
        switch error {
        case .notSent(let reason):
            Text(
                code: ReconcilingCode.unreachable,
                message: "`\(account.url)` cannot be reached: \(reason)", notes: [trying],
                help: checkURL)
        case .unknownOutcome(let reason):
            Text(
                code: ReconcilingCode.noAnswer,
                message: "`\(account.url)` gave no whole answer: \(reason)", notes: [trying],
                help: "try again; the next run first finds out what was carried out",
                plainHelp: "try again")
        case .tooLarge(let bytes):
            Text(
                code: ReconcilingCode.noAnswer,
                message: "`\(account.url)` gave an answer of more than \(bytes >> 20) MB",
                notes: [trying], help: checkURL)
        case .notHTTP(let reason):
            Text(
                code: ReconcilingCode.unreachable,
                message: "`\(account.url)` is no HTTP server: \(reason)", notes: [trying],
                help: checkURL)
        }
    }

    private var trying: String { "this was to \(doing)" }

    private var checkURL: String {
        let place = "check `url` of account `\(account.name)` in weir.yaml"
        return urlVariable.isEmpty ? place : "\(place), or the variable `\(urlVariable)`"
    }
}
