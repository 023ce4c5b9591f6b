extension Value {
    /// JSON with sorted keys and no spaces: the same bytes for equal values, always.
    public var canonicalJSON: String { String(decoding: canonicalBytes, as: UTF8.self) }

    /// The canonical JSON as bytes, for digests and request bodies.
    public var canonicalBytes: [UInt8] {
        var writer = JSONWriter(indents: false)
        writer.write(self, depth: 0)
        return writer.bytes
    }

    /// JSON with sorted keys, one member a line, indented by two spaces.
    public var prettyJSON: String {
        var writer = JSONWriter(indents: true)
        writer.write(self, depth: 0)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

/// Writes values as JSON; what is known only later is written in its encoded form.
private struct JSONWriter {
    let indents: Bool
    var bytes: [UInt8] = []

    init(indents: Bool) { self.indents = indents }

    mutating func write(_ value: Value, depth: Int) {
        switch value {
        case .null: put("null")
        case .bool(let bool): put(bool ? "true" : "false")
        case .int(let int): put(String(int))
        case .double(let double): put(JSONWriter.text(of: double))
        case .text(let text): write(text)
        case .list(let items):
            group("[", "]", items, depth) { writer, item in writer.write(item, depth: depth + 1) }
        case .object(let object):
            group("{", "}", object.members, depth) { writer, member in
                writer.write(member.key)
                writer.put(writer.indents ? ": " : ":")
                writer.write(member.value, depth: depth + 1)
            }
        case .captured, .joined, .secret: write(value.encoded, depth: depth)
        }
    }

    private mutating func group<Item>(
        _ open: StaticString, _ close: StaticString, _ items: [Item], _ depth: Int,
        _ write: (inout JSONWriter, Item) -> Void
    ) {
        put(open)
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            line(depth + 1)
            write(&self, item)
        }
        if !items.isEmpty { line(depth) }
        put(close)
    }

    private mutating func line(_ depth: Int) {
        guard indents else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
    }

    private mutating func put(_ text: StaticString) {
        text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func write(_ text: String) {
        bytes.append(0x22)
        if JSONWriter.isPlain(text) { put(text) } else { putEscaped(text) }
        bytes.append(0x22)
    }

    /// Whether a text has nothing that JSON writes otherwise.
    private static func isPlain(_ text: String) -> Bool {
        let isPlain = unsafe text.utf8.withContiguousStorageIfAvailable { letters in
            unsafe letters.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
        }
        return isPlain ?? false
    }

    private mutating func putEscaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case 0x22: put("\\\"")
            case 0x5C: put("\\\\")
            case 0x0A: put("\\n")
            case 0x0D: put("\\r")
            case 0x09: put("\\t")
            case 0..<0x20:
                put(byte < 0x10 ? "\\u000" : "\\u00")
                put(String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
    }

    /// The shortest digits that read back as the same double; JSON has no infinities.
    private static func text(of double: Double) -> String {
        double.isFinite ? double.description : "null"
    }
}
