#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What `ignore` in `weir.yaml` leaves out: shell patterns against paths within the project.
///
/// A pattern without a slash stands for a name at any depth; `**` stands for any number of folders;
/// a pattern that fits a folder leaves out what is below it.
struct IgnorePatterns {
    /// Folders of other tools that hold files by the thousand, and nothing that somebody wrote.
    static let usual = ["node_modules"]

    private let patterns: [String]

    /// Takes patterns as they are written, and the usual ones.
    init(_ written: [String] = []) {
        patterns = (Self.usual + written).map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    }

    /// The pattern that leaves out a file or folder; nil where none does.
    func pattern(for path: String) -> String? {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return patterns.first { pattern in
            guard pattern.contains("/") else { return Self.fits(name, pattern, 0) }
            let anchored = pattern.hasPrefix("/") ? String(pattern.dropFirst()) : pattern
            return Self.ways(to: anchored).contains { way in
                Self.fits(path, way, way.contains("**") ? 0 : FNM_PATHNAME)
            }
        }
    }

    /// A pattern, and the same with no folder where it says any number of them.
    private static func ways(to pattern: String) -> [String] {
        guard pattern.contains("**/") else { return [pattern] }
        let without = pattern.replacing("/**/", with: "/")
        return [pattern, without.hasPrefix("**/") ? String(without.dropFirst(3)) : without]
    }

    private static func fits(_ text: String, _ pattern: String, _ flags: Int32) -> Bool {
        unsafe fnmatch(pattern, text, flags) == 0
    }
}
