#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Span<UInt8> {
    /// Whether some bytes stand somewhere among these.
    func contains(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        return unsafe withUnsafeBufferPointer { bytes in
            guard var place = unsafe UnsafeRawPointer(bytes.baseAddress) else { return false }
            let end = unsafe place + bytes.count
            while unsafe end - place >= length {
                let first = Int32(unsafe word.utf8Start[0])
                guard let found = unsafe memchr(place, first, end - place),
                    unsafe UnsafeRawPointer(found) + length <= end
                else { return false }
                if unsafe memcmp(found, word.utf8Start, length) == 0 { return true }
                unsafe place = UnsafeRawPointer(found) + 1
            }
            return false
        }
    }
}
