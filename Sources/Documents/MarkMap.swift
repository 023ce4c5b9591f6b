/// Turns libyaml's marks, which count characters, into bytes; a cursor that follows the events.
///
/// SAFETY: reads only inside the buffer, which its owner keeps alive.
@safe struct MarkMap {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let isPlainASCII: Bool
    private var character = 0
    private var place: Int
    /// Where the text begins: behind a byte order mark, which libyaml does not count.
    let firstByte: Int

    /// Maps the marks of a text.
    init(_ bytes: UnsafeBufferPointer<UInt8>, isPlainASCII: Bool) {
        unsafe self.bytes = unsafe bytes
        self.isPlainASCII = isPlainASCII
        let hasMark = unsafe bytes.count > 2 && bytes[0] == 0xEF && bytes[1] == 0xBB
        firstByte = hasMark ? 3 : 0
        place = firstByte
    }

    /// The byte at which a character starts.
    mutating func byte(of index: Int) -> Int {
        if isPlainASCII { return index }
        while character < index, unsafe place < bytes.count {
            place += 1
            while unsafe place < bytes.count, isContinuation(place) { place += 1 }
            character += 1
        }
        while character > index, place > firstByte {
            place -= 1
            while place > firstByte, isContinuation(place) { place -= 1 }
            character -= 1
        }
        return place
    }

    private func isContinuation(_ at: Int) -> Bool { unsafe bytes[at] & 0xC0 == 0x80 }
}
