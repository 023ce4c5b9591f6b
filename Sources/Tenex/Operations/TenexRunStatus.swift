public import Platforms

/// How a run or one of its steps stands; words that nobody has documented are kept as they are.
public enum TenexRunStatus: Sendable, Hashable {
    case queued, running, waiting, awaitingApproval, paused, completed, failed, cancelled
    /// A word that is none of these, in lower case.
    case other(String)

    private static let words: [(TenexRunStatus, String)] = [
        (.queued, "queued"), (.running, "running"), (.waiting, "waiting"),
        (.awaitingApproval, "awaiting_approval"), (.paused, "paused"), (.completed, "completed"),
        (.failed, "failed"), (.cancelled, "cancelled"),
    ]

    private static let spellings: [String: TenexRunStatus] = [
        "canceled": .cancelled, "succeeded": .completed, "success": .completed, "pending": .queued,
    ]

    /// Every status that 10ex is taken to have.
    public static var known: [TenexRunStatus] { words.map(\.0) }

    /// Understands a word of an answer or of the command line, in any of its spellings.
    public init(_ word: String) {
        let plain = word.lowercased().replacing("-", with: "_")
        self =
            Self.words.first { $0.1 == plain }?.0 ?? Self.spellings[plain] ?? .other(plain)
    }

    /// The word as 10ex is taken to write it.
    public var word: String {
        if case .other(let word) = self { return word }
        return Self.words.first { $0.0 == self }?.1 ?? ""
    }

    /// The words that services may write for it.
    var spellings: [String] {
        [word] + Self.spellings.filter { $0.value == self }.map(\.key).sorted()
    }

    /// Whether nothing happens any more.
    public var isTerminal: Bool { [.completed, .failed, .cancelled].contains(self) }

    private static let underWay: [TenexRunStatus] = [
        .queued, .running, .waiting, .awaitingApproval,
    ]

    /// The steps that people take; no file describes a run.
    public static let lifecycle = Lifecycle(
        field: "status", initial: "queued", running: underWay.map(\.word), gone: [], authored: [],
        transitions: [],
        manual: [
            .init(
                from: underWay.map(\.word), to: "paused", action: .pause, verb: "pause",
                consequence: "no further step begins until it is resumed", isIrreversible: false),
            .init(
                from: ["paused"], to: "running", action: .start, verb: "resume",
                consequence: "it goes on where it was paused", isIrreversible: false),
            .init(
                from: underWay.map(\.word) + ["paused"], to: "cancelled", action: .stop,
                verb: "cancel",
                consequence: "no further step begins, and nothing takes it back; what its steps "
                    + "did already stays done",
                isIrreversible: true),
        ], deletion: [:], onRemoveRunning: nil,
        frozen: [TenexRunStatus.completed, .failed, .cancelled].map(\.word))
}

/// What people do to a run that is under way.
public enum TenexRunVerb: String, Sendable, CaseIterable {
    case pause, resume, cancel

    /// The operation of the API.
    public var operation: TenexOperation {
        switch self {
        case .pause: .pauseRun
        case .resume: .resumeRun
        case .cancel: .cancelRun
        }
    }
}
