import Diagnostics

/// Small phrases that messages share.
enum Words {
    /// How paths are written.
    static let pathRule = "a path is names with dots between, `steps.send_welcome.delay`"

    /// The names in backticks with commas between.
    static func list(_ names: some Sequence<String>) -> String {
        names.map { "`\($0)`" }.joined(separator: ", ")
    }

    /// A help that offers the nearest of some names; the other text if none is near.
    static func nearest(
        to name: String, among names: some Sequence<String>, otherwise: String? = nil
    ) -> String? {
        Suggestion.nearest(to: name, among: names).map { "did you mean `\($0)`?" } ?? otherwise
    }
}
