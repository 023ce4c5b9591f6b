import Documents

/// How a secret may be written by somebody who repeats it.
enum SecretForms {
    /// The bytes without white space.
    static func squeezed(_ text: String) -> [UInt8] { text.utf8.filter { $0 > 0x20 } }

    /// The bytes with the two alphabets of base64 made one.
    static func folded(_ bytes: [UInt8]) -> [UInt8] {
        bytes.map { byte in
            switch byte {
            case UInt8(ascii: "-"): UInt8(ascii: "+")
            case UInt8(ascii: "_"): UInt8(ascii: "/")
            default: byte
            }
        }
    }

    /// What is secret of a text that is JSON, such as the key file of a service account; empty
    /// where the text is secret as a whole.
    static func parts(of text: String) -> [String] {
        guard let value = try? JSON.parse(text), value.object != nil || value.list != nil else {
            return []
        }
        let all = texts(in: value, named: "")
        let likely = all.filter { CredentialName.isLikely($0.key) }
        return (likely.isEmpty ? all : likely).map(\.text)
    }

    private static func texts(in value: Value, named key: String) -> [(key: String, text: String)] {
        switch value {
        case .text(let text): [(key, text)]
        case .list(let items): items.flatMap { texts(in: $0, named: key) }
        case .object(let object): object.flatMap { texts(in: $0.value, named: $0.key) }
        default: []
        }
    }

    /// The bytes in hexadecimal, and in base64 at each of the three places they may begin at.
    static func encoded(_ bytes: [UInt8]) -> [[UInt8]] {
        [hexadecimal(bytes, Array("0123456789abcdef".utf8))]
            + [hexadecimal(bytes, Array("0123456789ABCDEF".utf8))]
            + (0..<3).map { base64(bytes, behind: $0) }
    }

    private static func hexadecimal(_ bytes: [UInt8], _ digits: [UInt8]) -> [UInt8] {
        bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }

    private static let letters = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The letters that say nothing of what stands before and behind the bytes.
    private static func base64(_ bytes: [UInt8], behind count: Int) -> [UInt8] {
        let all = [UInt8](repeating: 0, count: count) + bytes
        var text: [UInt8] = []
        for start in stride(from: 0, to: all.count - 2, by: 3) {
            let group =
                UInt32(all[start]) << 16 | UInt32(all[start + 1]) << 8 | UInt32(all[start + 2])
            text += [18, 12, 6, 0].map { letters[Int(group >> $0 & 63)] }
        }
        let rest = all.suffix(all.count % 3)
        if let first = rest.first {
            text.append(letters[Int(first >> 2)])
            if let second = rest.dropFirst().first {
                text.append(letters[Int((first & 3) << 4 | second >> 4)])
            }
        }
        return folded(Array(text.dropFirst([0, 2, 3][count])))
    }
}
