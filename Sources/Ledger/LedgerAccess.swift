#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Whether a ledger can be written to, learnt without opening or making anything.
public enum LedgerAccess {
    /// Why nothing can be written to the ledger of a path, in words; nil where it can.
    ///
    /// SQLite writes beside the file as well, so that its folder counts too.
    public static func obstacle(to path: String) -> String? {
        let exists = unsafe access(path, F_OK) == 0
        if exists, let reason = refusal(path) { return "`\(path)` cannot be written: \(reason)" }
        let folder = nearestFolder(above: path)
        return refusal(folder).map { "`\(folder)` cannot be written: \($0)" }
    }

    private static func refusal(_ path: String) -> String? {
        unsafe access(path, W_OK) == 0 ? nil : SystemWords.of(errno)
    }

    /// The folder of a path, or the one in which it would be made.
    private static func nearestFolder(above path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        let exists = unsafe access(folder, F_OK) == 0
        return exists || folder == "/" ? folder : nearestFolder(above: folder)
    }
}
