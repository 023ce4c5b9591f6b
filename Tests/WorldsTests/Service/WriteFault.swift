/// What happens to one write of a run.
struct WriteFault: Hashable, Sendable {
    /// The ways in which a write goes wrong.
    enum Kind: Hashable, Sendable {
        /// Refused with a status.
        case refused(Int)
        /// Refused with 429 so often, each time with the seconds to wait.
        case tooMany(times: Int, retryAfter: Int?)
        /// Answered with a status after it was carried out.
        case failsAfter(Int)
        case cutBefore
        case cutAfter
        /// Cut, and carried out so many seconds later.
        case late(seconds: Int)
        /// The process dies at a boundary of the call.
        case kill(Boundary)

        /// The word that coverage counts it by.
        var word: String {
            switch self {
            case .refused(let status): "refused with \(status)"
            case .tooMany(_, let seconds): seconds == nil ? "429" : "429 with Retry-After"
            case .failsAfter(let status): "carried out and answered with \(status)"
            case .cutBefore: "cut before"
            case .cutAfter: "cut after"
            case .late: "carried out late"
            case .kill(let boundary): "killed \(boundary.rawValue)"
            }
        }
    }

    /// Where between two steps of a call a process dies.
    enum Boundary: String, CaseIterable, Sendable {
        case beforeSending = "between begin and sending"
        case afterCommit = "after the commit"
        /// At the next request, whatever it is.
        case afterEnd = "after the journal's end"
    }

    /// Which write of the run, from 0.
    var write: Int
    var kind: Kind

    /// What happens, in words.
    var words: String { "write \(write + 1) is \(kind.word)" }
}
