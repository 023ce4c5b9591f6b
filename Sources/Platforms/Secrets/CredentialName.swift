/// Names of fields, headers and parameters that are given to credentials.
public enum CredentialName {
    private static let words = bytes(
        "authorization", "secret", "password", "passwd", "passphrase", "token", "apikey",
        "privatekey", "accesskey", "credential", "connectionstring", "serviceaccountkey", "cookie")
    private static let harmless = bytes(
        "public", "endpoint", "tokentype", "tokenid", "secretid", "tokens", "tokenname",
        "secretname", "passwordless")
    /// What a name ends with that tells about a credential without being one.
    private static let ends = bytes("url", "id", "email", "type", "name", "count", "at", "expiry")

    /// Whether what bears a name is likely a credential: `Authorization`, `x-api-key`,
    /// `refresh_token`.
    ///
    /// Every key of every answer is asked about, so only bytes are looked at.
    public static func isLikely(_ name: String) -> Bool {
        guard name.utf8.count >= 5 else { return false }
        let plain = plain(name)
        guard plain.count >= 5, words.contains(where: { holds(plain, $0) }) else { return false }
        return !harmless.contains { holds(plain, $0) }
            && !ends.contains {
                $0.count <= plain.count && plain.suffix($0.count).elementsEqual($0)
            }
    }

    /// A name in small letters without what parts its words.
    private static func plain(_ name: String) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(name.utf8.count)
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "."):
                continue
            case 0x41...0x5A: plain.append(byte | 0x20)
            default: plain.append(byte)
            }
        }
        return plain
    }

    private static func holds(_ text: [UInt8], _ word: [UInt8]) -> Bool {
        var start = 0
        while start + word.count <= text.count {
            var length = 0
            while length < word.count, text[start + length] == word[length] { length += 1 }
            if length == word.count { return true }
            start += 1
        }
        return false
    }

    private static func bytes(_ words: String...) -> [[UInt8]] { words.map { Array($0.utf8) } }
}
