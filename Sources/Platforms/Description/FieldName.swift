/// Compares the names of descriptions with the keys of documents, byte by byte.
enum FieldName {
    /// Whether a key is a name.
    @inline(__always)
    static func matches(_ key: String, _ name: StaticString) -> Bool {
        let count = name.utf8CodeUnitCount
        guard key.utf8.count == count else { return false }
        let isSame = unsafe key.utf8.withContiguousStorageIfAvailable { bytes in
            let start = unsafe name.utf8Start
            for index in 0..<count where unsafe bytes[index] != start[index] { return false }
            return true
        }
        return isSame ?? (key == name.description)
    }
}

/// Which entries of one map a description has named already.
struct Claims {
    private var low: UInt64 = 0
    private var high: [Bool] = []
    /// How many entries nobody has named yet.
    private(set) var remaining: Int

    /// Starts with all entries of a map unnamed.
    init(count: Int) {
        remaining = count
        if count > 64 { high = Array(repeating: false, count: count - 64) }
    }

    /// Whether an entry was named.
    @inline(__always)
    func contains(_ index: Int) -> Bool {
        index < 64 ? low & (1 << UInt64(index)) != 0 : high[index - 64]
    }

    /// Notes that an entry was named.
    mutating func insert(_ index: Int) {
        guard !contains(index) else { return }
        remaining -= 1
        if index < 64 { low |= 1 << UInt64(index) } else { high[index - 64] = true }
    }
}
