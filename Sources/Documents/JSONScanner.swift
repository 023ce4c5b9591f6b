/// Reads JSON's words, numbers and strings from bytes; what they mean is the caller's.
struct JSONScanner {
    /// The place of the next byte.
    var offset = 0
    /// How deep lists and objects nest now.
    private(set) var depth = 0
    /// How deep they may nest.
    let maximumDepth: Int

    /// Starts at the first byte, or behind a byte order mark.
    init(_ bytes: Span<UInt8>, maximumDepth: Int) {
        self.maximumDepth = maximumDepth
        if bytes.count > 2, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { offset = 3 }
    }

    /// Skips spaces and line ends; the byte that follows, or nil at the end.
    mutating func peek(_ bytes: Span<UInt8>) -> UInt8? {
        while offset < bytes.count {
            let byte = bytes[offset]
            switch byte {
            case 0x20, 0x0A, 0x0D, 0x09: offset += 1
            default: return byte
            }
        }
        return nil
    }

    /// Skips spaces and one expected sign.
    mutating func take(
        _ sign: UInt8, _ bytes: Span<UInt8>, or message: @autoclosure () -> String
    ) throws(JSONError) {
        guard peek(bytes) == sign else { throw JSONError(offset: offset, message: message()) }
        offset += 1
    }

    /// Skips spaces and one sign if it is there.
    mutating func takes(_ sign: UInt8, _ bytes: Span<UInt8>) -> Bool {
        guard peek(bytes) == sign else { return false }
        offset += 1
        return true
    }

    /// Enters a list or object.
    mutating func enter() throws(JSONError) {
        guard depth < maximumDepth else {
            throw JSONError(
                offset: offset,
                message: "lists and objects must not nest deeper than \(maximumDepth)")
        }
        depth += 1
        offset += 1
    }

    /// Leaves a list or object whose closing sign was read.
    mutating func leave() { depth -= 1 }

    /// Checks that nothing follows.
    mutating func finish(_ bytes: Span<UInt8>) throws(JSONError) {
        guard peek(bytes) == nil else {
            throw JSONError(offset: offset, message: "nothing may follow the value")
        }
    }

    /// Reads `null`, `true`, `false` or a number.
    mutating func scalar(_ bytes: Span<UInt8>) throws(JSONError) -> Value {
        guard offset < bytes.count else {
            throw JSONError(offset: offset, message: "a value must stand here")
        }
        switch bytes[offset] {
        case UInt8(ascii: "n"): return try word("null", .null, bytes)
        case UInt8(ascii: "t"): return try word("true", .bool(true), bytes)
        case UInt8(ascii: "f"): return try word("false", .bool(false), bytes)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): return try number(bytes)
        default: throw JSONError(offset: offset, message: "a value must stand here")
        }
    }

    private mutating func word(
        _ word: StaticString, _ value: Value, _ bytes: Span<UInt8>
    ) throws(JSONError) -> Value {
        let count = word.utf8CodeUnitCount
        guard offset + count <= bytes.count else {
            throw JSONError(offset: offset, message: "a value must stand here")
        }
        let isSame = word.withUTF8Buffer { letters in
            for index in 0..<count where unsafe letters[index] != bytes[offset + index] {
                return false
            }
            return true
        }
        guard isSame else { throw JSONError(offset: offset, message: "a value must stand here") }
        offset += count
        return value
    }

    private mutating func number(_ bytes: Span<UInt8>) throws(JSONError) -> Value {
        let start = offset
        let isNegative = bytes[offset] == UInt8(ascii: "-")
        if isNegative { offset += 1 }
        let firstDigit = offset
        var whole: Int64 = 0
        var isLarge = false
        while offset < bytes.count, bytes[offset] &- 48 < 10 {
            let digit = Int64(bytes[offset] &- 48)
            let (tens, over) = whole.multipliedReportingOverflow(by: 10)
            let (sum, overAgain) = tens.subtractingReportingOverflow(digit)
            isLarge = isLarge || over || overAgain
            whole = sum
            offset += 1
        }
        let digits = offset - firstDigit
        guard digits > 0, digits == 1 || bytes[firstDigit] != UInt8(ascii: "0") else {
            throw JSONError(offset: start, message: "a number must begin with one digit or more")
        }
        let isFloat = try skipFraction(bytes)
        if !isFloat, !isLarge, isNegative || whole != .min {
            return .int(isNegative ? whole : -whole)
        }
        let text = String(copying: bytes.extracting(start..<offset))
        guard let double = Double(text), double.isFinite else {
            throw JSONError(offset: start, message: "a number must not exceed the largest double")
        }
        return .double(double)
    }

    private mutating func skipFraction(_ bytes: Span<UInt8>) throws(JSONError) -> Bool {
        let start = offset
        if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
            offset += 1
            try skipDigits(bytes)
        }
        if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if offset < bytes.count, bytes[offset] == 0x2B || bytes[offset] == 0x2D { offset += 1 }
            try skipDigits(bytes)
        }
        return offset > start
    }

    private mutating func skipDigits(_ bytes: Span<UInt8>) throws(JSONError) {
        let start = offset
        while offset < bytes.count, bytes[offset] &- 48 < 10 { offset += 1 }
        guard offset > start else {
            throw JSONError(offset: offset, message: "a number must have a digit here")
        }
    }
}
