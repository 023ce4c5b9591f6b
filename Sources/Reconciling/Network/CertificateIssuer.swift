/// Reads who issued a certificate from its bytes (X.509 in DER), which NIOSSL does not tell.
enum CertificateIssuer {
    /// The common name of the issuer, else its organization; nil where the bytes are none.
    static func name(in certificate: [UInt8]) -> String? {
        guard let whole = elements(certificate[...]).first,
            let signed = elements(whole.content).first
        else { return nil }
        // A version in [0] may come first; then serial number, algorithm, issuer.
        let parts = elements(signed.content).drop { $0.tag == 0xA0 }
        guard let issuer = parts.dropFirst(2).first else { return nil }
        let names = elements(issuer.content).flatMap { elements($0.content) }
            .map { elements($0.content) }
        return [commonName, organization].lazy.compactMap { wanted in
            let pair = names.first { $0.count == 2 && Array($0[0].content) == wanted }
            return pair.map { String(decoding: $0[1].content, as: UTF8.self) }
        }.first
    }

    private static let commonName: [UInt8] = [0x55, 0x04, 0x03]
    private static let organization: [UInt8] = [0x55, 0x04, 0x0A]

    private struct Element {
        let tag: UInt8
        let content: ArraySlice<UInt8>
    }

    /// The elements that stand one after another in some bytes, as far as they are whole.
    private static func elements(_ bytes: ArraySlice<UInt8>) -> [Element] {
        var found: [Element] = []
        var rest = bytes
        while let tag = rest.popFirst(), let length = length(&rest), length <= rest.count {
            found.append(Element(tag: tag, content: rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return found
    }

    private static func length(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.popFirst() else { return nil }
        guard first >= 0x80 else { return Int(first) }
        let count = Int(first & 0x7F)
        guard (1...3).contains(count), bytes.count >= count else { return nil }
        let length = bytes.prefix(count).reduce(0) { $0 << 8 | Int($1) }
        bytes = bytes.dropFirst(count)
        return length
    }
}
