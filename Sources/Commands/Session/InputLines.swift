import Foundation

/// The lines of standard input as they come.
///
/// A thread of its own waits for them: a read that blocks would take one of the few threads on which
/// everything else runs.
enum InputLines {
    /// Every line without its end, also a last one without an end; the stream ends with the input.
    ///
    /// Of a line beyond the limit one byte more than that is held and given.
    static func all(
        of descriptor: Int32 = STDIN_FILENO, upTo limit: Int
    ) -> AsyncStream<[UInt8]> {
        let (lines, continuation) = AsyncStream.makeStream(of: [UInt8].self)
        Thread.detachNewThread {
            var splitter = LineSplitter(limit: limit)
            while let bytes = readSome(descriptor) {
                for line in splitter.take(bytes) { continuation.yield(line) }
            }
            if let rest = splitter.rest { continuation.yield(rest) }
            continuation.finish()
        }
        return lines
    }

    /// The next bytes; nil at the end, or where nothing can be read.
    private static func readSome(_ descriptor: Int32) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe read(descriptor, bytes.baseAddress, bytes.count)
            }
            if count > 0 { return Array(buffer[..<count]) }
            guard count < 0, errno == EINTR else { return nil }
        }
    }
}

/// Cuts bytes into lines, wherever they were cut before.
struct LineSplitter {
    /// How many bytes of a line are wanted; of a longer one there is one byte more.
    let limit: Int
    private var open: [UInt8] = []

    /// Cuts lines of a length.
    init(limit: Int = .max - 1) { self.limit = limit }

    /// The lines that end in some more bytes.
    mutating func take(_ bytes: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                lines.append(open)
                open.removeAll(keepingCapacity: true)
            } else if open.count <= limit {
                open.append(byte)
            }
        }
        return lines
    }

    /// What came after the last line's end; nil where nothing did.
    var rest: [UInt8]? { open.isEmpty ? nil : open }
}
