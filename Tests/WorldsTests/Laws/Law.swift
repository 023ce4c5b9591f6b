/// What must hold in every world, whatever happens in it.
protocol Law: Sendable {
    /// The law as a claim.
    var name: String { get }

    /// How often it could have been broken in a history, and where it was.
    func judge(_ history: History) -> Verdict
}

/// What a law says of a history.
struct Verdict: Sendable {
    /// How often it could have been broken.
    var occasions = 0
    /// Where it was broken, in words.
    var breaches: [String] = []
}

/// All laws of the random worlds.
enum Laws {
    static let all: [any Law] = [
        NothingDoubled(), NothingForeignTouched(), NobodySwitchedOn(), NothingOutsideThePlan(),
        RefusalWritesNothing(), ExitStatusIsTrue(), QuietAppliesEnd(), EverythingIsThere(),
        NothingForgotten(), NothingKeptOtherwiseStarts(), AdoptWritesNothing(),
    ]

    /// What each law says of a history.
    static func verdicts(_ history: History) -> [(law: String, verdict: Verdict)] {
        all.map { (law: $0.name, verdict: $0.judge(history)) }
    }

    /// The breaches of a history, each with its law.
    static func breaches(_ history: History) -> [(law: String, words: String)] {
        verdicts(history).breaches
    }
}

extension [(law: String, verdict: Verdict)] {
    /// The breaches, each with its law.
    var breaches: [(law: String, words: String)] {
        flatMap { law, verdict in verdict.breaches.map { (law: law, words: $0) } }
    }
}
