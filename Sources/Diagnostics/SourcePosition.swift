/// A place as people count it: lines and characters, both from 1.
public struct SourcePosition: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    /// The character within the line, from 1.
    public let column: Int

    /// Names a place.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Orders by line, then column.
    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }

    /// Line and column with a colon between them.
    public var description: String { "\(line):\(column)" }
}

extension Source {
    /// The place of a byte; reads the source from its start, so it is for messages only.
    public func position(ofByte offset: Int) -> SourcePosition {
        LineIndex(bytes).position(ofByte: offset, in: bytes)
    }
}

/// Where the lines of a source begin; built when something is shown, never before.
struct LineIndex {
    private let starts: [Int]

    /// Finds the lines; `\n`, `\r\n` and `\r` end one.
    init(_ bytes: [UInt8]) {
        var starts = [0]
        for at in bytes.indices {
            let isEnd =
                bytes[at] == 0x0A
                || bytes[at] == 0x0D && !(at + 1 < bytes.count && bytes[at + 1] == 0x0A)
            if isEnd { starts.append(at + 1) }
        }
        self.starts = starts
    }

    /// The line of a byte, from 0.
    func line(ofByte offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The bytes of a line without its end.
    func range(ofLine line: Int, in bytes: [UInt8]) -> Range<Int> {
        let start = starts[line]
        var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// The place of a byte.
    func position(ofByte offset: Int, in bytes: [UInt8]) -> SourcePosition {
        let offset = min(max(0, offset), bytes.count)
        let line = line(ofByte: offset)
        let before = String(
            decoding: bytes[textStart(line, bytes)..<max(textStart(line, bytes), offset)],
            as: UTF8.self)
        return SourcePosition(line: line + 1, column: before.count + 1)
    }

    /// Where the text of a line begins: behind a byte order mark.
    private func textStart(_ line: Int, _ bytes: [UInt8]) -> Int {
        line == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : starts[line]
    }
}
