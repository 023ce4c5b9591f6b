/// How a text is to look: colours, the room there is, and how much is told.
public struct TextStyle: Sendable {
    /// The colours a text may have.
    public enum Colour: Int, Sendable {
        case red = 31
        case green = 32
        case yellow = 33
        case blue = 34
        case magenta = 35
        case cyan = 36
        case bold = 1
        case dim = 2
    }

    /// Whether colours are used; no meaning is in colour alone.
    public var colour: Bool
    /// Columns of the terminal; nil where the text is read by a program and never cut.
    public var width: Int?
    /// Whether plans show the calls of every row.
    public var showsCalls: Bool

    /// Describes a look; the plain one unless said otherwise.
    public init(colour: Bool = false, width: Int? = nil, showsCalls: Bool = false) {
        self.colour = colour
        self.width = width
        self.showsCalls = showsCalls
    }

    /// Paints a text, or leaves it.
    public func paint(_ text: String, _ colour: Colour) -> String {
        guard self.colour, !text.isEmpty else { return text }
        return "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m"
    }

    /// Cuts a text to some columns, with `…` where something is missing.
    public static func cut(_ text: String, to width: Int) -> String {
        guard text.count > width else { return text }
        return String(text.prefix(max(0, width - 1))) + "…"
    }

    /// Fills a text with spaces up to some columns.
    public static func pad(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
