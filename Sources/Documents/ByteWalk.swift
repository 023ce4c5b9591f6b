/// Walks over the bytes of a short text, one form after another; a form that does not fit says no.
struct ByteWalk {
    private let bytes: [UInt8]
    private var at = 0

    /// Starts at the first byte.
    init(_ span: Span<UInt8>) {
        bytes = span.indices.map { span[$0] }
    }

    /// What was not walked over yet.
    var rest: ArraySlice<UInt8> { bytes[at...] }

    /// Whether a form fits everything that is left.
    func isWhole(_ form: (inout ByteWalk) -> Bool) -> Bool {
        var walk = self
        return form(&walk) && walk.at == bytes.count
    }

    /// Whether what is left begins with some signs.
    func begins(with signs: StaticString) -> Bool {
        rest.starts(with: Array(signs.description.utf8))
    }

    /// Whether a byte is left.
    func holds(_ byte: UInt8) -> Bool { rest.contains(byte) }

    /// Takes a sign, if it is next.
    mutating func takes(_ signs: StaticString) -> Bool {
        guard at < bytes.count, Array(signs.description.utf8).contains(bytes[at]) else {
            return false
        }
        at += 1
        return true
    }

    /// Walks over bytes of a sort; says how many there were.
    @discardableResult
    mutating func skip(atMost most: Int = .max, _ isSuch: (UInt8) -> Bool) -> Int {
        let start = at
        while at < bytes.count, at - start < most, isSuch(bytes[at]) { at += 1 }
        return at - start
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
    static func isDigitOrGroup(_ byte: UInt8) -> Bool { isDigit(byte) || byte == 0x5F }
    static func isOctalOrGroup(_ byte: UInt8) -> Bool { byte &- 48 < 8 || byte == 0x5F }
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func isHexOrGroup(_ byte: UInt8) -> Bool {
        isDigitOrGroup(byte) || (byte | 0x20) &- 0x61 < 6
    }
}

/// The forms that readers of YAML 1.1 know.
extension ByteWalk {
    /// `2026-11-21`.
    mutating func date() -> Bool {
        number(4, 4) && takes("-") && number(2, 2) && takes("-") && number(2, 2)
    }

    /// `0b1010`, `1_000`, `1_000.5`, `0x_FF`.
    mutating func grouped() -> Bool {
        if begins(with: "0b") {
            at += 2
            return skip { $0 == 0x30 || $0 == 0x31 || $0 == 0x5F } > 0
        }
        let isHex = begins(with: "0x")
        if isHex {
            at += 2
        } else if begins(with: "0") || at < bytes.count && !Self.isDigit(bytes[at]) {
            return false
        }
        guard holds(0x5F) else { return false }
        guard skip(isHex ? Self.isHexOrGroup : Self.isDigitOrGroup) > 0 else { return false }
        if !isHex, takes(".") { skip(Self.isDigitOrGroup) }
        return true
    }

    /// `1e5`, `.5E3`, `1e-5`: what has no point, or no sign behind the `e`.
    mutating func exponent() -> Bool {
        let whole = skip(Self.isDigit)
        let hasPoint = takes(".")
        let fraction = hasPoint ? skip(Self.isDigit) : 0
        guard takes("eE") else { return false }
        if takes("-+"), hasPoint || whole + fraction == 0 { return false }
        return skip(Self.isDigit) > 0
    }

    /// `22:00`, `1:30:00`.
    mutating func baseSixty(fromZero: Bool) -> Bool {
        guard fromZero || !begins(with: "0"), at < bytes.count, Self.isDigit(bytes[at]) else {
            return false
        }
        skip(Self.isDigitOrGroup)
        var parts = 0
        while takes(":") {
            let start = at
            let count = skip(atMost: 2, Self.isDigit)
            guard count > 0, count == 1 || bytes[start] < 0x36 else { return false }
            parts += 1
        }
        return parts > 0
    }

    /// `2026-11-21T10:00:00.5Z`.
    mutating func time() -> Bool {
        guard number(4, 4), takes("-"), number(1, 2), takes("-"), number(1, 2) else { return false }
        guard takes("Tt") || skip(Self.isBlank) > 0 else { return false }
        guard number(1, 2), takes(":"), number(2, 2), takes(":"), number(2, 2) else { return false }
        if takes(".") { skip(Self.isDigit) }
        skip(Self.isBlank)
        if takes("Z") || at == bytes.count { return true }
        guard takes("-+"), number(1, 2) else { return false }
        return !takes(":") || number(2, 2)
    }

    private mutating func number(_ least: Int, _ most: Int) -> Bool {
        skip(atMost: most, Self.isDigit) >= least
    }
}
