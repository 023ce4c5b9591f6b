import Diagnostics
import Documents
import Platforms

/// A step of a live flow, by its slug or its number.
enum LyticsFlowStep {
    /// The slug and the number of a step; an unknown one names the nearest.
    static func find(_ word: String, in flow: Found) throws -> (slug: String, number: Value) {
        let numbers = flow.observed?.facts["numbers"]?.object ?? [:]
        if let number = numbers[word] { return (word, number) }
        if let number = Int64(word),
            let member = numbers.first(where: { $0.value == .int(number) })
        {
            return (member.key, member.value)
        }
        let nearest = Suggestion.nearest(to: word, among: numbers.keys)
        let slugs = numbers.keys.map { "`\($0)`" }.joined(separator: ", ")
        throw Failure(
            .failed,
            .error(
                "lytics/unknown-step", "\(flow.title) has no step `\(word)`",
                notes: ["its steps are \(slugs)"], help: nearest.map { "did you mean `\($0)`?" }))
    }
}
