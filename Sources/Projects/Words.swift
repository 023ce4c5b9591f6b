import Diagnostics
import Documents

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

    /// Whether a name has letters, digits, `_` and `-` only.
    static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}

extension Node {
    /// A scalar as a text: numbers and booleans in their shortest form, null empty; nil for others.
    var scalarText: String? {
        switch content {
        case .null: ""
        case .bool(let bool): "\(bool)"
        case .int(let int): "\(int)"
        case .double(let double): "\(double)"
        case .text(let text): text
        case .list, .map, .expression: nil
        }
    }
}
