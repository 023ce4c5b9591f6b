public import Diagnostics
public import Ledger
public import Platforms

/// Why something between us and a platform did not work, with all that a message needs.
public struct ReconcilingError: Error, Sendable, Equatable {
    /// What went wrong.
    public enum Cause: Sendable, Equatable {
        /// The platform said no.
        case refused(PlatformError)
        /// There was no answer.
        case transport(TransportError)
        /// The server sent us elsewhere.
        case redirected(status: Int, location: String)
        /// The answer is not JSON; with its media type.
        case notJSON(status: Int, mediaType: String)
        /// The answer to a read is not what the platform promises.
        case unpromised(UnpromisedAnswer)
        /// The platform takes nothing for longer than one call may wait.
        case beyondPatience(Wait.Reason, wait: Duration, bound: Duration)
        /// An interrupt ended the wait before it was sent, or sent again.
        case interrupted(wasSent: Bool)
        /// The answer is not what the row needs; with the diagnostic's code.
        case unexpected(AnyDiagnosticCode, message: String)
        /// Whether a write was carried out cannot be told; with the reason.
        case cannotTell(String)
        /// The token is of another account than this environment is bound to.
        case otherIdentity(bound: String, found: String)
        /// A secret cannot be had.
        case secret(name: String, reason: String)
        /// The ledger cannot be used.
        case ledger(LedgerError)

        /// The answer is not what the row needs; with the diagnostic's code.
        public static func unexpected(code: some DiagnosticCode, message: String) -> Cause {
            .unexpected(AnyDiagnosticCode(code), message: message)
        }
    }

    /// What went wrong.
    public var cause: Cause
    /// What was being done, as an infinitive: `read the flows`.
    public var doing: String
    /// The account.
    public var account: Account
    /// The variable that may hold the account's base URL.
    public var urlVariable: String
    /// The resource, where it is about one.
    public var address: Address?
    /// What was sent and is not in the ledger, because that could not be written.
    public var unrecorded: String?
    /// What to do about a refusal that says nothing of it, as the call knows it.
    public var advice: String?

    /// How many new objects of the kind the platform takes, where that may be why it refused.
    var limit: CreationLimit?
    /// How often the request was sent.
    public var tries = 1
    /// How often a write had been sent when the read failed that must come before it is sent again;
    /// nil for any other failure.
    var sendsBefore: Int?

    /// Describes what went wrong.
    public init(
        _ cause: Cause, doing: String, account: Account, urlVariable: String = "",
        address: Address? = nil
    ) {
        self.cause = cause
        self.doing = doing
        self.account = account
        self.urlVariable = urlVariable
        self.address = address
    }

    /// The id to give to the platform's support.
    public var requestID: String? {
        if case .refused(let error) = cause { error.requestID } else { nil }
    }

    /// Whether the request may have been carried out all the same.
    public var isUnknownOutcome: Bool {
        guard sendsBefore == nil else { return false }
        return switch cause {
        case .transport(.notSent): false
        case .transport: true
        // A refusal with a status of success contradicts itself.
        case .refused(let error): error.status >= 500 || error.status < 300
        case .notJSON, .redirected: true
        default: false
        }
    }

    /// Whether the ledger failed, so that nothing more can be sent.
    public var isOfLedger: Bool {
        if case .ledger = cause { true } else { false }
    }

    /// Whether an answer that gateways give too leaves open if the request was carried out.
    var isDoubtful: Bool {
        guard sendsBefore == nil, case .refused(let error) = cause else { return false }
        return [408, 409, 499].contains(error.status)
    }

    /// Whether a write may still be under way although nobody waits for its answer any more; a
    /// server that answers by itself is done with it.
    var mayStillArrive: Bool {
        switch cause {
        case .transport(.notSent): false
        case .transport: true
        case .refused(let error): [408, 499, 502, 503, 504].contains(error.status)
        default: false
        }
    }

    /// Whether something else is in its way, which sending it again does not change.
    var isConflict: Bool {
        if case .refused(let error) = cause { error.status == 409 } else { false }
    }

    /// Whether an interrupt ended it.
    public var isInterruption: Bool {
        if case .interrupted = cause { true } else { false }
    }

    /// Whether the request reached the server, as far as is known.
    var wasSent: Bool {
        if let sendsBefore { return sendsBefore > 0 }
        return switch cause {
        case .interrupted(let wasSent): wasSent
        case .transport(.notSent): false
        default: true
        }
    }

    /// Whether the platform takes no more new objects of the kind for now.
    var isOfLimit: Bool {
        guard limit != nil, case .refused(let error) = cause else { return false }
        return error.status == 429
    }

    /// Whether the platform itself says that it has no such object.
    public var isNotFound: Bool {
        if case .refused(let error) = cause {
            error.status == 404 && error.isAboutObject
        } else {
            false
        }
    }
}

/// Why a request could not be filled in, or an answer does not hold what is looked for.
struct EvaluationError: Error, Equatable {
    /// The fact, in lower case.
    var message: String

    init(_ message: String) { self.message = message }
}
