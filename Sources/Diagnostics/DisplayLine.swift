/// A line of a source as a terminal shows it: tabs expanded, wide characters counted twice.
struct DisplayLine {
    private struct Cell {
        let text: String
        let byte: Int
        let width: Int
    }

    private var cells: [Cell] = []
    private let end: Int
    /// Whether the line goes on behind what is laid out.
    private let isCut: Bool

    /// Lays out the bytes of a line; control characters and broken UTF-8 get a sign of their own.
    /// Of a long one, as minified files have, only what is near some bytes is looked at.
    init(_ line: Range<Int>, of bytes: [UInt8], around focus: Range<Int>) {
        let range = DisplayLine.near(focus, in: line, of: bytes)
        end = range.upperBound
        isCut = range.upperBound < line.upperBound
        var byte = range.lowerBound
        var column = 0
        for character in String(decoding: bytes[range], as: UTF8.self) {
            let cell = DisplayLine.cell(character, byte, column)
            cells.append(cell)
            column += cell.width
            byte += DisplayLine.length(of: character, at: byte, in: bytes)
        }
    }

    /// How many bytes on both sides are more than any terminal shows.
    private static let sight = 2_000

    private static func near(
        _ focus: Range<Int>, in line: Range<Int>, of bytes: [UInt8]
    ) -> Range<Int> {
        guard line.count > 4 * sight else { return line }
        let first = min(max(focus.lowerBound, line.lowerBound), line.upperBound)
        var start = max(line.lowerBound, first - sight)
        while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        var end = min(line.upperBound, first + 2 * sight)
        while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return start..<end
    }

    private static func cell(_ character: Character, _ byte: Int, _ column: Int) -> Cell {
        if character == "\t" {
            let width = 4 - column % 4
            return Cell(text: String(repeating: " ", count: width), byte: byte, width: width)
        }
        guard let scalar = character.unicodeScalars.first else {
            return Cell(text: "", byte: byte, width: 0)
        }
        if scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value || scalar == "\u{FEFF}" {
            return Cell(
                text: scalar == "\u{FEFF}" ? "" : "\u{FFFD}", byte: byte,
                width: scalar == "\u{FEFF}" ? 0 : 1)
        }
        return Cell(text: String(character), byte: byte, width: character.displayWidth)
    }

    /// The bytes a character takes in the source; one for what replaced a broken byte.
    private static func length(of character: Character, at byte: Int, in bytes: [UInt8]) -> Int {
        let letters = Array(character.utf8)
        let isSame =
            byte + letters.count <= bytes.count
            && bytes[byte..<(byte + letters.count)].elementsEqual(letters)
        return isSame ? letters.count : 1
    }

    /// The column at which a byte is shown, from 0.
    func column(ofByte byte: Int) -> Int {
        var column = 0
        for cell in cells {
            if cell.byte >= byte { break }
            column += cell.width
        }
        return column
    }

    /// Whether a byte is among those that were laid out.
    func shows(byte: Int) -> Bool { byte <= end && byte >= cells.first?.byte ?? byte }

    /// The column behind the last character before a byte.
    func column(behindByte byte: Int) -> Int { column(ofByte: min(byte, end)) }

    /// The whole width.
    var width: Int { cells.reduce(0) { $0 + $1.width } }

    /// The part of the line that shows some columns, with `…` where something is cut, and how many
    /// columns it moved to the left.
    func cut(around columns: Range<Int>, to limit: Int) -> (text: String, shift: Int) {
        let width = width
        guard width > limit else { return (cells.map(\.text).joined(), 0) }
        let middle = (columns.lowerBound + min(columns.upperBound, columns.lowerBound + limit)) / 2
        let first = max(0, min(middle - limit / 2, width - limit))
        var text = first > 0 ? "…" : ""
        var shift: Int?
        var column = 0
        for cell in cells {
            defer { column += cell.width }
            guard column >= first + (first > 0 ? 1 : 0) else { continue }
            if shift == nil { shift = column - (first > 0 ? 1 : 0) }
            let isLast = column + cell.width == width && !isCut
            guard column + cell.width < first + limit || isLast else {
                text += "…"
                break
            }
            text += cell.text
        }
        return (text, shift ?? 0)
    }
}
