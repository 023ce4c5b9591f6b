import Crypto

/// Whether files of a project are as they were when their digests were made.
public enum FileDigests {
    /// The paths of those that are there and have changed since.
    public static func changed(_ files: [String: String], in root: String) -> [String] {
        files.filter { path, digest in isChanged(path, since: digest, in: root) }.keys.sorted()
    }

    private static func isChanged(_ path: String, since digest: String, in root: String) -> Bool {
        guard let bytes = read(path, in: root) else { return false }
        guard sum(bytes) != digest else { return false }
        // Texts that fields name count by their lines, however those end.
        let lines = String(validating: bytes, as: UTF8.self).map(TextFiles.asWritten)
        return lines.map { sum(Array($0.utf8)) != digest } ?? true
    }

    /// The bytes of a file of the project; nil where it cannot be read or is outside of it.
    static func read(_ path: String, in root: String) -> [UInt8]? {
        guard let real = FileSystem.realPath("\(root)/\(path)"), real.hasPrefix(root + "/") else {
            return nil
        }
        return try? FileSystem.read(real, atMost: 64 << 20)
    }

    private static func sum(_ bytes: [UInt8]) -> String {
        Digester.hex(SHA256.hash(data: bytes))
    }
}
