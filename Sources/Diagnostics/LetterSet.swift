/// Which letters a name has, and how many: enough to tell most names that are not near.
struct LetterSet {
    /// How many Unicode scalars there are.
    private(set) var count = 0
    private var letters: UInt64 = 0
    private var isASCII = true

    /// Looks at the bytes of a name once.
    init(_ name: String) {
        for byte in name.utf8 {
            if byte & 0xC0 != 0x80 { count += 1 }
            if byte >= 0x80 { isASCII = false }
            let isCapital = byte &- UInt8(ascii: "A") < 26
            letters |= 1 << UInt64((isCapital ? byte | 0x20 : byte) & 63)
        }
    }

    /// Whether another name can be made of this one by some edits; each brings at most one letter
    /// and takes away one.
    func isWithin(_ edits: Int, of other: LetterSet) -> Bool {
        guard abs(count - other.count) <= edits else { return false }
        guard isASCII, other.isASCII else { return true }
        return (letters ^ other.letters).nonzeroBitCount <= 2 * edits
    }
}
