import Documents
import Platforms

extension KeptField {
    /// What was written and what the platform made of it, each as JSON writes it, so that a number
    /// and a text are told apart.
    var words: String {
        let unseen = UnseenDifference.words(from: written, to: returned).map { " (\($0))" } ?? ""
        let sides = [Self.text(written), Self.text(returned)]
        let same = zip(sides[0] ?? "", sides[1] ?? "").prefix { $0 == $1 }.count
        return "`\(path)`: written \(Self.shown(sides[0], from: same)), the platform keeps "
            + Self.shown(sides[1], from: same) + unseen
    }

    private static func text(_ value: Value?) -> String? {
        value.map { $0.holdsSecret ? JSONText.later($0) : JSONText.compact($0) }
    }

    /// A text, cut where it is long, with the place in sight where it differs from the other.
    private static func shown(_ text: String?, from same: Int) -> String {
        guard let text else { return "nothing" }
        guard text.count > 60 else { return "`\(text)`" }
        let start = same < 50 ? 0 : min(same - 20, text.count - 20)
        let rest = text.dropFirst(start)
        return "`\(start > 0 ? "…" : "")\(rest.prefix(60))\(rest.count > 60 ? "…" : "")`"
    }
}
