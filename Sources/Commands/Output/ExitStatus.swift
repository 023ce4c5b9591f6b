/// How the program ends; where several hold, the one that `outranks` the others is told.
public enum ExitStatus: Int32, Sendable, CaseIterable {
    /// Done, or nothing to do.
    case done = 0
    /// An error that none of the others name.
    case failed = 1
    /// Changes are pending, where `--exit-code` asks.
    case changesPending = 2
    /// The project is invalid.
    case invalidProject = 3
    /// The plan is stale or has a conflict; nothing was written.
    case conflict = 4
    /// Applied in part; another run goes on from there.
    case appliedInPart = 5
    /// A guard refused.
    case refused = 6
    /// Another run holds the lock.
    case locked = 7
    /// The command line was wrong.
    case wrongUsage = 64
    /// Interrupted; what was in flight is recorded.
    case interrupted = 130

    /// What the help says of it.
    var summary: String {
        switch self {
        case .done: "done, or nothing to do"
        case .failed: "failed for another reason"
        case .changesPending: "changes are pending, where --exit-code asks"
        case .invalidProject: "the project is invalid"
        case .conflict: "the plan is stale or has a conflict; nothing was written"
        case .appliedInPart: "applied in part; another apply goes on from there"
        case .refused: "refused; nothing was written"
        case .locked: "another run holds the lock"
        case .wrongUsage: "the command line is wrong"
        case .interrupted: "interrupted; what was sent is recorded"
        }
    }

    private static let order: [ExitStatus] = [
        .wrongUsage, .interrupted, .invalidProject, .locked, .conflict, .refused, .appliedInPart,
        .failed, .changesPending, .done,
    ]

    /// The one of several that the program ends with.
    public static func outranking(_ statuses: some Sequence<ExitStatus>) -> ExitStatus {
        let all = Set(statuses)
        return order.first { all.contains($0) } ?? .done
    }
}
