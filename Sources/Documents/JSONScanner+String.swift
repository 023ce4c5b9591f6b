extension JSONScanner {
    /// Reads a string; its first quote is the next byte.
    mutating func string(_ bytes: Span<UInt8>) throws(JSONError) -> String {
        let start = offset + 1
        var at = start
        var bits: UInt8 = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\"") {
                offset = at + 1
                let written = bytes.extracting(start..<at)
                return bits < 0x80 ? String(copying: written) : try text(written, at: start)
            }
            if byte == UInt8(ascii: "\\") { return try escapedString(bytes, start, at) }
            guard byte >= 0x20 else { throw control(at) }
            bits |= byte
            at += 1
        }
        throw JSONError(offset: offset, message: "a string must be closed")
    }

    private func control(_ at: Int) -> JSONError {
        JSONError(offset: at, message: "a string must not contain line ends or control characters")
    }

    private func text(_ bytes: Span<UInt8>, at start: Int) throws(JSONError) -> String {
        let text = unsafe bytes.withUnsafeBufferPointer {
            unsafe String(validating: $0, as: UTF8.self)
        }
        guard let text else {
            throw JSONError(offset: start, message: "a string must be written in UTF-8")
        }
        return text
    }

    private mutating func escapedString(
        _ bytes: Span<UInt8>, _ start: Int, _ firstEscape: Int
    ) throws(JSONError) -> String {
        var buffer: [UInt8] = []
        buffer.reserveCapacity(firstEscape - start + 32)
        for index in start..<firstEscape { buffer.append(bytes[index]) }
        var at = firstEscape
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\"") {
                offset = at + 1
                return try text(buffer.span, at: start)
            }
            guard byte >= 0x20 else { throw control(at) }
            at += 1
            if byte == UInt8(ascii: "\\") {
                try escape(bytes, &at, &buffer)
            } else {
                buffer.append(byte)
            }
        }
        throw JSONError(offset: offset, message: "a string must be closed")
    }

    private func escape(
        _ bytes: Span<UInt8>, _ at: inout Int, _ buffer: inout [UInt8]
    ) throws(JSONError) {
        guard at < bytes.count else {
            throw JSONError(offset: offset, message: "a string must be closed")
        }
        let sign = bytes[at]
        at += 1
        switch sign {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): buffer.append(sign)
        case UInt8(ascii: "b"): buffer.append(0x08)
        case UInt8(ascii: "f"): buffer.append(0x0C)
        case UInt8(ascii: "n"): buffer.append(0x0A)
        case UInt8(ascii: "r"): buffer.append(0x0D)
        case UInt8(ascii: "t"): buffer.append(0x09)
        case UInt8(ascii: "u"):
            buffer.append(contentsOf: String(try scalar(bytes, &at)).utf8)
        default:
            throw JSONError(offset: at - 2, message: "an escape must be one that JSON knows")
        }
    }

    /// The character of a `\u` escape, or of two of them that make one.
    private func scalar(_ bytes: Span<UInt8>, _ at: inout Int) throws(JSONError) -> Character {
        let start = at - 2
        let first = try unit(bytes, &at)
        if let scalar = Unicode.Scalar(first) { return Character(scalar) }
        guard first < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
            bytes[at + 1] == UInt8(ascii: "u")
        else { throw JSONError(offset: start, message: "a surrogate must have its other half") }
        at += 2
        let second = try unit(bytes, &at)
        guard 0xDC00...0xDFFF ~= second,
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw JSONError(offset: start, message: "a surrogate must have its other half") }
        return Character(scalar)
    }

    private func unit(_ bytes: Span<UInt8>, _ at: inout Int) throws(JSONError) -> UInt32 {
        var number: UInt32 = 0
        for index in at..<(at + 4) {
            guard index < bytes.count,
                let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue
            else {
                throw JSONError(offset: index, message: "`\\u` must have four hexadecimal digits")
            }
            number = number << 4 | UInt32(digit)
        }
        at += 4
        return number
    }
}
