import Documents
import EmulatedKit
import Platforms

/// No two live objects of ours are the same thing.
struct NothingDoubled: Law {
    let name = "nothing is doubled"

    func judge(_ history: History) -> Verdict {
        let makers = history.makers
        let ours = history.objects.filter { makers[$0.key]?.isRun == true }
        let alike = Dictionary(grouping: ours) { object in
            "\(object.species.rawValue) `\(object.name)` of \(object.owner?.id ?? "the account")"
                + ["type", "workflow"].compactMap { object.content[$0]?.text }
                .map { ", \($0)" }.joined()
        }
        let doubled = alike.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
        return Verdict(
            occasions: ours.count,
            breaches: doubled.map { "\($0.value.count) live objects are \($0.key)" })
    }
}
