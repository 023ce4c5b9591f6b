/// Finds what is secret of the URLs in a text: passwords, and parameters named like credentials.
enum URLCredentials {
    private static let sign = Array("://".utf8)

    /// Where they stand.
    static func ranges(in text: [UInt8]) -> [Range<Int>] {
        text.indices.filter { text[$0] == sign[0] && text[$0...].starts(with: sign) }
            .flatMap { start in
                let end = text[start...].firstIndex(where: isEnd) ?? text.count
                let url = text[(start + sign.count)..<end]
                return [password(in: url)].compactMap(\.self) + parameters(in: url)
            }
            .filter { !isNamed(text[$0]) }
    }

    /// Whether a URL ends before a byte.
    private static func isEnd(_ byte: UInt8) -> Bool {
        byte <= 0x20
            || [UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "\\")]
                .contains(byte)
    }

    /// Whether a secret is only named there, `${secret.X}` or `‹secret X›`, or a variable's value.
    private static func isNamed(_ value: ArraySlice<UInt8>) -> Bool {
        value.isEmpty || ["${", "{{", "‹", "%E2%80%B9"].contains { value.starts(with: $0.utf8) }
    }

    private static func password(in url: ArraySlice<UInt8>) -> Range<Int>? {
        let delimiters = Array("/?#".utf8)
        let authority = url.prefix { !delimiters.contains($0) }
        guard let end = authority.lastIndex(of: UInt8(ascii: "@")),
            let start = authority[..<end].firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        return (start + 1)..<end
    }

    private static func parameters(in url: ArraySlice<UInt8>) -> [Range<Int>] {
        guard let query = url.firstIndex(of: UInt8(ascii: "?")) else { return [] }
        let separators = Array("&;#".utf8)
        return url[(query + 1)...].split(whereSeparator: { separators.contains($0) }).compactMap {
            guard let equals = $0.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            let name = String(decoding: $0[..<equals], as: UTF8.self)
            return CredentialName.isLikely(name) ? (equals + 1)..<$0.endIndex : nil
        }
    }
}
