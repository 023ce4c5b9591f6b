import Documents
import Platforms

extension KeptField {
    /// What was written and what the platform made of it, each as JSON writes it, so that a number
    /// and a text are told apart.
    var words: String {
        "`\(path)`: written \(Self.shown(written)), the platform keeps \(Self.shown(returned))"
    }

    private static func shown(_ value: Value?) -> String {
        guard let value else { return "nothing" }
        let text = value.holdsSecret ? JSONText.later(value) : JSONText.compact(value)
        return "`\(text.count > 60 ? text.prefix(60) + "…" : text)`"
    }
}
