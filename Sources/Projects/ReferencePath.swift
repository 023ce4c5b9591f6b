import Diagnostics
import Documents

/// A path written without `${…}`, as in `after: [job/welcome]`.
enum ReferencePath {
    /// The words of `type/id` or longer; nil if it is something else.
    static func words(_ text: String, at span: SourceSpan) -> [String]? {
        var report = Report()
        let node = Node(.text("${\(text)}"), span: span)
        let parts = ExpressionSyntax.parse(node, into: &report) ?? []
        guard parts.count == 1, case .reference(let reference) = parts[0], reference.field == "id"
        else { return nil }
        return reference.path
    }
}
