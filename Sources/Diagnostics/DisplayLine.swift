/// A line of a source as a terminal shows it: tabs expanded, wide characters counted twice.
struct DisplayLine {
    private struct Cell {
        let text: String
        let byte: Int
        let width: Int
    }

    private var cells: [Cell] = []
    private let end: Int

    /// Lays out the bytes of a line; control characters and broken UTF-8 get a sign of their own.
    init(_ range: Range<Int>, of bytes: [UInt8]) {
        end = range.upperBound
        var byte = range.lowerBound
        var column = 0
        for character in String(decoding: bytes[range], as: UTF8.self) {
            let cell = DisplayLine.cell(character, byte, column)
            cells.append(cell)
            column += cell.width
            byte += DisplayLine.length(of: character, at: byte, in: bytes)
        }
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
            guard column + cell.width < first + limit || column + cell.width == width else {
                text += "…"
                break
            }
            text += cell.text
        }
        return (text, shift ?? 0)
    }
}
