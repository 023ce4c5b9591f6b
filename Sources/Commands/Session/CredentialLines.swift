import Platforms

/// The lines of documents whose values may be credentials, for code frames; a file that cannot be
/// parsed is told by its lines as well.
struct CredentialLines {
    /// What stands at the top of a document and may be seen.
    private static let seen = ["kind", "id", "type", "label"]

    private let kinds: [[UInt8]]

    /// Knows the documents by kinds whose documents hold credentials.
    init(_ kinds: some Sequence<any Kind>) {
        self.kinds = kinds.filter(\.holdsCredentials).map { Array($0.name.description.utf8) }
    }

    /// The bytes of a file with stars in place of the values of such documents.
    func masked(_ bytes: [UInt8]) -> [UInt8] {
        guard kinds.contains(where: { bytes.firstRange(of: $0) != nil }) else { return bytes }
        var masked = bytes
        var document: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            if bytes[start..<end].starts(with: "---".utf8) {
                mask(document, in: &masked)
                document = []
            }
            document.append(start..<end)
            start = end + 1
        }
        mask(document, in: &masked)
        return masked
    }

    private func mask(_ document: [Range<Int>], in bytes: inout [UInt8]) {
        let isOurs = document.contains { line in
            let text = String(decoding: bytes[line], as: UTF8.self).filter {
                $0 != "\"" && $0 != "'"
            }
            return text.firstRange(of: "kind:") != nil
                && kinds.contains { bytes[line].firstRange(of: $0) != nil }
        }
        guard isOurs else { return }
        for line in document { Self.mask(line, in: &bytes) }
    }

    /// Puts stars over a line but for its keys, its signs and the expressions in it.
    private static func mask(_ line: Range<Int>, in bytes: inout [UInt8]) {
        let original = Array(bytes[line])
        let key = String(decoding: original.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
        guard !seen.contains(key) else { return }
        var index = 0
        while index < original.count {
            if let length = lengthShown(original[index...]) {
                index += length
                continue
            }
            if !signs.contains(original[index]) {
                bytes[line.lowerBound + index] = UInt8(ascii: "*")
            }
            index += 1
        }
    }

    private static let signs = Array(" \t\r{}[],:-\"'|>&#".utf8)

    /// How many bytes at the beginning are a key or an expression.
    private static func lengthShown(_ text: ArraySlice<UInt8>) -> Int? {
        if text.starts(with: "${".utf8), let end = text.firstIndex(of: UInt8(ascii: "}")) {
            return end - text.startIndex + 1
        }
        let word = text.prefix { $0.isWord }
        guard !word.isEmpty else { return nil }
        let rest = text[word.endIndex...].drop { $0 == UInt8(ascii: "\"") }
        let isKey =
            rest.first == UInt8(ascii: ":")
            && (rest.dropFirst().first.map { $0 == 0x20 || $0 == 0x0D } ?? true)
        return isKey ? word.count : nil
    }
}

extension UInt8 {
    fileprivate var isWord: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x2E, 0x24: true
        default: false
        }
    }
}
