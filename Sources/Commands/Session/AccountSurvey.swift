import Platforms
import Projects

/// What accounts hold of which nothing is managed, in words.
struct AccountSurvey {
    /// How many objects an account holds, by kind.
    private let counts: [(account: String, kinds: [KindName: Int])]

    /// Counts what reads showed, asked for or not.
    init(_ observations: [String: Observation]) {
        counts = observations.sorted { $0.key < $1.key }.map { account, observation in
            let shown = Dictionary(grouping: observation.resources, by: \.kind).mapValues {
                Set($0.map(\.liveID))
            }
            let all = shown.merging(observation.passedOver) { $0.union($1) }
            return (account, all.mapValues(\.count).filter { $0.value > 0 })
        }
    }

    /// A sentence for each account, and what to do about it.
    var notes: [String] {
        let kinds = counts.flatMap(\.kinds).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return counts.map(sentence) + (kinds.first.map { [help($0.key)] } ?? [])
    }

    private func sentence(_ account: String, _ kinds: [KindName: Int]) -> String {
        guard !kinds.isEmpty else {
            return "account `\(account)` holds nothing that Weir can manage"
        }
        let words = kinds.sorted { $0.key < $1.key }.map { "\($0.value) `\($0.key)`" }
        return "account `\(account)` holds \(words.joined(separator: ", ")); none is managed"
    }

    private func help(_ kind: KindName) -> String {
        "to manage what is there, describe it in documents (`weir explain \(kind)` shows one), "
            + "then run `weir adopt --all`"
    }
}

extension Workspace {
    /// Whether there are neither documents nor anything in the ledger.
    var isEmpty: Bool { project.resources.isEmpty && recorded.isEmpty }
}
