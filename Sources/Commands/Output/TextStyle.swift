import Diagnostics
public import Platforms

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
    /// Hides secrets before a line end or a cut can fall into one.
    public var redactor = Redactor([])

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

    /// The lines of a text behind a head; further lines stand under the text's first word.
    func lines(_ head: String, _ text: String) -> [String] {
        Wrapping(width: width).lines(head, shown(text))
    }

    /// A text as it may be shown, where it is laid out for a terminal; the console hides the rest.
    func shown(_ text: String) -> String {
        guard width != nil else { return text }
        return redactor.hide(text).visible(.text(keepsColors: colour))
    }

    /// The same of a text that has no colors of ours.
    func plain(_ text: String) -> String {
        redactor.hide(text).visible(.text(keepsColors: false))
    }

    /// The lines of a value behind a head; ids that are wider than a line are cut.
    func valueLines(_ head: String, _ value: String) -> [String] {
        var wrapping = Wrapping(width: width)
        wrapping.cutsLongIDs = true
        return wrapping.lines(head, shown(value))
    }

    /// The look behind an indent of some columns.
    func inset(by columns: Int) -> TextStyle {
        var style = self
        style.width = Wrapping(width: width).inset(by: columns).width
        return style
    }
}
