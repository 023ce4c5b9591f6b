import Documents
import Platforms

extension LyticsFlow {
    /// Slugs for the steps that have none, made from their labels: `Wait 2 days` is `wait_2_days`.
    ///
    /// A label that gives no slug, or one that is taken, gives none; the number does then.
    func labelSlugs(but known: [Int64: String], taken: Set<String>) -> [Int64: String] {
        var slugs = known
        var taken = taken.union(known.values).union(["end"])
        for step in steps.value ?? [] where step.name.isEmpty {
            guard let number = step.id.value, slugs[number] == nil else { continue }
            let slug = (step.label.value ?? "").slug
            guard !slug.isEmpty, taken.insert(slug).inserted else { continue }
            slugs[number] = slug
        }
        return slugs
    }
}

extension String {
    /// Its letters and digits in lower case, joined by `_`; accents are left out with their letters.
    fileprivate var slug: String {
        lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.joined(separator: "_")
    }
}
