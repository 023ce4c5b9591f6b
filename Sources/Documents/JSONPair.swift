/// The two escapes by which JSON spells a character beyond the first 65,536.
struct JSONPair {
    /// Both escapes as they are written.
    let written: String
    /// The one escape that YAML has for the character.
    let escape: String

    /// The pair that begins at, or a little before, a byte; nil where there is none.
    init?(_ bytes: [UInt8], at index: Int) {
        for start in stride(from: min(index, bytes.count - 12), through: max(0, index - 12), by: -1)
        {
            guard let high = Self.unit(bytes, start), let low = Self.unit(bytes, start + 6),
                0xD800...0xDBFF ~= high, 0xDC00...0xDFFF ~= low,
                let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
            else { continue }
            written = String(decoding: bytes[start..<start + 12], as: UTF8.self)
            let digits = String(scalar.value, radix: 16, uppercase: true)
            escape = "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            return
        }
        return nil
    }

    /// The number behind `\u` at a byte.
    private static func unit(_ bytes: [UInt8], _ start: Int) -> UInt32? {
        guard start >= 0, start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"),
            bytes[start + 1] == UInt8(ascii: "u")
        else { return nil }
        return UInt32(String(decoding: bytes[start + 2..<start + 6], as: UTF8.self), radix: 16)
    }
}
