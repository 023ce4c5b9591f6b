/// The nearest known name to one that is not known.
public struct Suggestion {
    /// The candidate that differs by at most about a third of the letters; the first of equals.
    public static func nearest(to name: String, among candidates: some Sequence<String>) -> String?
    {
        let wanted = Array(name.lowercased().unicodeScalars)
        let letters = LetterSet(name)
        guard !wanted.isEmpty else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let own = LetterSet(candidate)
            let allowed = max(1, max(wanted.count, own.count) / 3)
            let limit = best.map { min(allowed, $0.distance) } ?? allowed
            guard letters.isWithin(limit, of: own), candidate != name else { continue }
            let letters = Array(candidate.lowercased().unicodeScalars)
            guard let distance = distance(wanted, letters, limit: limit) else { continue }
            if isBetter(candidate, distance, than: best) { best = (candidate, distance) }
        }
        return best?.name
    }

    /// Some names in backticks, the nearest to a word before the others; of many the first.
    public static func list(_ names: [String], nearestTo word: String? = nil) -> String {
        let nearest = word.flatMap { Suggestion.nearest(to: $0, among: names) }
        let order = (nearest.map { [$0] } ?? []) + names.filter { $0 != nearest }
        return first(of: order.map { "`\($0)`" })
    }

    /// The first twelve of some words, and how many more there are.
    public static func first(of words: [String]) -> String {
        let rest = words.count > 12 ? " and \(words.count - 12) more" : ""
        return words.prefix(12).joined(separator: ", ") + rest
    }

    private static func isBetter(
        _ name: String, _ distance: Int, than best: (name: String, distance: Int)?
    ) -> Bool {
        guard let best else { return true }
        return (distance, name) < (best.distance, best.name)
    }

    /// Counts insertions, deletions, replacements and swapped neighbours; nil above the limit.
    static func distance(
        _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int
    ) -> Int? {
        var before: [Int] = []
        var previous = Array(0...right.count)
        for row in 1...max(1, left.count) where row <= left.count {
            var current = [row]
            current.reserveCapacity(right.count + 1)
            for column in 1...max(1, right.count) where column <= right.count {
                let isSame = left[row - 1] == right[column - 1]
                var cost = min(
                    previous[column] + 1, current[column - 1] + 1,
                    previous[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2],
                    left[row - 2] == right[column - 1]
                {
                    cost = min(cost, before[column - 2] + 1)
                }
                current.append(cost)
            }
            if current.min() ?? 0 > limit { return nil }
            (before, previous) = (previous, current)
        }
        let found = previous[right.count]
        return found <= limit ? found : nil
    }
}
