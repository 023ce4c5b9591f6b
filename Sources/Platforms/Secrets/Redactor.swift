public import Documents

/// Hides secrets in texts: as they are, escaped, percent encoded, in base64 and hexadecimal, broken
/// over lines, and cut; of URLs also passwords and parameters that nobody told it of.
///
/// The time grows with the text and not with the number of secrets.
public struct Redactor: Sendable {
    /// What is shown in place of a secret.
    public static let mark = Secret("").description

    private let patterns: SecretPatterns

    /// Hides some secrets.
    public init(_ secrets: some Sequence<Secret>) { patterns = SecretPatterns(secrets) }

    /// The text without secrets; of one that is cut also without a secret's beginning at its end.
    public func hide(_ text: String, isCut: Bool = false) -> String {
        guard !text.isEmpty else { return text }
        let bytes = Array(text.utf8)
        var ranges = URLCredentials.ranges(in: bytes)
        if !patterns.isEmpty {
            ranges += patterns.words(in: bytes)
            for view in DecodedText.views(of: bytes) { ranges += patterns.matches(in: view) }
            ranges += patterns.fragments(in: bytes, isCut: isCut)
        }
        return ranges.isEmpty ? text : Redactor.cover(ranges, in: bytes)
    }

    /// The same of every text, key and number of a value.
    public func hide(_ value: Value) -> Value {
        switch value {
        case .text(let text): return .text(hide(text))
        case .int, .double:
            let text = value.canonicalJSON
            let hidden = hide(text)
            return hidden == text ? value : .text(hidden)
        case .list(let items): return .list(items.map(hide))
        case .joined(let parts): return .joined(parts.map(hide))
        case .object(let object):
            return .object(
                Object(members: object.map { Object.Member(hide($0.key), hide($0.value)) }))
        case .null, .bool, .captured, .secret: return value
        }
    }

    /// The value with every text that shows a secret replaced by the name of none, for files that
    /// are read again.
    public func naming(_ value: Value) -> Value {
        switch value {
        case .text(let text): hide(text) == text ? value : .secret("on the platform")
        case .list(let items): .list(items.map(naming))
        case .object(let object):
            .object(Object(members: object.map { Object.Member($0.key, naming($0.value)) }))
        default: value
        }
    }

    /// Puts the mark in place of ranges of bytes; no character is cut in two.
    private static func cover(_ ranges: [Range<Int>], in bytes: [UInt8]) -> String {
        var shown: [UInt8] = []
        var end = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            var start = range.lowerBound
            while start > end, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
            if start >= end, range.upperBound > end {
                // Ranges that touch are one secret.
                if start > end || end == 0 {
                    shown += bytes[end..<start]
                    shown += Array(mark.utf8)
                }
            }
            end = max(end, range.upperBound)
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        }
        shown += bytes[min(end, bytes.count)...]
        return String(decoding: shown, as: UTF8.self)
    }
}
