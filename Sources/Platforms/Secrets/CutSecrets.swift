/// The beginnings and ends of secrets, looked for where a text is cut (`…`, `...`).
struct CutSecrets: Sendable {
    private static let least = 4
    /// Longer parts are found wherever they stand.
    private static let most = 11

    private var beginnings: [UInt32: [[UInt8]]] = [:]
    private var ends: [UInt32: [[UInt8]]] = [:]

    /// Takes a secret in.
    mutating func add(_ secret: [UInt8]) {
        guard secret.count > Self.least else { return }
        beginnings[Self.key(secret.prefix(Self.least)), default: []].append(secret)
        ends[Self.key(secret.suffix(Self.least)), default: []].append(secret)
    }

    private static func key(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The parts of secrets beside the cuts of a text; `isCut` says that its end is one.
    func fragments(in text: [UInt8], isCut: Bool) -> [Range<Int>] {
        guard !beginnings.isEmpty else { return [] }
        var found: [Range<Int>] = []
        for cut in Self.cuts(in: text) {
            if let range = beginning(before: cut.lowerBound, text) { found.append(range) }
            if let range = end(behind: cut.upperBound, text) { found.append(range) }
        }
        if isCut, let range = beginning(before: text.count, text) { found.append(range) }
        return found
    }

    private static func cuts(in text: [UInt8]) -> [Range<Int>] {
        text.indices.filter { index in
            index + 2 < text.count && (text[index] == 0xE2 || text[index] == 0x2E)
                && (text[index...].prefix(3).elementsEqual([0xE2, 0x80, 0xA6])
                    || text[index...].prefix(3).elementsEqual([0x2E, 0x2E, 0x2E]))
        }.map { $0..<($0 + 3) }
    }

    private func beginning(before end: Int, _ text: [UInt8]) -> Range<Int>? {
        for length in (Self.least...Self.most).reversed() where length <= end {
            let start = end - length
            guard start == 0 || !text[start - 1].isWordByte else { continue }
            let part = text[start..<end]
            let secrets = beginnings[Self.key(part.prefix(Self.least))] ?? []
            if secrets.contains(where: { $0.count > length && $0.starts(with: part) }) {
                return start..<end
            }
        }
        return nil
    }

    private func end(behind start: Int, _ text: [UInt8]) -> Range<Int>? {
        for length in (Self.least...Self.most).reversed() where start + length <= text.count {
            let end = start + length
            guard end == text.count || !text[end].isWordByte else { continue }
            let part = text[start..<end]
            let secrets = ends[Self.key(part.suffix(Self.least))] ?? []
            if secrets.contains(where: { $0.count > length && $0.suffix(length) == part }) {
                return start..<end
            }
        }
        return nil
    }
}
