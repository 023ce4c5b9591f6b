// What names are made of, byte by byte: the letters of ASCII and no others.

extension UInt8 {
    /// Whether it is one of `0` to `9`.
    package var isDigit: Bool { (0x30...0x39).contains(self) }

    /// Whether it is one of `a` to `z` or `A` to `Z`.
    package var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }

    /// Whether it is a letter or a digit.
    package var isLetterOrDigit: Bool { isLetter || isDigit }

    /// Whether it may stand in a name: letters, digits, `_` and `-`.
    package var isNameByte: Bool {
        isLetterOrDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
    }
}

extension Character {
    /// Whether it is a letter or a digit of ASCII.
    package var isPlainLetterOrDigit: Bool { asciiValue?.isLetterOrDigit == true }
}

extension String {
    /// Whether it has letters, digits, `_` and `-` only, and at least one of them.
    package var isName: Bool { !isEmpty && utf8.allSatisfy(\.isNameByte) }
}
